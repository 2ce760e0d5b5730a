internal import ChainAnalysis
internal import Chains

extension ReasonWording {
  /// Lists what is unknown, capacities and places of makers taken together.
  func unknown(_ figures: [UnknownFigure]) -> Bilingual {
    var parts: [Bilingual] = []
    var makers: [Int] = []
    var placed: [Int] = []
    for figure in figures {
      switch figure {
      case .amount(let row):
        let input = chain.tables.inputs[row]
        let product = chain.number(of: input.product).map { chain.products[$0].name } ?? ""
        parts.append(Bilingual("\(product)对它的单耗", "how much of it \(product) takes"))
      case .share(let row):
        let input = chain.tables.inputs[row]
        let product = chain.number(of: input.product).map { chain.products[$0].name } ?? ""
        parts.append(Bilingual("缺了它\(product)少产多少", "how much \(product) loses without it"))
      case .capacity(let number): makers.append(chain.activities[number].enterprise)
      case .external: parts.append(Bilingual("外部可得量", "how much comes from outside"))
      case .demand: parts.append(Bilingual("目标需求", "its target"))
      case .volumes: parts.append(Bilingual("各条供应关系的供应量", "how much its ties carry"))
      case .maker:
        parts.append(Bilingual("有没有未登记的企业生产", "whether anybody makes it who is not recorded"))
      case .place(let enterprise): placed.append(enterprise)
      }
    }
    if !makers.isEmpty {
      let names = names(makers)
      parts.append(Bilingual("\(names.chinese)的产能", "the capacity of \(names.english)"))
    }
    if !placed.isEmpty {
      let names = names(placed)
      parts.append(Bilingual("\(names.chinese)在不在本地", "whether \(names.english) is inside"))
    }
    return Bilingual(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }

  func enterpriseName(_ number: Int) -> String { chain.enterprises[number].name }

  /// Up to three names, and how many there are.
  func names(_ enterprises: [Int]) -> Bilingual {
    let all = enterprises.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    let shown = all.prefix(3).map(enterpriseName)
    let more = all.count - shown.count
    return Bilingual(
      shown.joined(separator: "、") + (more > 0 ? "等\(all.count)家" : ""),
      shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  /// The final products that stop, by name; in English with the verb.
  func stoppedProducts(_ finding: Finding) -> Bilingual {
    let names = finding.affected.filter(\.stops).map { chain.products[$0.product].name }
    let shown = names.prefix(3)
    let more = names.count - shown.count
    return Bilingual(
      shown.joined(separator: "、") + (more > 0 ? "等\(names.count)种产品" : ""),
      shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        + (names.count == 1 ? " stops" : " stop"))
  }

  /// The unit of the product that a finding is about, with the blank before it.
  func unit(of finding: Finding) -> Bilingual {
    for subject in finding.subjects {
      let product: Int? =
        switch subject {
        case .product(let number): number
        case .tie(let row): chain.ends(ofTie: row).product
        case .enterprise: limitedProduct(finding)
        case .region, .owner: nil
        }
      guard let unit = product.flatMap({ chain.products[$0].unit }) else { continue }
      return Bilingual(" \(unit)", " \(unit)")
    }
    return Bilingual("", "")
  }

  /// What an enterprise makes too little of (B02).
  private func limitedProduct(_ finding: Finding) -> Int? {
    for case .limited(.activity(let number), _) in finding.evidence.map(\.reason) {
      return chain.activities[number].product
    }
    return nil
  }
}
