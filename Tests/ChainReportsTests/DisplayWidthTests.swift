import Testing

@testable import ChainReports

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("产业链", 6), ("ＡＢＣ", 6), ("ｶﾀｶﾅ", 4), ("한국어", 6), ("（）", 4), ("　", 2),
    ("e\u{301}", 1), ("\u{200B}a", 1), ("\u{FEFF}a", 1), ("㎡", 2), ("℃", 1), ("①→─■·…", 6),
    ("“引号”", 6), ("—", 1), ("✓", 1), ("〇", 2), ("𠮷", 2), ("👍", 2), ("👩‍🔬", 2), ("🇨🇳", 2),
    ("❤️", 2), ("1️⃣", 2), ("👍🏽", 2), ("万元/年", 7), ("⇐", 1), ("＋", 2), ("1,200", 5),
  ])
  func `a text takes as many columns as a terminal gives it`(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width, "\(text)")
  }

  @Test func `padding counts columns, not characters`() {
    #expect("电芯".padded(to: 6) == "电芯  ")
    #expect("电芯".padded(to: 6, trailing: true) == "  电芯")
    #expect("电芯".padded(to: 3) == "电芯")
    #expect("".padded(to: 0) == "")
  }

  @Test(arguments: [
    ("电池包一厂", 10, "电池包一厂"), ("电池包一厂", 9, "电池包一…"), ("电池包一厂", 8, "电池包…"),
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("电", 1, "…"), ("👩‍🔬👩‍🔬", 3, "👩‍🔬…"),
  ])
  func `a text is cut to a width and says that something is missing`(
    _ text: String, _ width: Int, _ expected: String
  ) {
    #expect(text.truncated(to: width) == expected)
    #expect(text.truncated(to: width).displayWidth <= width)
  }
}
