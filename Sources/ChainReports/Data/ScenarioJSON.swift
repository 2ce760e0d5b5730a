public import ChainAnalysis
public import Chains

/// What a scenario does to a chain, for other programs; `docs/what-if.schema.json` is its contract.
public struct ScenarioJSON {
  private let comparison: Comparison
  private let scenario: Scenario
  private let edits: [Edit]
  private let version: String
  /// Where a row of the chain's document is written.
  private let locate: (Place) -> String?

  public init(
    _ comparison: Comparison, of scenario: Scenario, outcome: ScenarioOutcome, version: String,
    locate: @escaping (Place) -> String? = { _ in nil }
  ) {
    self.comparison = comparison
    self.scenario = scenario
    edits = outcome.edits
    self.version = version
    self.locate = locate
  }

  /// The version of the contract.
  public static let schema = 1

  public var text: String { value.text }

  private var before: Analysis { comparison.before }
  private var after: Analysis { comparison.after }
  private var wording: ScenarioWording {
    ScenarioWording(before: before.chain, after: after.chain)
  }

  private var value: JSONValue {
    let profile = after.chain.profile
    return [
      "schema": .integer(Self.schema),
      "tool": ["name": "liantu", "version": .string(version)],
      "chain": [
        "id": .string(profile.id), "name": .string(profile.name), "money": .string(profile.money),
        "as_of": .text((after.chain.asOf ?? profile.asOf)?.description),
      ],
      "region": .text(after.viewpoint.region.map { after.chain.regions[$0].id.text }),
      "scenario": [
        "name": .text(scenario.name),
        "changes": .list(scenario.changes.map { .string($0.description) }),
      ],
      "edits": .list(edits.map(edit)),
      "notes": .list(
        wording.notes(scenario, edits, from: after.viewpoint).map(bilingual)),
      "money": .list(zip(before.summary.moneyRows, after.summary.moneyRows).map(money)),
      "finals": .list(comparison.finals.map(final)),
      "stopped": .list(comparison.stopped.map { id($0.product) }),
      "restarted": .list(comparison.restarted.map { id($0.product) }),
      "products": .list(comparison.products.map(product)),
      "findings": findings,
    ]
  }

  private func bilingual(_ text: Bilingual) -> JSONValue {
    ["zh": .string(text.chinese), "en": .string(text.english)]
  }

  private func id(_ product: Int) -> JSONValue { .string(after.chain.products[product].id.text) }

  private func edit(_ edit: Edit) -> JSONValue {
    [
      "change": .integer(edit.change + 1), "kind": .string(kind(edit)),
      "table": .string(edit.place.table.rawValue), "record": .integer(edit.place.row + 1),
      "field": .text(edit.place.field?.rawValue), "subject": .string(wording.subject(edit)),
      "before": content(edit.before), "after": content(edit.after),
      "new_row": .boolean(edit.before == .absent),
    ]
  }

  private func kind(_ edit: Edit) -> String {
    switch scenario.changes[edit.change] {
    case .set: "set"
    case .complete: "complete"
    case .stop: "remove"
    }
  }

  /// A figure, `"unlimited"`, the word of a status; null is not known or not there.
  private func content(_ content: Edit.Content) -> JSONValue {
    switch content {
    case .absent, .figure(.unknown): .null
    case .figure(.unlimited): "unlimited"
    case .figure(.limited(let amount)): .number(amount)
    case .status(let status): .string(status.rawValue)
    }
  }

  private func money(_ before: MoneyRow, _ after: MoneyRow) -> JSONValue {
    let difference = before.exact.flatMap { a in after.exact.map { $0 - a } }
    return [
      "figure": .string(after.figure.rawValue), "name": bilingual(after.figure.name),
      "before": money(before), "after": money(after), "change": .figure(difference),
    ]
  }

  private func money(_ row: MoneyRow) -> JSONValue {
    [
      "at_least": .figure(row.atLeast), "at_most": .figure(row.atMost), "exact": .figure(row.exact),
    ]
  }

  private func final(_ change: Comparison.FinalChange) -> JSONValue {
    [
      "id": id(change.product), "name": .string(after.chain.products[change.product].name),
      "before": .string(change.before.rawValue), "after": .string(change.after.rawValue),
    ]
  }

  private func product(_ change: Comparison.ProductChange) -> JSONValue {
    [
      "id": id(change.product), "name": .string(after.chain.products[change.product].name),
      "coverage_before": coverage(change.before.coverage),
      "coverage_after": coverage(change.after.coverage),
      "made_inside_before": .boolean(change.before.isMadeInside),
      "made_inside_after": .boolean(change.after.isMadeInside),
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
      "unlimited": .boolean(coverage.ratio == .infinity),
    ]
  }

  private var findings: JSONValue {
    let (old, new) = (
      AnalysisJSON(before, version: version, locate: locate),
      AnalysisJSON(after, version: version, locate: locate)
    )
    return [
      "before": .integer(before.findings.count), "after": .integer(after.findings.count),
      "persisting": .integer(comparison.findings.persisting.count),
      "new": .list(comparison.new.map(new.finding)),
      "closed": .list(
        comparison.closings.map { closing in
          [
            "because": .string(closing.reason.rawValue), "name": bilingual(closing.reason.name),
            "finding": old.finding(closing.finding),
          ]
        }),
      "changed": .list(
        comparison.shifts.map { shift in
          [
            "direction": .string(shift.direction.rawValue),
            "name": bilingual(shift.direction.name),
            "before": old.finding(shift.before), "after": new.finding(shift.after),
          ]
        }),
    ]
  }
}
