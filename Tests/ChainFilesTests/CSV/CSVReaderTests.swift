import Testing

@testable import ChainFiles

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    var reader = CSVReader(Array(text.utf8))
    var cells: [CSVReader.Cell] = []
    var rows: [[String]] = []
    while try reader.next(into: &cells) != nil { rows.append(cells.map { reader.text($0) }) }
    return rows
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Every line end ends a line`(end: String) throws {
    #expect(
      try rows(["a,b", "1,2", "", "3,4"].joined(separator: end)) == [
        ["a", "b"], ["1", "2"], [""], ["3", "4"],
      ])
    var reader = CSVReader(Array(["a", "\"x\(end)y\"", "b"].joined(separator: end).utf8))
    var cells: [CSVReader.Cell] = []
    var lines: [Int] = []
    while let start = try reader.next(into: &cells) { lines.append(start.line) }
    #expect(lines == [1, 2, 4])
  }

  @Test(arguments: [",", ";", "\t"])
  func `The delimiter is found in the header`(delimiter: String) throws {
    #expect(
      try rows("a\(delimiter)\"b,;\"\(delimiter)c\n1\(delimiter)2\(delimiter)3") == [
        ["a", "b,;", "c"], ["1", "2", "3"],
      ])
  }

  @Test func `Excel's first line names the delimiter`() throws {
    #expect(try rows("sep=;\r\na;b,c\r\n") == [["a", "b,c"]])
  }

  @Test func `Quotes hold delimiters, line ends and doubled quotes`() throws {
    #expect(try rows("\"a,\"\"b\"\"\nc\",d\n") == [["a,\"b\"\nc", "d"]])
    #expect(try rows("a\"b,c\"\"\n") == [["a\"b", "c\"\""]])
    #expect(try rows("\"a\" ,b\n") == [["a", "b"]])
    #expect(try rows("\"\",\"\"\n") == [["", ""]])
  }

  @Test func `Empty cells and blanks at the ends`() throws {
    #expect(try rows(",,\n , x ,　y　\n") == [["", "", ""], ["", "x", "y"]])
    #expect(try rows("") == [])
    #expect(try rows("a") == [["a"]])
    #expect(try rows("a,") == [["a", ""]])
  }

  @Test func `An unclosed quote has the place where it opened`() {
    #expect(throws: CSVReader.Failure.unclosedQuote(Mark(line: 2, column: 4))) {
      try rows("a,b\n甲乙,\"c\nd\n")
    }
    #expect(throws: CSVReader.Failure.textAfterQuote(Mark(line: 3, column: 3))) {
      try rows("a,b\n甲,\"c\nd\"x\n")
    }
  }
}
