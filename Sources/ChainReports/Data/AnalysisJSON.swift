public import ChainAnalysis
public import Chains

/// An analysis as JSON for other programs; `docs/analysis.schema.json` is its contract.
public struct AnalysisJSON {
  let analysis: Analysis
  let version: String
  /// Where a row of the document is written, such as `chains/battery.yaml:12`.
  let locate: (Place) -> String?

  public init(
    _ analysis: Analysis, version: String, locate: @escaping (Place) -> String? = { _ in nil }
  ) {
    self.analysis = analysis
    self.version = version
    self.locate = locate
  }

  /// The version of the contract.
  public static let schema = 1

  public var text: String { value.text }

  var chain: Chain { analysis.chain }

  private var value: JSONValue {
    [
      "schema": .integer(Self.schema),
      "tool": ["name": "liantu", "version": .string(version)],
      "chain": profile,
      "region": .text(analysis.viewpoint.region.map { chain.regions[$0].id.text }),
      "settings": settings,
      "summary": summary,
      "waterfall": waterfall,
      "stages": .list(analysis.stages.map(stage)),
      "products": .list(analysis.products.map(product)),
      "findings": .list(analysis.findings.map(finding)),
      "ladder": ladder,
      "ladder_needs_new_products": .boolean(analysis.quantities.ladderNeedsNewProducts),
      "removals": removals, "unknowns": unknowns, "gaps": gaps,
    ]
  }

  /// One finding in full, for `explain`: with its solves and the figures that its subjects can have.
  public func text(of finding: Finding) -> String { explanation(finding).text }

  private var profile: JSONValue {
    let profile = chain.profile
    return [
      "id": .string(profile.id), "name": .string(profile.name),
      "region": .text(profile.region?.text),
      "as_of": .text((chain.asOf ?? profile.asOf)?.description),
      "money": .string(profile.money),
      "enterprises_known": .string(profile.enterprisesKnown.rawValue),
      "ties_known": .string(profile.tiesKnown.rawValue),
      "products": .integer(chain.products.count),
      "enterprises": .integer(chain.enterprises.count),
      "ties": .integer(chain.currentTies.count),
    ]
  }

  private var settings: JSONValue {
    let settings = analysis.settings
    return [
      "concentration": .number(settings.concentration),
      "outside_concentration": .number(settings.outsideConcentration),
      "outside_share": .number(settings.outsideShare),
      "outside_ratio": .number(settings.outsideRatio),
      "recovery_days": .number(settings.recovery),
      "failures_a_year": .number(settings.failureRate),
      "objective": .string(settings.objective.rawValue), "surge": .number(settings.surge),
      "draws": .integer(settings.draws), "seed": .integer(Int(truncatingIfNeeded: settings.seed)),
    ]
  }

  private var summary: JSONValue {
    let summary = analysis.summary
    return [
      "target": .figure(summary.target),
      "capacity_limited": .figure(summary.capacityLimited),
      "capacity_limited_at_least": .figure(summary.capacityLimitedAtLeast),
      "capacity_limited_at_most": .figure(summary.capacityLimitedAtMost),
      "tie_limited": .figure(summary.tieLimited),
      "tie_limited_at_least": .figure(summary.tieLimitedAtLeast),
      "tie_limited_at_most": .figure(summary.tieLimitedAtMost),
      "actual": .figure(summary.actual),
      "objective": .string(summary.objective.rawValue),
      "balanced_rate": .figure(summary.balancedRate?.exact),
      "balanced_rate_at_least": .figure(summary.balancedRate?.atLeast),
      "balanced_rate_at_most": .figure(summary.balancedRate?.atMost),
      "basis": .string(summary.basis.rawValue),
      "reference": .figure(summary.reference),
      "coverage": .figure(summary.coverage),
      "coverage_products": .integer(summary.coveredProducts),
      "required_products": .integer(summary.requiredProducts),
      "local_rate": .figure(summary.localRate),
      "local_rate_basis": .string(summary.localRateBasis.rawValue),
      "local_rate_products": .integer(summary.localRateProducts),
      "findings": .integer(analysis.findings.count),
      "unrelated_pairs": .integer(analysis.pairs.unrelated),
      "pairs_complete": .boolean(analysis.pairs.isComplete),
    ]
  }

  /// The steps from the target down, as far as they are exact.
  private var waterfall: JSONValue {
    let steps: [(String, Double?)] = [
      ("target", analysis.summary.target),
      ("capacity_limited", analysis.summary.capacityLimited),
      ("tie_limited", analysis.summary.tieLimited),
      ("actual", analysis.summary.actual),
    ]
    return .list(
      steps.compactMap { name, value in
        value.map { ["step": .string(name), "value": .figure($0)] }
      })
  }

  private func stage(_ state: StageState) -> JSONValue {
    [
      "id": .string(chain.stages[state.stage].id.text),
      "name": .string(chain.stages[state.stage].name),
      "required": .integer(state.required), "made_inside": .integer(state.madeInside),
      "unknown": .integer(state.unknown), "completeness": .figure(state.completeness),
    ]
  }

  private func product(_ state: ProductState) -> JSONValue {
    let product = chain.products[state.product]
    return [
      "id": .string(product.id.text), "name": .string(product.name),
      "stage": .text(product.stage?.text), "final": .boolean(product.isFinal),
      "unit": .text(product.unit), "required": .boolean(state.isRequired),
      "finals_needing": .list(state.finalsNeeding.map { .string(chain.products[$0].id.text) }),
      "requirement": quantity(state.requirement), "inside": quantity(state.inside),
      "outside": quantity(state.outside), "coverage": coverage(state.coverage),
      "made_inside": .boolean(state.isMadeInside), "local_rate": .figure(state.localRate),
      "concentration": state.concentration.map(concentration) ?? .null,
    ]
  }

  /// `known` is null when there is no limit; `open` says that there may be more than is known.
  func quantity(_ quantity: Quantity) -> JSONValue {
    [
      "known": .figure(quantity.known), "open": .boolean(quantity.isOpen),
      "unlimited": .boolean(quantity.known == .infinity),
    ]
  }

  private func coverage(_ coverage: Coverage) -> JSONValue {
    let kind =
      switch coverage {
      case .exactly: "exactly"
      case .atLeast: "at-least"
      case .atMost: "at-most"
      case .unknown: "unknown"
      }
    return [
      "kind": .string(kind), "ratio": .figure(coverage.ratio),
      "unlimited": .boolean(coverage.ratio == .infinity), "short": .boolean(coverage.isShort),
    ]
  }

  func concentration(_ concentration: Concentration) -> JSONValue {
    [
      "hhi": .number(concentration.index),
      "top": .list(concentration.top.map { .string(chain.enterprises[$0].id.text) }),
      "top_share": .number(concentration.topShare),
      "outside_hhi": .figure(concentration.outsideIndex),
      "outside_share": .number(concentration.outsideShare),
      "outside_ratio": .figure(concentration.outsideRatio),
      "holders": .integer(concentration.holders),
      "unnamed_share": .number(concentration.unnamedShare),
      "stated": .boolean(concentration.isStated),
    ]
  }
}
