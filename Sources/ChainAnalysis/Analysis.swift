public import Chains

/// What a chain lacks and where it is blocked, seen from a region.
///
///     let analysis = chain.analysis(with: Settings(region: "廊坊"))
///     analysis.findings.first?.id
///     analysis.summary.target
public struct Analysis: Sendable {
  public let chain: Chain
  public let settings: Settings
  public let viewpoint: Viewpoint
  public let summary: Summary
  /// Ranked: the more severe first, then by money.
  public let findings: [Finding]
  /// A state a product.
  public let products: [ProductState]
  /// A state a stage.
  public let stages: [StageState]
  public let pairs: PairSearch
  /// What the chain reaches and what that depends on, in money.
  public let quantities: Quantities
}

extension Chain {
  /// Compares the panorama with the supporting map.
  ///
  /// - Parameters:
  ///   - threads: how many linear programmes are solved at the same time, 1 or more; the result is the same
  ///     to the last bit with any number.
  ///   - progress: called again and again, by the calling thread, while long sweeps go on.
  /// - Precondition: the chain has the region of the settings; there is no `Analysis.obstacle`.
  /// - Complexity: O(V + E) of the and-or graph plus the size of all sets of single points of failure;
  ///   the search for pairs is bounded by `Settings.pairBudget`.
  public func analysis(
    with settings: Settings = Settings(), threads: Int = 1, progress: ((Progress) -> Void)? = nil
  ) -> Analysis {
    var situation = Situation(self, settings)
    var measurement = Measurement(situation, threads: threads, report: progress)
    situation.values = measurement.values
    situation.productReliefs = measurement.productReliefs(situation.productsToRelieve)

    let robustness = measurement.robustness()
    let reliefs = (products: measurement.reliefs(.products), ties: measurement.reliefs(.ties))
    let joint =
      measurement.joint(.products, besides: reliefs.products)
      + measurement.joint(.ties, besides: reliefs.ties)
    let links = measurement.linkGains()
    let (unknowns, deciding) = measurement.unknownFigures()
    let (paired, pairs) = situation.pairedPoints()
    let facets =
      situation.unknownFigures(deciding: deciding) + situation.missingProducts()
      + situation.untiedNeeds()
      + situation.outsideOnly() + situation.singleOutsideSource() + situation.shortages()
      + situation.limits(reliefs.products, reliefs.ties, robustness)
      + situation.jointLimits(joint) + situation.mismatches(links) + situation.singlePoints()
      + paired + situation.concentrated()
    let priced = measurement.priced(facets)
    let quantities = measurement.quantities(
      reliefs: reliefs.products + reliefs.ties, joint: joint, links: links,
      robustness: robustness, unknowns: unknowns)
    let products = situation.productStates()
    return Analysis(
      chain: self, settings: settings, viewpoint: situation.viewpoint,
      summary: situation.summary(products, quantities),
      findings: situation.findings(from: priced), products: products,
      stages: situation.stageStates(), pairs: pairs, quantities: quantities)
  }
}

extension Analysis {
  /// The same analysis of the chain's printable form, for whatever goes to a terminal.
  public var printable: Analysis {
    Analysis(
      chain: chain.printable, settings: settings, viewpoint: viewpoint, summary: summary,
      findings: findings, products: products, stages: stages, pairs: pairs,
      quantities: quantities)
  }

  /// The finding with this id, or at this place of the ranking, counted from 1.
  public func finding(_ reference: String) -> Finding? {
    if let exact = findings.first(where: { $0.id == reference }) { return exact }
    guard let rank = Int(reference), findings.indices.contains(rank - 1) else { return nil }
    return findings[rank - 1]
  }

  /// The findings whose subjects include a record.
  public func findings(about subject: Subject) -> [Finding] {
    findings.filter { $0.subjects.contains(subject) }
  }
}
