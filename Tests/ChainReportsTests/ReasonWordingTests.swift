import Chains
import Testing

@testable import ChainAnalysis
@testable import ChainReports

@Suite struct ReasonWordingTests {
  let chain: Chain
  init() throws { chain = try ChainReportsTests.chain(Examples.bread) }

  // Products: 面包 0, 面粉 1, 酵母 2, 烤炉 3. Enterprises: 甲烘焙 0, 乙面粉 1, 丙机械 2.

  @Test func `missing: nobody, or makers that do not work`() {
    expect(
      .missing(idleMakers: []), "本地无人能产，也无处可购",
      "nobody makes it and it cannot be bought anywhere")
    expect(
      .missing(idleMakers: [1]), "无处可购；登记的乙面粉停产、未投产或只有微量",
      "it cannot be bought; 乙面粉 recorded for it does not work or makes samples only")
    expect(
      .missing(idleMakers: [0, 1]), "无处可购；登记的甲烘焙、乙面粉停产、未投产或只有微量",
      "it cannot be bought; 甲烘焙, 乙面粉 recorded for it do not work or make samples only")
  }

  @Test func `circular: the circle is closed`() {
    expect(
      .circular([0, 1]), "互为投入（面包 → 面粉 → 面包）：运转中无碍，停下后无法自行重启",
      "they need one another (面包 → 面粉 → 面包): once stopped, none can be started from what there is")
  }

  @Test func `only outside: how much, from whom, and who cannot run`() {
    expect(
      .onlyOutside(
        sources: [], available: Quantity(known: .infinity, isOpen: false), idleMakers: []),
      "本地无人能产，全靠外购：数量不限",
      "not made inside; all of it comes from outside: without limit")
    expect(
      .onlyOutside(sources: [1], available: Quantity(known: 5, isOpen: true), idleMakers: []),
      "本地无人能产，全靠外购：来自乙面粉，数量待核",
      "not made inside; all of it comes from outside: from 乙面粉, how much is not known")
    expect(
      .onlyOutside(
        sources: [], available: Quantity(known: 300, isOpen: false), idleMakers: [0]),
      "本地甲烘焙无法开工，全靠外购：每年可得 300 吨",
      "甲烘焙 inside cannot run; all of it comes from outside: 300 吨 a year")
  }

  @Test func `untied: who needs it and who makes it`() {
    expect(
      .untied(user: 0, makers: [1]), "甲烘焙需要面粉，乙面粉能产，但没有供应关系",
      "甲烘焙 needs 面粉, 乙面粉 makes it, but no tie joins them")
    expect(
      .untied(user: 0, makers: [1, 2]), "甲烘焙需要面粉，乙面粉、丙机械能产，但没有供应关系",
      "甲烘焙 needs 面粉, 乙面粉, 丙机械 make it, but no tie joins them")
  }

  @Test func `shortage: the figures and their ratio`() {
    expect(
      .shortage(required: 700, available: 500, isFelt: true), "目标每年需 700 吨，可得 500，缺 200，保障度 71%",
      "the targets take 700 吨 a year, 500 can be had, 200 missing, coverage 71%")
    expect(
      .shortage(required: 700, available: 500, isFelt: false),
      "目标每年需 700 吨，可得 500，缺 200，保障度 71%（单看这一项，目标不因此少产出）",
      "the targets take 700 吨 a year, 500 can be had, 200 missing, coverage 71% "
        + "(by itself it takes nothing from the target)")
  }

  @Test func `one source`() {
    expect(
      .oneSource(1), "只有一个外部来源“乙面粉”，本地不产，也没有替代品",
      "“乙面粉” outside is the only source; nothing stands in for it")
  }

