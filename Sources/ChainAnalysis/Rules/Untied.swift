internal import Chains
internal import Graphs

extension Situation {
  /// G03 断链断点: the maker exists and the user exists, but no tie joins them.
  ///
  /// Claimed only where the recorded ties are all there are; to be verified where only supply that is not
  /// known fills the need.
  func untiedNeeds() -> [Facet] {
    guard chain.profile.tiesKnown == .complete else { return [] }
    let built = hopeful.buildable()
    let certain = hopeful.untied.compactMap { facet($0, cautious: nil, built: built) }
    let open = openlyUntied
    guard !open.isEmpty else { return certain }
    let surely = cautious.buildable()
    return certain + open.compactMap { facet($0, cautious: surely, built: built) }
  }

  /// - Parameters:
  ///   - cautious: what can be built even without what is not known; `nil` where the need is not filled
  ///     whatever that is.
  ///   - built: what can be built with it.
  private func facet(
    _ untied: Availability.Untied, cautious surely: VertexSet?, built: VertexSet
  ) -> Facet? {
    let activity = chain.activities[untied.activity]
    guard panorama.isRequired[activity.product],
      let product = untied.need.alternatives.first(where: { isMadeInside($0) })
    else { return nil }
    let finals = panorama.finalsNeeding[activity.product].filter { final in
      guard let surely else { return !built.contains(hopeful.making[final]) }
      return built.contains(hopeful.making[final]) && !surely.contains(cautious.making[final])
    }
    let affected = affected(finals) { isMadeInside($0) }
    let makers = sources[product].inside.map { chain.activities[$0].enterprise }
    let standing: Standing =
      surely != nil ? .toVerify : affected.isEmpty ? .exposure : .loss
    return Facet(
      code: .g03, subjects: [.enterprise(activity.enterprise), .product(product)],
      standing: standing, reason: .untied(user: activity.enterprise, makers: makers),
      rows: untied.need.rows.map { Place(.inputs, row: $0) }
        + rows(of: [untied.activity] + sources[product].inside),
      affected: affected,
      value: affected.isEmpty ? .unknown : surely == nil ? lost(affected) : exposure(affected))
  }
}
