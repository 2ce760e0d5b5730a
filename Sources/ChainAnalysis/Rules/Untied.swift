internal import Chains

extension Situation {
  /// G03 断链断点: the maker exists and the user exists, but no tie joins them.
  ///
  /// Claimed only where the recorded ties are all there are.
  func untiedNeeds() -> [Facet] {
    guard chain.profile.tiesKnown == .complete else { return [] }
    let built = hopeful.buildable()
    return hopeful.untied.compactMap { untied in
      let activity = chain.activities[untied.activity]
      guard panorama.isRequired[activity.product],
        let product = untied.need.alternatives.first(where: { isMadeInside($0) })
      else { return nil }
      let finals = panorama.finalsNeeding[activity.product]
        .filter { !built.contains(hopeful.making[$0]) }
      let affected = affected(finals) { isMadeInside($0) }
      let makers = sources[product].inside.map { chain.activities[$0].enterprise }
      return Facet(
        code: .g03, subjects: [.enterprise(activity.enterprise), .product(product)],
        standing: affected.isEmpty ? .exposure : .loss,
        reason: .untied(user: activity.enterprise, makers: makers),
        rows: untied.need.rows.map { Place(.inputs, row: $0) }
          + rows(of: [untied.activity] + sources[product].inside),
        affected: affected, value: affected.isEmpty ? .unknown : lost(affected))
    }
  }
}
