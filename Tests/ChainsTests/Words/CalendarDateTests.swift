import Chains
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (0, nil, nil), (10_000, nil, nil), (2023, 0, nil), (2023, 13, nil), (2023, nil, 1),
    (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 1, 0), (2024, 12, 32),
  ])
  func `what is not in the calendar is no date`(_ year: Int, _ month: Int?, _ day: Int?) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func `leap days follow the Gregorian rule`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test func `a date is written as exactly as it is known`() {
    #expect(CalendarDate(year: 987)?.description == "0987")
    #expect(CalendarDate(year: 2022, month: 3)?.description == "2022-03")
    #expect(CalendarDate(year: 2022, month: 11, day: 5)?.description == "2022-11-05")
  }

  @Test func `a date sorts before the more exact ones within it`() throws {
    let year = try #require(CalendarDate(year: 2022))
    let month = try #require(CalendarDate(year: 2022, month: 1))
    let day = try #require(CalendarDate(year: 2022, month: 1, day: 1))
    let before = try #require(CalendarDate(year: 2021, month: 12, day: 31))
    #expect([day, before, month, year].sorted() == [before, year, month, day])
  }

  @Test func `a date is not after a less exact one that holds it`() throws {
    let year = try #require(CalendarDate(year: 2022))
    let last = try #require(CalendarDate(year: 2022, month: 12, day: 31))
    let next = try #require(CalendarDate(year: 2023, month: 1))
    #expect(last.isNotAfter(year))
    #expect(year.isNotAfter(last), "a year begins before its last day")
    #expect(!next.isNotAfter(year))
    #expect(year.isNotAfter(year))
  }
}
