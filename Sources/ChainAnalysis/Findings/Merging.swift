public import Chains

extension Situation {
  /// Makes one finding of all facets of the same subjects, and ranks them.
  func findings(from facets: [Facet]) -> [Finding] {
    let facets = withoutSoleHolders(facets)
    var order: [[Subject]] = []
    var groups: [[Subject]: [Facet]] = [:]
    for facet in facets {
      if groups[facet.subjects] == nil { order.append(facet.subjects) }
      groups[facet.subjects, default: []].append(facet)
    }
    let ranked = order.compactMap { groups[$0] }.map { (finding($0), rank($0)) }
      .sorted { a, b in
        if a.0.severity != b.0.severity { return a.0.severity > b.0.severity }
        if a.1 != b.1 { return a.1 > b.1 }
        let (aLoss, bLoss) = (a.0.value.loss ?? 0, b.0.value.loss ?? 0)
        if aLoss != bLoss { return aLoss > bLoss }
        return a.0.id < b.0.id
      }
    return distinct(ranked.map(\.0))
  }

  /// A product with one holder is concentrated by definition: where that holder is a single point of
  /// failure already, or the only outside source, the concentration is said there.
  private func withoutSoleHolders(_ facets: [Facet]) -> [Facet] {
    let single = Set(facets.filter { $0.code == .b09 }.flatMap(\.subjects))
    let oneSource = Set(facets.filter { $0.code == .g06 }.flatMap(\.subjects))
    return facets.filter { facet in
      guard case .concentrated(let concentration) = facet.reason, concentration.holders == 1,
        concentration.topShare > 1 - 1e-9
      else { return true }
      let isSaid =
        concentration.top.contains { single.contains(.enterprise($0)) }
        || facet.subjects.contains { oneSource.contains($0) }
      return !isSaid
    }
  }

  private func finding(_ facets: [Facet]) -> Finding {
    let sorted = facets.sorted { place(of: $0) < place(of: $1) }
    let primary = sorted[0]
    var codes: [FindingCode] = []
    for facet in sorted where !codes.contains(facet.code) { codes.append(facet.code) }
    let severity = facets.map { Severity(share: $0.value.share, stops: $0.stops) }.max()
    let (standing, value) = (standing(facets), value(sorted))
    return Finding(
      id: "\(primary.code.rawValue):\(primary.subjects.map(chain.key).joined(separator: "+"))",
      code: primary.code, also: Array(codes.dropFirst()), subjects: primary.subjects,
      severity: severity ?? .watch, standing: standing, value: value,
      affected: affected(
        facets, losing: standing == .loss ? value.gain ?? value.loss : value.exposure),
      evidence: sorted.map { Evidence(code: $0.code, reason: $0.reason, rows: $0.rows) },
      grade: facets.flatMap(\.rows).compactMap(chain.grade(at:)).max())
  }

  private func place(of facet: Facet) -> Int {
    let order = FindingCode.primaryOrder
    if facet.code == .g07, !facet.decides { return order.count }
    return order.firstIndex(of: facet.code) ?? order.count
  }

  private func standing(_ facets: [Facet]) -> Standing {
    let all = facets.map(\.standing)
    return all.contains(.loss) ? .loss : all.contains(.exposure) ? .exposure : .toVerify
  }

  /// The figures of the facet that gains most, of several one that says how far, and the largest loss, exposure and share of all.
  private func value(_ facets: [Facet]) -> FindingValue {
    var value =
      facets.map(\.value).enumerated().max { a, b in
        let (aGain, bGain) = (a.element.bestGain ?? -1, b.element.bestGain ?? -1)
        let (aEnds, bEnds) = (a.element.breakpoint != nil, b.element.breakpoint != nil)
        if aGain != bGain { return aGain < bGain }
        return aEnds != bEnds ? bEnds : a.offset > b.offset
      }?.element ?? .unknown
    value.now = value.now ?? facets.compactMap(\.value.now).first
    value.loss = facets.compactMap(\.value.loss).max()
    let exposed = facets.map(\.value).enumerated().max { a, b in
      let (aMost, bMost) = (a.element.largestExposure ?? -1, b.element.largestExposure ?? -1)
      return aMost != bMost ? aMost < bMost : a.offset > b.offset
    }?.element
    value.exposure = exposed?.exposure
    value.exposureRange = exposed?.exposureRange
    value.share = facets.compactMap(\.value.share).max()
    value.interval = facets.compactMap(\.value.interval).first
    value.firmness = value.firmness ?? facets.compactMap(\.value.firmness).first
    return value
  }

