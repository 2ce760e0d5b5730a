internal import Chains

extension Situation {
  /// B01 环节产能堵点, B02 企业产能堵点, B03 供需通道堵点, B05 外购受限堵点: something limits final output, and more of
  /// it alone would bring more.
  ///
  /// The level of products comes first: where all makers of a product together limit, none of them is
  /// blamed, and an outside supply that limits there is not reported again on the level of ties.
  func limits(_ products: [Relief], _ ties: [Relief], _ robustness: Robustness) -> [Facet] {
    let known = Set(products.flatMap(\.restrictions))
    let below = ties.filter { relief in
      relief.restrictions.allSatisfy { restriction in
        switch restriction {
        case .activity: !known.contains(.making(product(of: restriction)))
        case .buying: !known.contains(restriction)
        case .making, .tie, .link: true
        }
      }
    }
    return (products + below).compactMap { relief in
      guard relief.restrictions.count == 1, let restriction = relief.restrictions.first,
        let subject = subject(of: restriction), let code = code(of: restriction)
      else { return nil }
      let finals = panorama.finalsNeeding[product(of: restriction)]
      var value = value(of: relief)
      if relief.level == .products {
        value.firmness = robustness.firmness(of: restriction)
      }
      return Facet(
        code: code, subjects: [subject], standing: relief.standing,
        reason: .limited(restriction, limit: limit(of: restriction)),
        rows: rows(of: restriction), affected: affected(finals) { _ in false }, value: value)
    }
  }

  private func code(of restriction: Restriction) -> FindingCode? {
    switch restriction {
    case .making: .b01
    case .buying: .b05
    case .activity: .b02
    case .tie: .b03
    case .link: nil
    }
  }

  /// Units a year that there are.
  private func limit(of restriction: Restriction) -> Double {
    switch restriction {
    case .making(let product):
      sources[product].inside.filter { chain.activities[$0].product == product }
        .reduce(0) { $0 + Supply.amount(of: $1, in: chain).known }
    case .buying(let product): supplies[product].outside.known
    case .activity(let number): Supply.amount(of: number, in: chain).known
    case .tie(let row):
      if case .limited(let volume) = chain.tables.ties[row].volume { volume } else { 0 }
    case .link: 0
    }
  }

  /// B06 联合堵点: things that gain nothing one by one and something together.
  func jointLimits(_ reliefs: [Relief]) -> [Facet] {
    reliefs.compactMap { relief in
      let subjects = Set(relief.restrictions.compactMap(subject))
      guard !subjects.isEmpty else { return nil }
      let products = Set(relief.restrictions.map(product))
      let finals = Set(products.flatMap { panorama.finalsNeeding[$0] }).sorted()
      let extra = zip(relief.restrictions, relief.breakpoints).map {
        LadderStep.Extra(restriction: $0, units: $1)
      }
      return Facet(
        code: .b06, subjects: chain.sorted(Array(subjects)), standing: relief.standing,
        reason: .together(extra), rows: relief.restrictions.flatMap(rows),
        affected: affected(finals) { _ in false }, value: value(of: relief))
    }
  }

  /// B04 供需错配堵点: one can make what another lacks, and no tie joins them.
  func mismatches(_ reliefs: [Relief]) -> [Facet] {
    reliefs.compactMap { relief in
      guard case .link(let link) = relief.restrictions.first else { return nil }
      let maker = chain.activities[link.maker]
      let user = chain.activities(of: link.customer).filter { number in
        panorama.needs[chain.activities[number].product].contains { need in
          need.alternatives.contains { chain.kinds(of: $0).contains(maker.product) }
        }
      }
      return Facet(
        code: .b04,
        subjects: [
          .enterprise(maker.enterprise), .enterprise(link.customer), .product(maker.product),
        ],
        standing: relief.standing, reason: .mismatch(link), rows: rows(of: [link.maker] + user),
        affected: affected(panorama.finalsNeeding[maker.product]) { _ in false },
        value: value(of: relief))
    }
  }
}

extension Relief {
  /// A gain that is there in one reading of what is unknown only has to be looked into.
  fileprivate var standing: Standing { isCertain ? .loss : .toVerify }
}

extension Robustness {
  func firmness(of restriction: Restriction) -> Firmness? {
    guard let binding = binding(restriction), let leading = leading(restriction) else {
      return nil
    }
    return Firmness(draws: draws, binding: binding, leading: leading)
  }
}
