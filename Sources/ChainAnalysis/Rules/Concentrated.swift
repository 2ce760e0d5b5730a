internal import Chains

extension Situation {
  /// B11 集中度堵点: supply in few hands, or dependent on few hands outside.
  ///
  /// HHI above its threshold, or all three indicators of outside dependency above theirs (European
  /// Commission, SWD(2021) 352); to be verified where makers may be missing from the shares. Rows that stand for many holders add to the whole and to nobody's share.
  func concentrated() -> [Facet] {
    chain.products.indices.compactMap { product in
      guard panorama.isRequired[product],
        let concentration = SupplyShares(product, in: self)?.concentration
      else { return nil }
      let dependsOnFew =
        (concentration.outsideIndex ?? 0) > settings.outsideConcentration
        && concentration.outsideShare > settings.outsideShare
        && concentration.outsideRatio > settings.outsideRatio
      guard concentration.index > settings.concentration || dependsOnFew else { return nil }
      let finals = panorama.finalsNeeding[product]
      let affected = affected(finals) { _ in false }
      // Capacities of a list that may lack makers are not shares of all supply; stated shares are.
      let isWhole = chain.profile.enterprisesKnown == .complete || concentration.isStated
      return Facet(
        code: .b11, subjects: [.product(product)], standing: isWhole ? .exposure : .toVerify,
        reason: .concentrated(concentration),
        rows: rows(of: sources[product].inside + sources[product].outside),
        affected: affected, value: watch(affected, fraction: concentration.topShare))
    }
  }
}
