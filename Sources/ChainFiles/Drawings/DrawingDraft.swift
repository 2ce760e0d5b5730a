import Chains
import GraphML

/// The tables of a drawing on their way to a chain document.
struct DrawingDraft {
  private let drawing: Drawing
  private let kinds: DrawingKinds
  private let mapping: GraphMapping
  private let path: String
  private var edges: DrawingEdges
  private var products: DrawingRows
  private var enterprises: DrawingRows
  private var inputs: DrawingRows
  private var capacities: DrawingRows
  private var ties: DrawingRows
  /// The id of each node's record.
  private let ids: [String]
  /// What was added or guessed.
  private var guesses: [Bilingual] = []

  init(_ drawing: Drawing, _ kinds: DrawingKinds, _ mapping: GraphMapping, path: String) {
    self.drawing = drawing
    self.kinds = kinds
    self.mapping = mapping
    self.path = path
    edges = DrawingEdges(drawing, kinds, mapping)
    ids = Self.ids(of: drawing.nodes)
    let labels = { (attributes: [GraphMLDocument.Attribute], kind: String?) in
      Set(attributes.map(\.name).filter { Drawing.labelNames.contains($0.lowercased()) })
        .union([kind].compactMap { $0 })
    }
    let ofNodes = labels(drawing.nodeAttributes, kinds.attribute)
    let ofEdges = labels(drawing.edgeAttributes, edges.attribute)
    products = DrawingRows(.products, drawing.nodeAttributes, mapping, passed: ofNodes)
    enterprises = DrawingRows(.enterprises, drawing.nodeAttributes, mapping, passed: ofNodes)
    inputs = DrawingRows(.inputs, drawing.edgeAttributes, mapping, passed: ofEdges)
    capacities = DrawingRows(.capacities, drawing.edgeAttributes, mapping, passed: ofEdges)
    ties = DrawingRows(.ties, drawing.edgeAttributes, mapping, passed: ofEdges)
    addNodes()
    addEdges()
    addImpliedProducts()
    guessFinalProducts()
  }

  /// The tables as a chain document reads them.
  func reading() -> DocumentReading {
    var reading = DocumentReading()
    let rows = [products, enterprises, inputs, capacities, ties].filter { !$0.fixed.isEmpty }
    reading.read([chain] + rows.map { $0.raw(path: path) })
    return reading
  }

  /// Takes attributes that nobody asked for out of the columns that their values do not fit.
  /// - Returns: whether there are any.
  mutating func demote(_ problems: [FileProblem]) -> Bool {
    var names: [Table: Set<String>] = [:]
    for problem in problems {
      guard let table = problem.location.table, let header = problem.location.header else {
        continue
      }
      names[table, default: []].insert(header)
    }
    products.demote(names[.products] ?? [])
    enterprises.demote(names[.enterprises] ?? [])
    inputs.demote(names[.inputs] ?? [])
    capacities.demote(names[.capacities] ?? [])
    ties.demote(names[.ties] ?? [])
    return !names.isEmpty
  }

  /// One row: the file's name, and what the mapping says of the chain.
  private var chain: RawTable {
    let stem = String(fileStem(of: path))
    let name = stem.isEmpty || stem == "-" ? "chain" : stem
    var cells: [(Field, String)] = []
    for column in Schema.columns(of: .chain) {
      let target = GraphMapping.Target(table: .chain, field: column.field)
      if case .text(let text) = mapping.columns[target] {
        cells.append((column.field, text))
      } else if column.field == .id || column.field == .name {
        cells.append((column.field, name))
      }
    }
    return RawTable(
      table: .chain, path: path,
      headers: cells.map { RawHeader(text: $0.0.rawValue, mark: .unknown) },
      rows: .records([
        RawRecord(mark: .unknown, cells: cells.map { .text($0.1) }, marks: [])
      ]))
  }
}

// MARK: - Rows