  @Test func `unknown: each figure, makers taken together`() {
    expect(
      .unknown([
        .amount(row: 0), .capacity(activity: 0), .external, .demand, .maker, .place(enterprise: 2),
        .capacity(activity: 1),
      ]),
      "待核：面包对它的单耗；外部可得量；目标需求；有没有未登记的企业生产；甲烘焙、乙面粉的产能；丙机械在不在本地",
      "not known: how much of it 面包 takes; how much comes from outside; its target; "
        + "whether anybody makes it who is not recorded; the capacity of 甲烘焙, 乙面粉; whether 丙机械 is inside"
    )
  }

  @Test func `only: the way down, verified or not`() {
    let path: [PathStep] = [.product(0), .product(1), .enterprise(1)]
    expect(
      .only(path: path, verified: true), "唯一来源，一停全停：面包 ⇐ 面粉 ⇐ 乙面粉",
      "the only one; all stops with it: 面包 ⇐ 面粉 ⇐ 乙面粉")
    expect(
      .only(path: path, verified: false), "已知的唯一来源，是否另有来源待核：面包 ⇐ 面粉 ⇐ 乙面粉",
      "the only one known; whether there are others is to be verified: 面包 ⇐ 面粉 ⇐ 乙面粉")
  }

  @Test func `pairs: the common cause and what stops`() {
    expect(
      .pair(.region(0), verified: true), "两家同在示例市，同时停则面包停产",
      "both in 示例市; when both stop, 面包 stops")
    expect(
      .pair(.owner("集团"), verified: true), "两家同属集团，同时停则面包停产",
      "both owned by 集团; when both stop, 面包 stops")
  }

  @Test func `common cause: the members, verified or not`() {
    expect(
      .commonCause(.owner("集团"), members: [0, 1], verified: true), "甲烘焙、乙面粉一起停则面包停产",
      "when 甲烘焙, 乙面粉 stop together, 面包 stops")
    expect(
      .commonCause(.region(0), members: [0, 1], verified: false),
      "甲烘焙、乙面粉一起停则面包停产（是否另有外部来源待核）",
      "when 甲烘焙, 乙面粉 stop together, 面包 stops (outside supply to be verified)")
  }

  @Test func `concentrated: the outside is left out where there is none`() {
    expect(
      .concentrated(concentration(top: [1], outside: 0)), "乙面粉占 71%，集中度 HHI 5,918 点",
      "乙面粉 holds 71%; HHI 5,918 points")
    expect(
      .concentrated(concentration(top: [0, 1], outside: 0.25)),
      "甲烘焙、乙面粉占 71%，集中度 HHI 5,918 点，外部占 25%",
      "甲烘焙, 乙面粉 hold 71%; HHI 5,918 points; 25% from outside")
  }

  @Test func `more than three names are counted`() {
    let wording = ReasonWording(chain: chain)
    #expect(wording.names([0, 1, 2]) == Bilingual("甲烘焙、乙面粉、丙机械", "甲烘焙, 乙面粉, 丙机械"))
    #expect(wording.names([0, 0]) == Bilingual("甲烘焙", "甲烘焙"))
  }

  private func concentration(top: [Int], outside: Double) -> Concentration {
    Concentration(
      index: 0.5918, top: top, topShare: 100 / 140, outsideIndex: nil, outsideShare: outside,
      outsideRatio: 0, holders: 2, unnamedShare: 0, isStated: true)
  }

  /// A finding about 面粉 that stops 面包, with one reason.
  private func expect(
    _ reason: Reason, _ chinese: String, _ english: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let evidence = Evidence(code: .g07, reason: reason, rows: [])
    let finding = Finding(
      id: "X", code: .g07, also: [], subjects: [.product(1)], severity: .watch, standing: .loss,
      value: .unknown, affected: [AffectedProduct(product: 0, value: nil, loss: nil, stops: true)],
      evidence: [evidence], grade: nil)
    let text = ReasonWording(chain: chain).text(evidence, of: finding)
    #expect(text.chinese == chinese, sourceLocation: sourceLocation)
    #expect(text.english == english, sourceLocation: sourceLocation)
  }
}
