internal import ChainAnalysis
internal import Chains

/// Puts the reasons of findings into one line each, in both languages.
struct ReasonWording {
  let chain: Chain

  func text(_ evidence: Evidence, of finding: Finding) -> Bilingual {
    switch evidence.reason {
    case .missing(let idle): missing(idle)
    case .circular(let products): circular(products)
    case .onlyOutside(let sources, let available, let idle):
      onlyOutside(sources, available, idle, unit(of: finding))
    case .untied(let user, let makers): untied(user, makers, finding)
    case .shortage(let required, let available, let isFelt):
      shortage(required, available, unit(of: finding), isFelt)
    case .oneSource(let enterprise):
      Bilingual(
        "只有一个外部来源“\(enterpriseName(enterprise))”，本地不产，也没有替代品",
        "“\(enterpriseName(enterprise))” outside is the only source; nothing stands in for it")
    case .unknown(let figures):
      Bilingual("待核：" + unknown(figures).chinese, "not known: " + unknown(figures).english)
    case .limited(let restriction, let limit): limited(restriction, limit)
    case .mismatch(let link): mismatch(link)
    case .together(let extra): together(extra)
    case .only(let path, let isVerified): only(path, isVerified, finding)
    case .pair(let cause, _): pair(cause, finding)
    case .commonCause(let cause, let members, let isVerified):
      commonCause(cause, members, finding, isVerified)
    case .concentrated(let concentration): concentrated(concentration)
    }
  }

  /// The reason behind the name of its code, such as `能力缺口断点：目标每年需…`.
  func named(_ evidence: Evidence, of finding: Finding) -> Bilingual {
    let name = evidence.code.name
    // The name says already that figures are unknown.
    let text =
      if case .unknown(let figures) = evidence.reason {
        unknown(figures)
      } else {
        text(evidence, of: finding)
      }
    return Bilingual("\(name.chinese)：\(text.chinese)", "\(name.english): \(text.english)")
  }

  private func missing(_ idle: [Int]) -> Bilingual {
    guard !idle.isEmpty else {
      return Bilingual("本地无人能产，也无处可购", "nobody makes it and it cannot be bought anywhere")
    }
    let makers = names(idle)
    return Bilingual(
      "无处可购；登记的\(makers.chinese)停产、未投产或只有微量",
      "it cannot be bought; \(makers.english) recorded for it "
        + (idle.count == 1 ? "does not work or makes" : "do not work or make") + " samples only")
  }

  private func circular(_ products: [Int]) -> Bilingual {
    let circle = (products + products.prefix(1)).map { chain.products[$0].name }
      .joined(separator: " → ")
    return Bilingual(
      "互为投入（\(circle)）：运转中无碍，停下后无法自行重启",
      "they need one another (\(circle)): once stopped, none can be started from what there is")
  }

  private func onlyOutside(
    _ sources: [Int], _ available: Quantity, _ idle: [Int], _ unit: Bilingual
  ) -> Bilingual {
    let amount =
      if available.known == .infinity {
        Bilingual("数量不限", "without limit")
      } else if available.isOpen {
        Bilingual("数量待核", "how much is not known")
      } else {
        Bilingual(
          "每年可得 \(Numerals.amount(available.known))\(unit.chinese)",
          "\(Numerals.amount(available.known))\(unit.english) a year")
      }
    let from = names(sources)
    let origin =
      sources.isEmpty
      ? amount
      : Bilingual("来自\(from.chinese)，\(amount.chinese)", "from \(from.english), \(amount.english)")
    let makers = names(idle)
    let without =
      idle.isEmpty
      ? Bilingual("本地无人能产", "not made inside")
      : Bilingual("本地\(makers.chinese)无法开工", "\(makers.english) inside cannot run")
    return Bilingual(
      "\(without.chinese)，全靠外购：\(origin.chinese)",
      "\(without.english); all of it comes from outside: \(origin.english)")
  }