extension DrawingDraft {
  /// The ids of nodes, or what is written on them where ids are but numbers and no two nodes are called alike.
  private static func ids(of nodes: [Drawing.Node]) -> [String] {
    let isNumber = { (id: String) in
      id.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x6E || $0 == 0x3A }
    }
    let labels = nodes.map(\.label)
    let areNumbers = nodes.allSatisfy { isNumber($0.id) }
    let areNames = Set(labels).count == labels.count && !labels.contains("")
    return areNumbers && areNames ? labels : nodes.map { trimmed($0.id) }
  }

  private mutating func addNodes() {
    for (number, node) in drawing.nodes.enumerated() {
      let name = node.label.isEmpty ? ids[number] : node.label
      var cells: [Field: String] = [.id: ids[number]]
      switch kinds.tables[number] {
      case .products:
        if !isMapped(.products, .name) { cells[.name] = name }
        if mapping.group == .stage, !products.isStated(.stage) { cells[.stage] = node.group }
        products.add(cells, node.values)
      case .enterprises:
        if !isMapped(.enterprises, .name) { cells[.name] = name }
        if mapping.group == .region, !enterprises.isStated(.region) { cells[.region] = node.group }
        enterprises.add(cells, node.values)
      default: break
      }
    }
  }

  private func isMapped(_ table: Table, _ field: Field) -> Bool {
    mapping.columns[GraphMapping.Target(table: table, field: field)] != nil
  }

  private mutating func addEdges() {
    let known = knownProducts()
    var made: [Int: Set<Int>] = [:]
    for row in edges.rows where row.table == .capacities {
      made[row.first, default: []].insert(row.second)
    }
    var unknown = 0
    for row in edges.rows {
      let edge = drawing.edges[row.edge]
      let (first, second) = (ids[row.first], ids[row.second])
      switch row.table {
      case .inputs: inputs.add([.input: first, .product: second], edge.values)
      case .capacities: capacities.add([.enterprise: first, .product: second], edge.values)
      default:
        ties.add([.supplier: first, .customer: second], edge.values)
        let last = ties.fixed.count - 1
        if ties.text(.product, of: last) != nil { continue }
        let only = made[row.first].flatMap { $0.count == 1 ? $0.first : nil }
        if let product = known[edge.label] ?? only.map({ ids[$0] }) {
          ties.set(.product, of: last, to: product)
        } else {
          ties.removeLast()
          unknown += 1
        }
      }
    }
    edges.leave(
      "供应关系没有说明是什么产品（可用 --map ties.product=属性 指定）",
      "a tie that does not say of which product (--map ties.product=ATTRIBUTE says it)", unknown)
  }

  /// The ids of products by id and by name.
  private func knownProducts() -> [String: String] {
    var known: [String: String] = [:]
    for (number, node) in drawing.nodes.enumerated() where kinds.tables[number] == .products {
      known[ids[number]] = ids[number]
      if !node.label.isEmpty { known[node.label] = known[node.label] ?? ids[number] }
    }
    return known
  }

  /// Products that no node is and ties name: whoever supplies one is taken for a maker of it.
  private mutating func addImpliedProducts() {
    let known = knownProducts()
    var added: Set<String> = []
    var makers: Set<[String]> = []
    for row in ties.fixed.indices {
      guard let product = ties.text(.product, of: row), known[product] == nil else { continue }
      if added.insert(product).inserted { products.add([.id: product, .name: product], [:]) }
      let supplier = ties.text(.supplier, of: row) ?? ""
      if makers.insert([supplier, product]).inserted {
        capacities.add([.enterprise: supplier, .product: product], [:])
      }
    }
    if added.isEmpty { return }
    guesses.append(
      Bilingual(
        "产品 \(added.count) 个只在供应关系里出现：已补上，并把供方当作生产者，产能待核",
        "\(added.count) products only named by ties: added, with their suppliers as makers of unknown capacity"
      ))
  }

  /// Products that take inputs and go into none, where nothing says which are final.
  private mutating func guessFinalProducts() {
    if products.isStated(.final) { return }
    var (taking, going): (Set<String>, Set<String>) = ([], [])
    for row in inputs.fixed {
      taking.insert(row[.product] ?? "")
      going.insert(row[.input] ?? "")
    }
    var names: [String] = []
    for row in products.fixed.indices {
      let id = products.fixed[row][.id] ?? ""
      guard taking.contains(id), !going.contains(id) else { continue }
      products.set(.final, of: row, to: "yes")
      names.append(products.text(.name, of: row) ?? id)
    }
    if names.isEmpty { return }
    guesses.append(
      Bilingual(
        "当作终端产品（不再投入别的产品）：\(names.joined(separator: "、"))",
        "taken for final products, as they go into no other: \(names.joined(separator: ", "))"))
  }
}

// MARK: - Report

extension DrawingDraft {
  /// What was understood, guessed and left out.
  var report: [Bilingual] {
    let others = kinds.tables.count { $0 == nil }
    var lines = [kinds.reason]
    lines.append(
      Bilingual(
        "产品 \(products.fixed.count)、企业 \(enterprises.fixed.count)、投入 \(inputs.fixed.count)、"
          + "产能 \(capacities.fixed.count)、供应关系 \(ties.fixed.count)",
        "products \(products.fixed.count), enterprises \(enterprises.fixed.count), inputs "
          + "\(inputs.fixed.count), capacities \(capacities.fixed.count), ties \(ties.fixed.count)")
    )
    for rows in [products, enterprises, inputs, capacities, ties] where !rows.understood.isEmpty {
      let pairs = rows.understood.map { "\($0.name) → \($0.field.rawValue)" }
      lines.append(
        Bilingual(
          "\(rows.table.chinese)：\(pairs.joined(separator: "，"))",
          "\(rows.table.rawValue): \(pairs.joined(separator: ", "))"))
    }
    func note(_ count: Int, _ chinese: String, _ english: String) {
      if count > 0 { lines.append(Bilingual("\(chinese)：\(count)", "\(english): \(count)")) }
    }
    note(
      edges.turned, "由产品指向企业的边，当作企业生产该产品",
      "edges from a product to an enterprise, taken for its maker")
    note(
      edges.undirected, "产品之间的无向边，当作起点投入终点",
      "undirected edges between products, taken as drawn: the source goes into the target")
    note(others, "未读入的节点（既不是产品也不是企业）", "nodes left out, neither product nor enterprise")
    for (reason, count) in edges.leftOut {
      note(count, "未读入的边：\(reason.chinese)", "edges left out: \(reason.english)")
    }
    note(drawing.groupEdges, "未读入的边：连到分组", "edges left out: they meet a group")
    note(drawing.hyperedges, "未读入的超边", "hyperedges left out")
    note(drawing.furtherGraphs, "未读入的图（只读第一个）", "graphs left out after the first")
    return lines + guesses
  }
}
