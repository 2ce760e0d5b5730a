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
}

extension Chain {
  /// Compares the panorama with the supporting map.
  ///
  /// - Precondition: the chain has the region of the settings.
  /// - Complexity: O(V + E) of the and-or graph plus the size of all sets of single points of failure;
  ///   the search for pairs is bounded by `Settings.pairBudget`.
  public func analysis(with settings: Settings = Settings()) -> Analysis {
    let situation = Situation(self, settings)
    let (paired, pairs) = situation.pairedPoints()
    let facets =
      situation.unknownFigures() + situation.missingProducts() + situation.untiedNeeds()
      + situation.outsideOnly() + situation.singleOutsideSource() + situation.shortages()
      + situation.singlePoints() + paired + situation.concentrated()
    let products = situation.productStates()
    return Analysis(
      chain: self, settings: settings, viewpoint: situation.viewpoint,
      summary: situation.summary(products), findings: situation.findings(from: facets),
      products: products, stages: situation.stageStates(), pairs: pairs)
  }
}

extension Analysis {
  /// The same analysis of the chain's printable form, for whatever goes to a terminal.
  public var printable: Analysis {
    Analysis(
      chain: chain.printable, settings: settings, viewpoint: viewpoint, summary: summary,
      findings: findings, products: products, stages: stages, pairs: pairs)
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
