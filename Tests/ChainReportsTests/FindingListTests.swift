import ChainAnalysis
import Chains
import Testing

@testable import ChainReports

@Suite struct FindingListTests {
  @Test func `CSV quotes commas, quotes and line breaks and nothing else`() {
    #expect(CSVRow.text(["a", "电芯，材料", ""]) == "a,电芯，材料,\r\n")
    #expect(
      CSVRow.text(["a,b", "say \"x\"", "two\nlines", "cr\r"])
        == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"cr\r\"\r\n")
    #expect(CSVRow.text(["\""]) == "\"\"\"\"\r\n")
  }

  @Test func `a Markdown cell keeps its pipes and stays on one line`() {
    let table = MarkdownTable.text([["a|b", "c"], ["two\r\nlines", ""]])
    #expect(table == "| a\\|b | c |\n| --- | --- |\n| two lines |  |\n")
    #expect(MarkdownTable.text([]) == "")
  }

  @Test(arguments: Language.allCases)
  func `every row of the list has a cell for each header`(_ language: Language) throws {
    let analysis = try Examples.analysis(Examples.panel)
    let csv = FindingList(analysis, language: language).csv
    let rows = csv.split(separator: "\r\n")
    #expect(rows.count == analysis.findings.count + 1)
    let markdown = FindingList(analysis, language: language).markdown
    let rules = markdown.split(separator: "\n").dropFirst()
    let cells = Set(rules.map { $0.split(separator: "|", omittingEmptySubsequences: false).count })
    #expect(markdown.hasPrefix("# 显示面板\n\n| "))
    #expect(cells == [21])
  }

  @Test func `figures in CSV are plain numbers and unknown ones are empty`() throws {
    let csv = FindingList(try Examples.analysis(Examples.bread), language: .english).csv
    let row = try #require(csv.split(separator: "\r\n").first { $0.contains("G04:flour") })
    #expect(row.contains(",342.857143,"), "\(row)")
    #expect(!row.contains("nan") && !row.contains("∞"))
  }

  @Test func `names with quotes, pipes and line breaks survive`() throws {
    let text = Examples.bread.replacing(
      "id: flour, name: 面粉", with: #"id: flour, name: "面\"粉\"|a,b""#)
    let list = FindingList(try Examples.analysis(text), language: .chinese)
    #expect(list.csv.contains(#""面""粉""|a,b""#))
    #expect(list.markdown.contains(#"面"粉"\|a,b"#))
  }
}
