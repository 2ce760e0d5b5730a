import ChainAnalysis
import Chains
import Testing

@testable import ChainReports

@Suite struct MoneyWordingTests {
  private func words(
    _ a: Double?, _ b: Double?, _ c: Double?, _ d: Double?, target: Double? = 100
  ) -> MoneyWording {
    MoneyWording(
      before: MoneyRow(figure: .capacityLimited, atLeast: a, atMost: b),
      after: MoneyRow(figure: .capacityLimited, atLeast: c, atMost: d),
      targets: (target, target))
  }

  @Test func `exact figures have an exact change, rounding is none`() {
    #expect(words(80, 80, 60, 60).changeText == Bilingual("−20 (−25%)", "−20 (−25%)"))
    #expect(words(0, 0, 60, 60).changeText.english == "+60")
    #expect(words(80, 80, 80.000001, 80.000001).changeText.english == "none")
  }

  @Test func `bounds move one by one, and only what lies beyond all of the other is certain`() {
    #expect(words(40, 80, 50, 85).change == .bounds(worst: 10, best: 5, certain: 0))
    #expect(words(40, 80, 10, 30).change == .bounds(worst: -30, best: -50, certain: -10))
    #expect(words(40, 50, 60, 90).change == .bounds(worst: 20, best: 40, certain: 10))
    #expect(words(40, 80, 40, 80).changeText.english == "same bounds")
  }

  @Test func `bounds that say nothing are not known, and so is their change`() {
    let nothing = words(0, 100, 0, 100)
    #expect(nothing.beforeText.english == "not known" && nothing.change == nil)
    #expect(words(nil, nil, 1, 2).change == nil)
    #expect(words(0, 90, 10, 100).beforeText.english == "≤90")
    #expect(words(0, 90, 10, 100).afterText.english == "≥10")
    #expect(words(1, 90, 0, 0).beforeText.english == "1–90")
  }
}
