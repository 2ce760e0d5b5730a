extension Draft {
  /// Trees must be trees, and no circle of the recipe may take more than it makes.
  mutating func checkCircles() {
    checkTree(tables.regions, parent: \.parent, .parent)
    checkTree(tables.stages, parent: \.parent, .parent)
    checkTree(tables.products, parent: \.variantOf, .variantOf)
    checkProductivity()
  }

  private mutating func checkTree<R: Identified>(
    _ records: [R], parent: KeyPath<R, Identifier<R>?>, _ field: Field
  ) {
    let positions = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // 0: not seen, otherwise the walk that reached it first.
    var walk = [Int](repeating: 0, count: records.count)
    for start in records.indices where walk[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let position = current, walk[position] == 0 {
        walk[position] = start + 1
        path.append(position)
        current = records[position][keyPath: parent].flatMap { positions[$0] }
      }
      guard let back = current, walk[back] == start + 1, let from = path.firstIndex(of: back)
      else { continue }
      let circle = path[from...].map { records[$0].id.text } + [records[back].id.text]
      report(Place(R.table, row: back, field), .circular(circle))
    }
  }

  /// Only what leaves no choice counts: inputs with a known amount, outside every substitution group
  /// of several. A variant is checked with what it has from above.
  private mutating func checkProductivity() {
    let positions = Dictionary(
      tables.products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [(source: Int, target: Int)] = []
    var rows: [Int] = []
    for (product, recipe) in ChainIndex.recipes(tables, products: positions).enumerated() {
      var groupSizes: [String: Int] = [:]
      for ingredient in recipe {
        let input = tables.inputs[ingredient.row]
        if let group = input.group, input.essentiality != .negligible {
          groupSizes[group, default: 0] += 1
        }
      }
      for ingredient in recipe {
        let input = tables.inputs[ingredient.row]
        guard input.essentiality != .negligible, let amount = input.amount, amount.isFinite,
          amount > 0, input.group.map({ groupSizes[$0] == 1 }) ?? true
        else { continue }
        lines.append((product, ingredient.product))
        rows.append(ingredient.row)
      }
    }
    let circles = ProductionCircle.all(
      productCount: tables.products.count, lines: lines,
      amounts: rows.map { tables.inputs[$0].amount ?? 0 })
    for circle in circles {
      let names = circle.products.map { tables.products[$0].id.text }
      guard circle.isCircle else {
        let ends = Set(circle.products)
        let line = lines.indices.first {
          ends.contains(lines[$0].source) && ends.contains(lines[$0].target)
        }
        report(
          Place(.inputs, row: line.map { rows[$0] } ?? 0, .amount),
          .eatMoreThanTheyMake(products: names, ratio: circle.unitsTakenForOne))
        continue
      }
      let round = circle.products + circle.products.prefix(1)
      let line = lines.firstIndex { $0 == (round[0], round[1]) }
      report(
        Place(.inputs, row: line.map { rows[$0] } ?? 0, .amount),
        .eatsMoreThanItMakes(
          cycle: names + names.prefix(1), ratio: circle.unitsTakenForOne))
    }
  }
}