  /// - Parameter loss: what is lost or at stake together; that of a product where it is the only one.
  private func affected(_ facets: [Facet], losing loss: Double?) -> [AffectedProduct] {
    let isOne = chain.finalProducts.count == 1
    var merged: [AffectedProduct] = []
    for entry in facets.flatMap(\.affected).sorted(by: { $0.product < $1.product }) {
      let isSame = merged.last?.product == entry.product
      let stops = entry.stops || (isSame && merged.last?.stops == true)
      if isSame { merged.removeLast() }
      merged.append(
        AffectedProduct(
          product: entry.product, value: entry.value, loss: isOne ? loss : nil, stops: stops))
    }
    return merged
  }

  /// R = G + λ · PI, with PI the loss of one failure of the default length (measures, §12).
  private func rank(_ facets: [Facet]) -> Double {
    let now = facets.filter { $0.standing == .loss }
      .map { $0.value.gain ?? $0.value.gainRange?.atLeast ?? $0.value.loss ?? 0 }
    let event = facets.map { $0.value.largestExposure ?? 0 }
    return (now.max() ?? 0)
      + settings.failureRate * (event.max() ?? 0) * settings.recovery / 365
  }

  /// Findings whose ids would be alike get the name of their table as well.
  private func distinct(_ findings: [Finding]) -> [Finding] {
    let counts = Dictionary(grouping: findings, by: \.id).mapValues(\.count)
    return findings.map { finding in
      guard counts[finding.id, default: 1] > 1, let subject = finding.subjects.first else {
        return finding
      }
      return finding.renamed("\(finding.id)@\(subject.table.rawValue)")
    }
  }
}

extension FindingValue {
  fileprivate var bestGain: Double? { gain ?? gainRange?.atMost }
  fileprivate var largestExposure: Double? { exposure ?? exposureRange?.atMost }
}

extension Finding {
  fileprivate func renamed(_ id: String) -> Finding {
    Finding(
      id: id, code: code, also: also, subjects: subjects, severity: severity, standing: standing,
      value: value, affected: affected, evidence: evidence, grade: grade)
  }
}

extension Subject {
  /// The table that holds the subject; an owner is a column of the enterprises.
  public var table: Table {
    switch self {
    case .product: .products
    case .enterprise, .owner: .enterprises
    case .region: .regions
    case .tie: .ties
    }
  }
}

extension Chain {
  /// Subjects of one table in an order that does not depend on that of the rows.
  func sorted(_ subjects: [Subject]) -> [Subject] {
    subjects.sorted { key($0).unicodeScalars.lexicographicallyPrecedes(key($1).unicodeScalars) }
  }

  /// What a subject is called in ids of findings and in JSON.
  public func key(_ subject: Subject) -> String {
    switch subject {
    case .product(let number): products[number].id.text
    case .enterprise(let number): enterprises[number].id.text
    case .region(let number): regions[number].id.text
    case .owner(let name): name
    case .tie(let row):
      "\(tables.ties[row].supplier)→\(tables.ties[row].customer)/\(tables.ties[row].product)"
    }
  }

  /// What a subject is called by people.
  public func name(_ subject: Subject) -> String {
    switch subject {
    case .product(let number): return products[number].name
    case .enterprise(let number): return enterprises[number].name
    case .region(let number): return regions[number].name
    case .owner(let name): return name
    case .tie(let row):
      let tie = tables.ties[row]
      let supplier = number(of: tie.supplier).map { enterprises[$0].name } ?? tie.supplier.text
      let customer = number(of: tie.customer).map { enterprises[$0].name } ?? tie.customer.text
      let product = number(of: tie.product).map { products[$0].name } ?? tie.product.text
      return "\(supplier)→\(customer)/\(product)"
    }
  }

  /// The grade of the figures in a row of the document; `nil` where the row has none.
  public func grade(at place: Place) -> Grade? {
    switch place.table {
    case .capacities: grade(of: tables.capacities[place.row].provenance)
    case .ties: grade(of: tables.ties[place.row].provenance)
    default: nil
    }
  }
}
