internal import ChainAnalysis
internal import Chains

extension ReasonWording {
  /// B01, B02, B03, B05: what there is, and that it is used up.
  func limited(_ restriction: Restriction, _ limit: Double) -> Bilingual {
    let product = product(of: restriction)
    let unit = chain.products[product].unit.map { " \($0)" } ?? ""
    let amount = Numerals.amount(limit) + unit
    let name = chain.products[product].name
    return switch restriction {
    case .making:
      Bilingual(
        "全部企业年产能合计 \(amount)，已用尽", "all makers together make \(amount) a year, all of it used")
    case .buying:
      Bilingual("每年外购上限 \(amount)，已用尽", "\(amount) a year come from outside, all of it used")
    case .activity(let number):
      Bilingual(
        "\(enterpriseName(chain.activities[number].enterprise))年产\(name) \(amount)，已用尽",
        "\(enterpriseName(chain.activities[number].enterprise)) makes \(amount) of \(name) a year, all of it used"
      )
    case .tie:
      Bilingual("每年供应量 \(amount)，已用尽", "\(amount) a year may pass, all of it used")
    case .link: Bilingual("没有供应关系", "no tie")
    }
  }

  /// B04: who could, who lacks.
  func mismatch(_ link: Link) -> Bilingual {
    let maker = chain.activities[link.maker]
    let product = chain.products[maker.product].name
    let (supplier, customer) = (enterpriseName(maker.enterprise), enterpriseName(link.customer))
    return Bilingual(
      "\(supplier)能多供\(product)，\(customer)不够用，两家没有供应关系",
      "\(supplier) could supply more \(product), \(customer) lacks it, and no tie joins them")
  }

  /// B06: how much each must grow.
  func together(_ extra: [LadderStep.Extra]) -> Bilingual {
    let parts = extra.map(growth)
    return Bilingual(
      "单独放开哪一个都不增产，要同时增加：" + parts.map(\.chinese).joined(separator: "、"),
      "none of them alone brings anything; together they must grow: "
        + parts.map(\.english).joined(separator: ", "))
  }

  /// `芯片外购 +15 万片`.
  func growth(_ extra: LadderStep.Extra) -> Bilingual {
    let name = name(of: extra.restriction)
    let unit = chain.products[product(of: extra.restriction)].unit.map { " \($0)" } ?? ""
    let amount = " +\(Numerals.amount(extra.units))\(unit)"
    return Bilingual(name.chinese + amount, name.english + amount)
  }

  /// What a restriction is called: `电芯产能`, `芯片外购`, `E3→E1 电芯供应`.
  func name(of restriction: Restriction) -> Bilingual {
    let product = chain.products[product(of: restriction)].name
    return switch restriction {
    case .making: Bilingual("\(product)产能", "making \(product)")
    case .buying: Bilingual("\(product)外购", "buying \(product)")
    case .activity(let number):
      Bilingual(
        "\(enterpriseName(chain.activities[number].enterprise))\(product)产能",
        "\(enterpriseName(chain.activities[number].enterprise)) making \(product)")
    case .tie(let row):
      Bilingual("\(chain.name(.tie(row)))供应", "supply \(chain.name(.tie(row)))")
    case .link(let link):
      Bilingual(
        "\(enterpriseName(chain.activities[link.maker].enterprise))→\(enterpriseName(link.customer))/\(product)",
        "\(enterpriseName(chain.activities[link.maker].enterprise))→\(enterpriseName(link.customer))/\(product)"
      )
    }
  }

  private func product(of restriction: Restriction) -> Int {
    switch restriction {
    case .making(let product), .buying(let product): product
    case .activity(let number): chain.activities[number].product
    case .tie(let row): chain.ends(ofTie: row).product
    case .link(let link): chain.activities[link.maker].product
    }
  }
}
