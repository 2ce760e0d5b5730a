import ChainAnalysis
import Chains
import Testing

@testable import ChainReports

/// What people read, kept as snapshots.
@Suite struct ReportTests {
  static let chains = [("bread", Examples.bread), ("panel", Examples.panel)]

  @Test(arguments: chains, Language.allCases)
  func `overview`(_ example: (name: String, text: String), _ language: Language) throws {
    let analysis = try Examples.analysis(example.text)
    let text = Overview(analysis, language: language, path: "\(example.name).yaml").text
    try Snapshot.expect(text, "overview-\(example.name).\(language.rawValue).txt")
  }

  @Test(arguments: chains, Language.allCases)
  func `explanations of all findings`(
    _ example: (name: String, text: String), _ language: Language
  ) throws {
    let analysis = try Examples.analysis(example.text)
    let texts = analysis.findings.map { finding in
      Explanation(finding, of: analysis, language: language) { place in
        "\(example.name).yaml:\(place.row + 1)"
      }.text
    }
    try Snapshot.expect(
      texts.joined(separator: "\n----\n\n"), "explain-\(example.name).\(language.rawValue).txt")
  }

  @Test(arguments: chains, Language.allCases)
  func `data gaps`(_ example: (name: String, text: String), _ language: Language) throws {
    let gaps = DataGaps(try Examples.analysis(example.text), language: language)
    let text = gaps.text(of: "\(example.name).yaml") + "\n" + gaps.markdown + "\n" + gaps.json
    try Snapshot.expect(text, "gaps-\(example.name).\(language.rawValue).txt")
  }

  @Test(arguments: [60, 80, 120], Language.allCases)
  func `every line keeps to the width of the terminal`(_ width: Int, _ language: Language) throws {
    for (name, text) in Self.chains {
      let analysis = try Examples.analysis(text)
      var texts = [
        Overview(analysis, language: language, width: width, limit: 0, path: "\(name).yaml").text,
        DataGaps(analysis, language: language).text(of: "\(name).yaml", width: width),
      ]
      texts += analysis.findings.map {
        Explanation($0, of: analysis, language: language, width: width).text
      }
      for line in texts.joined().split(separator: "\n") where !line.contains("liantu export") {
        #expect(String(line).displayWidth <= width, "\(name): \(line)")
      }
    }
  }

  @Test func `a limit shows so many of each list and counts the rest`() throws {
    let analysis = try Examples.analysis(Examples.bread)
    let text = Overview(analysis, language: .english, limit: 1, path: "bread.yaml").text
    #expect(text.contains("1 more: --top 0 lists all"))
    #expect(!text.contains("G04  面包"))
  }

  @Test func `colours change nothing but the colours`() throws {
    let analysis = try Examples.analysis(Examples.panel)
    let plain = Overview(analysis, language: .chinese, path: "p").text
    let coloured = Overview(
      analysis, language: .chinese, style: Style(isColoured: true), path: "p"
    ).text
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("chains/a.yaml", "chains/a.yaml"), ("a b.yaml", "'a b.yaml'"), ("产业链", "产业链"),
    ("it's", "'it'\\''s'"), ("", "''"), ("$x", "'$x'"),
  ])
  func `a suggested command can be pasted into a shell`(_ path: String, _ quoted: String) {
    #expect(shellQuoted(path) == quoted)
  }

  @Test func `a chain says what it is about in single lines`() throws {
    let analysis = try Examples.analysis(Examples.bread)
    let finding = try #require(analysis.finding("G04:flour"))
    #expect(
      analysis.title(of: finding) == Bilingual("面粉 · 能力缺口断点", "面粉 · shortage at target"))
    let evidence = try #require(finding.evidence.first)
    #expect(
      analysis.words(for: evidence, of: finding).chinese
        == "目标每年需 700 吨，可得 500，缺 200，保障度 71%")
    #expect(
      analysis.chain.words(for: Place(.capacities, row: 0)).english
        == "capacity: 甲烘焙 makes 面包, capacity 900 吨 (示例统计年鉴, 2022, grade B)")
    #expect("\(finding)" == "G04:flour (severity 4, loss)")
    #expect("\(analysis)" == "bread from 示例市: 5 findings")
    #expect("\(analysis.chain)" == "bread: 4 products, 3 enterprises, 0 ties")
    #expect("\(FindingCode.b09)" == "B09")
  }
}
