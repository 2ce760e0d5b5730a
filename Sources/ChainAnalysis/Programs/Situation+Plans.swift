internal import Chains

extension Situation {
  func productPlan(_ assumption: Assumption) -> ProductPlan {
    ProductPlan(
      chain, panorama: panorama, sources: sources, assuming: assumption,
      objective: settings.objective)
  }

  func tiePlan(_ assumption: Assumption, links: [Link]? = nil) -> TiePlan {
    TiePlan(
      chain, panorama: panorama, sources: sources, assuming: assumption,
      links: links ?? missingLinks, objective: settings.objective, surge: settings.surge)
  }

  func program(_ level: Level, _ assumption: Assumption) -> PlanProgram {
    switch level {
    case .products: productPlan(assumption).plan
    case .ties: tiePlan(assumption).plan
    }
  }

  /// What a balanced rate of 1 is worth: the value of all targets.
  var balancedTarget: Double {
    chain.finalProducts.reduce(0) {
      $0 + (chain.products[$1].demand ?? 0) * (chain.products[$1].value ?? 0)
    }
  }

  /// What the reported output of final products is worth; `nil` unless it is known for every maker.
  var actual: Double? {
    var sum = 0.0
    for final in chain.finalProducts {
      let makers = sources[final].inside
      guard !makers.isEmpty, sources[final].unplaced.isEmpty else { return nil }
      for maker in makers {
        guard let output = chain.capacity(of: chain.activities[maker])?.output else { return nil }
        sum += output * (chain.products[final].value ?? 0)
      }
    }
    return sum
  }

  /// Units a year of which a unit more of a restriction is a share: what the targets take of its product, or what
  /// there is; `nil` where neither is known, as of a product that only fills in for others.
  var size: (PlanProgram.Lever) -> Double? {
    { lever in
      let whole: Double =
        switch lever.restriction {
        case .making(let product), .buying(let product): self.requirements.total[product]
        case .activity(let number): self.requirements.total[self.chain.activities[number].product]
        case .tie(let row): self.requirements.total[self.chain.ends(ofTie: row).product]
        case .link: 0
        }
      return whole > 0 ? whole : lever.isFinite ? lever.limit : nil
    }
  }
}
