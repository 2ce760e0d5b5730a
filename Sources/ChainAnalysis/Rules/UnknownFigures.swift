internal import Chains

extension Situation {
  /// G07 数据断点: a product whose sources, or whether they suffice, cannot be told from what is known, or
  /// of which a figure is unknown on which the value of final output depends.
  ///
  /// Where not even a source is known the finding comes first of all codes; where only a quantity is
  /// missing it stands behind what is certain.
  ///
  /// - Parameter deciding: the figures on which a value depends.
  func unknownFigures(deciding: Set<OpenFigure> = []) -> [Facet] {
    chain.products.indices.compactMap { product in
      guard panorama.isRequired[product] else { return nil }
      let sources = sources[product]
      let hasNoMaker = sources.inside.isEmpty && sources.unplaced.isEmpty
      let hidesMakers = sources.hidesMakers(in: chain)
      let isWanted = !panorama.finalsNeeding[product].isEmpty
      let hasNoSource = hasNoMaker && !sources.isKnownOutside && !sources.anonymous.isKnownNone
      let isUndecided = !coverage(product).isDecided
      var figures: [UnknownFigure] = []
      if hidesMakers || hasNoSource || isUndecided || !sources.unplaced.isEmpty {
        figures = unknown(product, isUndecided: isUndecided, hidesMakers: hidesMakers)
      }
      figures += openFigures(of: product).filter { figure in
        deciding.contains(OpenFigure(product: product, figure: figure))
          && !figures.contains(figure)
      }
      guard !figures.isEmpty else { return nil }
      let isOpenGap = isWanted && (hasNoSource || (hidesMakers && !sources.isKnownOutside))
      let affected =
        isOpenGap
        ? self.affected(panorama.finalsNeeding[product]) { _ in true } : []
      return Facet(
        code: .g07, subjects: [.product(product)], standing: .toVerify,
        reason: .unknown(figures), rows: rows(of: figures, product: product),
        affected: affected, value: exposure(affected),
        decides: hidesMakers && !sources.isKnownOutside)
    }
  }

  /// All that is not known and that a plan could ask for.
  var openFigures: [OpenFigure] {
    chain.products.indices.filter { panorama.isRequired[$0] }.flatMap { product in
      openFigures(of: product).map { OpenFigure(product: product, figure: $0) }
    }
  }

  private func openFigures(of product: Int) -> [UnknownFigure] {
    let sources = sources[product]
    let own = { (number: Int) in chain.activities[number].product == product }
    var figures: [UnknownFigure] = chain.profile.enterprisesKnown == .partial ? [.maker] : []
    figures += sources.unplaced.filter(own)
      .map { .place(enterprise: chain.activities[$0].enterprise) }
    if chain.products[product].external == .unknown, sources.anonymous == .unknown {
      figures.append(.external)
    }
    for need in panorama.wanted[product] {
      figures += zip(need.alternatives, need.rows).filter { alternative, row in
        alternative == product && chain.tables.inputs[row].amount == nil
      }.map { .amount(row: $1) }
      let hasShare = need.rows.contains { chain.tables.inputs[$0].share != nil }
      if need.essentiality != .essential, need.alternatives[0] == product, !hasShare {
        figures.append(.share(row: need.rows[0]))
      }
    }
    figures += (sources.inside + sources.unplaced + sources.outside).filter(own)
      .filter { Supply.amount(of: $0, in: chain).isOpen }.map { .capacity(activity: $0) }
    if openVolumes[product] != nil { figures.append(.volumes) }
    var seen = Set<UnknownFigure>()
    return figures.filter { seen.insert($0).inserted }
  }

  private func unknown(_ product: Int, isUndecided: Bool, hidesMakers: Bool) -> [UnknownFigure] {
    let sources = sources[product]
    var figures: [UnknownFigure] = []
    if hidesMakers { figures.append(.maker) }
    figures += sources.unplaced.map { .place(enterprise: chain.activities[$0].enterprise) }
    // A final product is made inside; only what other products take of it may come from outside.
    let takesOutside = !chain.products[product].isFinal || !panorama.wanted[product].isEmpty
    if takesOutside, sources.anonymous == .unknown { figures.append(.external) }
    guard isUndecided else { return figures }
    if chain.products[product].isFinal, chain.products[product].demand == nil {
      figures.append(.demand)
    }
    figures += requirements.unknownAmounts[product].map { .amount(row: $0) }
    let counted = takesOutside && sources.anonymous != .unlimited ? sources.outside : []
    figures += (sources.inside + sources.unplaced + counted).filter {
      chain.capacity(of: chain.activities[$0])?.capacity == nil
    }.map { .capacity(activity: $0) }
    return figures
  }

  private func rows(of figures: [UnknownFigure], product: Int) -> [Place] {
    figures.flatMap { figure -> [Place] in
      if figure == .volumes {
        return openVolumes[product, default: []].map { Place(.ties, row: $0, .volume) }
      }
      return [row(of: figure, product: product)]
    }
  }

  private func row(of figure: UnknownFigure, product: Int) -> Place {
    switch figure {
    case .amount(let row): Place(.inputs, row: row, .amount)
    case .share(let row): Place(.inputs, row: row, .share)
    case .capacity(let number):
      chain.activities[number].row.map { Place(.capacities, row: $0, .capacity) }
        ?? Place(.enterprises, row: chain.activities[number].enterprise)
    case .external: Place(.products, row: product, .external)
    case .demand: Place(.products, row: product, .demand)
    case .maker, .volumes: Place(.products, row: product)
    case .place(let enterprise): Place(.enterprises, row: enterprise, .region)
    }
  }
}
