internal import Chains

/// What differs between a chain and a scenario of it.
public struct Comparison: Sendable {
  public let before: Analysis
  public let after: Analysis
  public let finals: [FinalChange]
  /// Required products whose coverage is another, or that are made inside in one of the two only.
  public let products: [ProductChange]
  /// Findings matched by id alone.
  public let findings: AnalysisDifference
  /// Findings about subjects of which the earlier analysis said nothing, in the ranking of the later one.
  public let new: [Finding]
  /// Findings that weigh more or less than before or go by another code, in the ranking of the later one.
  public let shifts: [Shift]
  /// Findings whose subjects the later analysis says nothing of, in the ranking of the earlier one.
  public let closings: [Closing]

  /// How a final product stands in both.
  public struct FinalChange: Hashable, Sendable {
    public let product: Int
    public let before: Production
    public let after: Production
  }

  /// A product in both.
  public struct ProductChange: Hashable, Sendable {
    public let before: ProductState
    public let after: ProductState

    public var product: Int { after.product }
  }

  /// A finding that does not hold any more.
  public struct Closing: Hashable, Sendable {
    public let finding: Finding
    public let reason: Reason

    /// The raw value is the word in JSON.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
      /// It is solved, or at least nothing else explains it.
      case cleared
      /// The subject has stopped: what was a risk has happened.
      case happened
      /// The final products that it touched stand still anyway.
      case moot
    }
  }

  /// What is said of the same subjects in both, with another code, severity or standing.
  public struct Shift: Hashable, Sendable {
    public let before: Finding
    public let after: Finding
    public let direction: Direction

    /// The raw value is the word in JSON.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
      case worse, milder
      /// What was certain hangs on unknown figures now.
      case toVerify = "to-verify"
      /// Milder only because the final products that it touched stand still.
      case moot
    }
  }

  /// Final products that were made, or may have been, and certainly stand still now.
  public var stopped: [FinalChange] {
    finals.filter { $0.before != .stopped && $0.after == .stopped }
  }

  /// Final products that stood still for certain and do not now.
  public var restarted: [FinalChange] {
    finals.filter { $0.before == .stopped && $0.after != .stopped }
  }

  /// New findings and those that weigh more, the most severe first.
  public var worse: [Finding] {
    (new + shifts.filter { $0.direction == .worse }.map(\.after)).sorted {
      $0.severity > $1.severity
    }
  }
}

extension Analysis {
  /// Compares with the analysis of the chain of which this one's is a scenario.
  ///
  /// - Precondition: both chains have the same products and enterprises, in the same order.
  /// - Complexity: O(findings + products + V + E of the and-or graphs)
  public func comparison(with earlier: Analysis) -> Comparison {
    precondition(
      chain.products.map(\.id) == earlier.chain.products.map(\.id)
        && chain.enterprises.map(\.id) == earlier.chain.enterprises.map(\.id),
      "a scenario has the products and enterprises of its chain")
    let difference = difference(from: earlier)
    let finals = zip(
      chain.finalProducts,
      zip(
        earlier.chain.finalProduction(from: earlier.settings.region),
        chain.finalProduction(from: settings.region))
    ).map { Comparison.FinalChange(product: $0, before: $1.0, after: $1.1) }
    let standing = Set(finals.filter { $0.after == .stopped }.map(\.product))
    let pairs = pairs(of: difference, in: earlier)
    let (oldPaired, newPaired) = (Set(pairs.map(\.before.id)), Set(pairs.map(\.after.id)))
    return Comparison(
      before: earlier, after: self, finals: finals,
      products: zip(earlier.products, products).filter { before, after in
        after.isRequired
          && (differ(before.coverage, after.coverage) || before.isMadeInside != after.isMadeInside)
      }.map { Comparison.ProductChange(before: $0, after: $1) },
      findings: difference, new: difference.new.filter { !newPaired.contains($0.id) },
      shifts: pairs.filter { before, after in
        before.id != after.id || before.severity != after.severity
          || before.standing != after.standing
      }.map { before, after in
        Comparison.Shift(
          before: before, after: after,
          direction: direction(from: before, to: after, standing: standing))
      },
      closings: difference.closed.filter { !oldPaired.contains($0.id) }.map { finding in
        Comparison.Closing(
          finding: finding, reason: closing(of: finding, in: earlier, standing: standing))
      })
  }

  /// The findings of both analyses that are about the same, in the ranking of the later: by id, or else by
  /// their subjects.
  private func pairs(
    of difference: AnalysisDifference, in earlier: Analysis
  ) -> [(before: Finding, after: Finding)] {
    let byID = Dictionary(
      earlier.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let bySubjects = Dictionary(
      difference.closed.map { (Set($0.subjects), $0) }, uniquingKeysWith: { first, _ in first })
    return findings.compactMap { after in
      (byID[after.id] ?? bySubjects[Set(after.subjects)]).map { ($0, after) }
    }
  }

  private func direction(
    from before: Finding, to after: Finding, standing: Set<Int>
  ) -> Comparison.Shift.Direction {
    func weight(_ finding: Finding) -> (Int, Int, Double) {
      let isLoss = finding.standing == .loss
      let value = finding.value
      let amount = isLoss ? value.loss : value.exposure ?? value.exposureRange?.atMost
      return (finding.severity.rawValue, isLoss ? 1 : 0, amount ?? 0)
    }
    if after.standing == .toVerify, before.standing != .toVerify { return .toVerify }
    if weight(after) >= weight(before) { return .worse }
    return isMoot(before, standing) ? .moot : .milder
  }

  private func isMoot(_ finding: Finding, _ standing: Set<Int>) -> Bool {
    !finding.affected.isEmpty && finding.affected.allSatisfy { standing.contains($0.product) }
  }

  private func closing(
    of finding: Finding, in earlier: Analysis, standing: Set<Int>
  ) -> Comparison.Closing.Reason {
    if finding.subjects.contains(where: { hasStopped($0, since: earlier.chain) }) {
      return .happened
    }
    return isMoot(finding, standing) ? .moot : .cleared
  }

  /// Whether what a finding is about worked in the earlier chain and does not in this one.
  private func hasStopped(_ subject: Subject, since earlier: Chain) -> Bool {
    func stops(_ enterprises: [Int]) -> Bool {
      enterprises.contains {
        earlier.enterprises[$0].status.isActive && !chain.enterprises[$0].status.isActive
      }
    }
    switch subject {
    case .enterprise(let number): return stops([number])
    case .tie(let row):
      let ends = earlier.ends(ofTie: row)
      return stops([ends.supplier, ends.customer])
        || (earlier.tables.ties[row].status.isActive && !chain.tables.ties[row].status.isActive)
    case .product(let number):
      return !earlier.products[number].external.isKnownNone
        && chain.products[number].external.isKnownNone
    case .region(let region):
      return stops(
        chain.enterprises.indices.filter { number in
          viewpoint.areas[number].contains(region)
        })
    case .owner(let owner):
      return stops(chain.enterprises.indices.filter { chain.enterprises[$0].owner == owner })
    }
  }
}

/// Whether two coverages say different things; without limit is without limit.
private func differ(_ a: Coverage, _ b: Coverage) -> Bool {
  a != b && !(a.ratio == .infinity && b.ratio == .infinity)
}
