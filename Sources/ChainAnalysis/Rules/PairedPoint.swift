internal import Chains
internal import Graphs

extension Situation {
  /// B10 双点堵点: two enterprises of one region or one owner whose failure together stops a final
  /// product, and regions and owners that stop one as a whole.
  ///
  /// Pairs are looked for as long as the budget of the settings allows; common causes always.
  func pairedPoints() -> (facets: [Facet], pairs: PairSearch) {
    let search = pairSearch()
    var explained: [Int: Set<CommonCause>] = [:]
    var facets: [Facet] = []
    for (pair, finals) in search.pairs {
      guard let cause = commonCause(pair.first, pair.second) else { continue }
      for final in finals { explained[final, default: []].insert(cause) }
      let affected = affected(finals) { _ in true }
      facets.append(
        Facet(
          code: .b10,
          subjects: chain.sorted([.enterprise(pair.first), .enterprise(pair.second)]),
          standing: .exposure, reason: .pair(cause, verified: true),
          rows: [pair.first, pair.second].flatMap { rows(of: chain.activities(of: $0)) },
          affected: affected, value: exposure(affected)))
    }
    facets += commonCauses(explained: explained)
    let known = facets.filter { if case .pair = $0.reason { true } else { false } }.count
    return (
      facets, PairSearch(isComplete: search.isComplete, unrelated: search.pairs.count - known)
    )
  }

  /// A region or an owner that stops a final product, unless an enterprise or an area in it does so
  /// alone, as certainly, or a reported pair in it explains that.
  private func commonCauses(explained: [Int: Set<CommonCause>]) -> [Facet] {
    failures.finalsByLeaf.compactMap { leaf, finals in
      guard let kind = cautious.leaf(leaf), let cause = kind.commonCause else { return nil }
      let members = members(of: cause)
      let memberSet = Set(members)
      let unexplained = finals.filter { final in
        let isInner = failures.leaves[final, default: []].contains { other in
          guard let other = cautious.leaf(other), isPart(other, of: cause, memberSet) else {
            return false
          }
          return failures.isVerified(other, final) || !failures.isVerified(kind, final)
        }
        let isPair = explained[final, default: []].contains {
          $0 == cause || isArea($0, within: cause)
        }
        return !isInner && !isPair
      }
      guard !unexplained.isEmpty else { return nil }
      let isVerified = unexplained.contains { failures.isVerified(kind, $0) }
      let affected = affected(unexplained) { _ in true }
      return Facet(
        code: .b10, subjects: [cause.subject], standing: isVerified ? .exposure : .toVerify,
        reason: .commonCause(cause, members: members, verified: isVerified),
        rows: members.map { Place(.enterprises, row: $0) }, affected: affected,
        value: exposure(affected))
    }
  }

  private func isPart(
    _ leaf: Availability.Leaf, of cause: CommonCause, _ members: Set<Int>
  ) -> Bool {
    switch leaf {
    case .enterprise(let number): members.contains(number)
    case .region(let inner): isArea(.region(inner), within: cause)
    default: false
    }
  }

  private func isArea(_ inner: CommonCause, within outer: CommonCause) -> Bool {
    guard case .region(let inner) = inner, case .region(let outer) = outer else { return false }
    return inner != outer && chain.regionsUp(from: inner).contains(outer)
  }

  private func members(of cause: CommonCause) -> [Int] {
    chain.enterprises.indices.filter { number in
      guard !chain.activities(of: number).isEmpty else { return false }
      return switch cause {
      case .region(let region): viewpoint.areas[number].contains(region)
      case .owner(let name): chain.enterprises[number].owner == name
      }
    }
  }

  /// The owner, or else the innermost area around both that does not hold the viewpoint.
  private func commonCause(_ first: Int, _ second: Int) -> CommonCause? {
    if let owner = chain.enterprises[first].owner, owner == chain.enterprises[second].owner {
      return .owner(owner)
    }
    return viewpoint.areas[first].first { viewpoint.areas[second].contains($0) }
      .map(CommonCause.region)
  }

  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    static func < (a: Self, b: Self) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// The pairs of enterprises that stop final products in every reading of what is unknown.
  private func pairSearch() -> (pairs: [(Pair, [Int])], isComplete: Bool) {
    let graph = hopeful.graph
    let candidates = graph.leaves.filter {
      if case .enterprise(let number) = hopeful.leaf($0) {
        !chain.activities(of: number).isEmpty
      } else {
        false
      }
    }
    let work = candidates.count * graph.linkCount * chain.finalProducts.count
    guard work <= settings.pairBudget else { return ([], false) }
    var finals: [Pair: [Int]] = [:]
    for final in chain.finalProducts {
      let pairs = graph.pairsOfFailure(of: hopeful.making[final], among: candidates) ?? []
      for pair in pairs {
        guard case .enterprise(let a) = hopeful.leaf(pair.first),
          case .enterprise(let b) = hopeful.leaf(pair.second)
        else { continue }
        finals[Pair(first: min(a, b), second: max(a, b)), default: []].append(final)
      }
    }
    return (finals.sorted { $0.key < $1.key }, true)
  }
}

/// How far pairs of enterprises were looked for.
public struct PairSearch: Hashable, Sendable {
  /// Whether every pair was looked at; otherwise only common causes were.
  public let isComplete: Bool
  /// Pairs that stop a final product but share neither region nor owner; they are not reported.
  public let unrelated: Int
}

extension Availability.Leaf {
  fileprivate var commonCause: CommonCause? {
    switch self {
    case .region(let number): .region(number)
    case .owner(let name): .owner(name)
    default: nil
    }
  }
}

extension CommonCause {
  fileprivate var subject: Subject {
    switch self {
    case .region(let number): .region(number)
    case .owner(let name): .owner(name)
    }
  }
}
