internal import ChainAnalysis
internal import Chains

extension AnalysisJSON {
  func range(_ range: ValueRange) -> JSONValue {
    ["at_least": .figure(range.atLeast), "at_most": .figure(range.atMost)]
  }

  /// What is limited, by kind: making and buying of a product, a maker's capacity, a tie.
  func restriction(_ restriction: Restriction) -> JSONValue {
    switch restriction {
    case .making(let product): ["kind": "making", "product": id(ofProduct: product)]
    case .buying(let product): ["kind": "buying", "product": id(ofProduct: product)]
    case .activity(let number):
      [
        "kind": "capacity", "product": id(ofProduct: chain.activities[number].product),
        "enterprise": id(ofEnterprise: chain.activities[number].enterprise),
      ]
    case .tie(let row):
      [
        "kind": "tie", "product": id(ofProduct: chain.ends(ofTie: row).product),
        "supplier": id(ofEnterprise: chain.ends(ofTie: row).supplier),
        "customer": id(ofEnterprise: chain.ends(ofTie: row).customer),
      ]
    case .link(let link): self.link(link)
    }
  }

  func link(_ link: Link) -> JSONValue {
    [
      "kind": "link", "product": id(ofProduct: chain.activities[link.maker].product),
      "supplier": id(ofEnterprise: chain.activities[link.maker].enterprise),
      "customer": id(ofEnterprise: link.customer),
    ]
  }

  func extra(_ extra: LadderStep.Extra) -> JSONValue {
    ["restriction": restriction(extra.restriction), "units": .figure(extra.units)]
  }

  private func id(ofProduct number: Int) -> JSONValue { .string(chain.products[number].id.text) }

  private func id(ofEnterprise number: Int) -> JSONValue {
    .string(chain.enterprises[number].id.text)
  }

  func explanation(_ finding: Finding) -> JSONValue {
    guard case .object(var members) = self.finding(finding) else { return .null }
    members["solves"] = .list(analysis.solves(for: finding).map(solve))
    members["flows"] = .list(analysis.flows(for: finding).map(flow))
    return .object(members)
  }

  private func solve(_ solve: Solve) -> JSONValue {
    let question =
      switch solve.question {
      case .asItStands: "as-it-stands"
      case .cleared: "cleared"
      case .failed: "failed"
      }
    return [
      "question": .string(question), "level": .string(solve.level.rawValue),
      "value": .figure(solve.value.exact), "at_least": .figure(solve.value.atLeast),
      "at_most": .figure(solve.value.atMost), "gap": .number(solve.gap),
      "residual": .number(solve.residual), "at_limit": .list(solve.atLimit.map(restriction)),
    ]
  }

  private func flow(_ flow: FlowInterval) -> JSONValue {
    [
      "restriction": restriction(flow.restriction), "lowest": .figure(flow.lowest),
      "highest": .figure(flow.highest),
    ]
  }

  /// The ladder from within capacity up to the target.
  var ladder: JSONValue {
    .list(
      analysis.quantities.ladder.map { step in
        ["value": .figure(step.value), "extra": .list(step.extra.map(extra))]
      })
  }

  /// What is lost without an enterprise, a tie, an outside source or an area.
  var removals: JSONValue {
    .list(
      analysis.quantities.removals.map { entry in
        [
          "subject": subject(entry.subject), "loss": .figure(entry.loss),
          "range": range(entry.range),
        ]
      })
  }

  var unknowns: JSONValue {
    .list(
      analysis.quantities.unknowns.map { entry in
        [
          "product": id(ofProduct: entry.figure.product), "figure": unknown(entry.figure.figure),
          "effect": .figure(entry.effect),
        ]
      })
  }

  /// Why figures are missing.
  var gaps: JSONValue {
    .list(
      analysis.quantities.gaps.map { gap in
        ["zh": .string(gap.text(in: chain).chinese), "en": .string(gap.text(in: chain).english)]
      })
  }
}