  private func untied(_ user: Int, _ makers: [Int], _ finding: Finding) -> Bilingual {
    let product =
      finding.subjects.compactMap { subject in
        if case .product(let number) = subject { chain.products[number].name } else { nil }
      }.first ?? ""
    let make = makers.count == 1 ? "makes" : "make"
    let makers = names(makers)
    return Bilingual(
      "\(enterpriseName(user))需要\(product)，\(makers.chinese)能产，但没有供应关系",
      "\(enterpriseName(user)) needs \(product), \(makers.english) \(make) it, but no tie joins them"
    )
  }

  private func shortage(
    _ required: Double, _ available: Double, _ unit: Bilingual, _ isFelt: Bool
  ) -> Bilingual {
    let elsewhere =
      isFelt
      ? Bilingual("", "")
      : Bilingual("（单看这一项，目标不因此少产出）", " (by itself it takes nothing from the target)")
    let ratio = Numerals.percent(required > 0 ? available / required : 0)
    let gap = Numerals.amount(Numerals.significant(required - available, digits: 6))
    return Bilingual(
      "目标每年需 \(Numerals.amount(required))\(unit.chinese)，可得 \(Numerals.amount(available))，"
        + "缺 \(gap)，保障度 \(ratio)\(elsewhere.chinese)",
      "the targets take \(Numerals.amount(required))\(unit.english) a year, "
        + "\(Numerals.amount(available)) can be had, \(gap) missing, coverage \(ratio)\(elsewhere.english)"
    )
  }

  private func only(
    _ path: [PathStep], _ isVerified: Bool, _ finding: Finding
  ) -> Bilingual {
    var steps = path.map { step in
      switch step {
      case .product(let number): chain.products[number].name
      case .enterprise(let number): enterpriseName(number)
      }
    }
    // A path is one of products and enterprises; a tie stands between its last two.
    for case .tie(let row) in finding.subjects { steps.append(chain.name(.tie(row))) }
    let way = steps.joined(separator: " ⇐ ")
    return isVerified
      ? Bilingual("唯一来源，一停全停：\(way)", "the only one; all stops with it: \(way)")
      : Bilingual(
        "已知的唯一来源，是否另有来源待核：\(way)",
        "the only one known; whether there are others is to be verified: \(way)")
  }

  private func pair(_ cause: CommonCause, _ finding: Finding) -> Bilingual {
    let stopped = stoppedProducts(finding)
    let name = cause.name(in: chain)
    return Bilingual(
      "两家\(name.chinese)，同时停则\(stopped.chinese)停产",
      "\(name.english); when both stop, \(stopped.english)")
  }

  private func commonCause(
    _ cause: CommonCause, _ members: [Int], _ finding: Finding, _ isVerified: Bool
  ) -> Bilingual {
    let stopped = stoppedProducts(finding)
    let names = names(members)
    let verify =
      isVerified
      ? Bilingual("", "") : Bilingual("（是否另有外部来源待核）", " (outside supply to be verified)")
    return Bilingual(
      "\(names.chinese)一起停则\(stopped.chinese)停产\(verify.chinese)",
      "when \(names.english) stop together, \(stopped.english)\(verify.english)")
  }

  private func concentrated(_ concentration: Concentration) -> Bilingual {
    let top = names(concentration.top)
    let points = Numerals.amount((concentration.index * 10_000).rounded())
    let share = Numerals.percent(concentration.topShare)
    let outside =
      concentration.outsideShare > 0
      ? Bilingual(
        "，外部占 \(Numerals.percent(concentration.outsideShare))",
        "; \(Numerals.percent(concentration.outsideShare)) from outside")
      : Bilingual("", "")
    let verify =
      concentration.isStated || chain.profile.enterprisesKnown == .complete
      ? Bilingual("", "") : Bilingual("（只算已登记的企业）", " (of what the listed makers can make)")
    return Bilingual(
      "\(top.chinese)占 \(share)\(verify.chinese)，集中度 HHI \(points) 点\(outside.chinese)",
      "\(top.english) \(concentration.top.count > 1 ? "hold" : "holds") \(share)\(verify.english); "
        + "HHI \(points) points\(outside.english)")
  }
}
