internal import Chains

extension Situation {
  /// G07 数据断点: a product whose sources, or whether they suffice, cannot be told from what is known.
  ///
  /// Where not even a source is known the finding comes first of all codes; where only a quantity is
  /// missing it stands behind what is certain.
  func unknownFigures() -> [Facet] {
    chain.products.indices.compactMap { product in
      guard panorama.isRequired[product] else { return nil }
      let sources = sources[product]
      let hasNoMaker = sources.inside.isEmpty && sources.unplaced.isEmpty
      let hidesMakers = sources.hidesMakers(in: chain)
      let isWanted = !panorama.finalsNeeding[product].isEmpty
      let hasNoSource = hasNoMaker && !sources.isKnownOutside && !sources.anonymous.isKnownNone
      let isUndecided = !coverage(product).isDecided
      let volumes: [UnknownFigure] = hasOpenVolumes(product) ? [.volumes] : []
      guard
        hidesMakers || hasNoSource || isUndecided || !sources.unplaced.isEmpty
          || !volumes.isEmpty
      else { return nil }
      let figures =
        unknown(product, isUndecided: isUndecided, hidesMakers: hidesMakers) + volumes
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

  /// Whether it could matter how much passes by ties of a product for which no volume is written.
  private func hasOpenVolumes(_ product: Int) -> Bool {
    guard let value = values[.ties], value.exact == nil else { return false }
    return openVolumes(product).isEmpty == false
  }

  private func openVolumes(_ product: Int) -> [Int] {
    chain.currentTies.filter { row in
      let tie = chain.tables.ties[row]
      return tie.volume == .unknown && tie.status.isActive
        && chain.ends(ofTie: row).product == product
    }
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
        return openVolumes(product).map { Place(.ties, row: $0, .volume) }
      }
      return [row(of: figure, product: product)]
    }
  }

  private func row(of figure: UnknownFigure, product: Int) -> Place {
    switch figure {
    case .amount(let row): Place(.inputs, row: row, .amount)
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
