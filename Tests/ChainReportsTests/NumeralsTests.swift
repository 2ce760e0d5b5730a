import Testing

@testable import ChainReports

@Suite struct NumeralsTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (999, "999"), (1000, "1,000"), (1200, "1,200"),
    (1_234_567, "1,234,570"), (1_000_000, "1,000,000"), (0.075, "0.075"), (1.0 / 3, "0.333333"),
    (1234.5, "1,234.5"), (-1234.5, "-1,234.5"), (-7, "-7"), (0.1 + 0.2, "0.3"),
    (999_999.5, "1,000,000"), (1e-9, "1e-09"), (1e15, "1,000,000,000,000,000"), (1e18, "1e+18"),
    (.infinity, "∞"),
    (-.infinity, "-∞"), (.nan, "—"),
  ])
  func `an amount has at most six significant digits, thousands apart`(
    _ value: Double, _ text: String
  ) {
    #expect(Numerals.amount(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (1200, "1,200"), (100.4, "100"), (99.96, "100"), (33.333, "33.3"), (9.999, "10"),
    (1.2345, "1.23"), (0.004, "0.004"), (0.00123, "0.0012"), (-33.333, "-33.3"),
    (45_600_000, "45,600,000"), (.infinity, "∞"),
  ])
  func `money has no decimals from a hundred on`(_ value: Double, _ text: String) {
    #expect(Numerals.money(value) == text)
  }

  @Test(arguments: [
    (0, "0%"), (0.0001, "<0.1%"), (0.001, "0.1%"), (0.0125, "1.3%"), (0.0999, "10%"),
    (0.125, "13%"), (0.5, "50%"), (0.99, "99%"), (0.995, "99.5%"), (0.999, "99.9%"),
    (0.9999, ">99.9%"), (1, "100%"), (1.5, "150%"), (12.3, "1,230%"), (-0.05, "-5%"),
    (.infinity, "∞%"),
  ])
  func `a share is never rounded to nothing or to all`(_ share: Double, _ text: String) {
    #expect(Numerals.percent(share) == text)
  }

  @Test func `cutting to significant digits keeps the size`() {
    #expect(Numerals.significant(123_456_789, digits: 6) == 123_457_000)
    #expect(Numerals.significant(0, digits: 3) == 0)
    #expect(Numerals.significant(-0.0012345, digits: 2) == -0.0012)
    #expect(Numerals.significant(.infinity, digits: 2) == .infinity)
  }
}
