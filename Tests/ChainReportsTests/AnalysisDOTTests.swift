import ChainAnalysis
import Chains
import Foundation
import Testing

@testable import ChainReports

@Suite struct AnalysisDOTTests {
  @Test(arguments: [
    ("面粉", "\"面粉\""), ("a\"b", "\"a\\\"b\""), ("C:\\N", "\"C:\\\\N\""), ("a\nb", "\"a\\nb\""),
    ("a\r\nb", "\"a\\nb\""), ("R&D", "\"R&amp;D\""), ("bell\u{7}", "\"bell \""), ("", "\"\""),
  ])
  func `a text is quoted so that it is read back as it was`(_ text: String, _ quoted: String) {
    #expect(DOTText.quoted(text) == quoted)
  }

  @Test(arguments: [Examples.bread, Examples.panel])
  func `every product and every maker is a node, and layers run from left to right`(
    _ text: String
  ) throws {
    let analysis = try Examples.analysis(text)
    let dot = AnalysisDOT(analysis, language: .chinese).text
    let lines = dot.split(separator: "\n")
    #expect(dot.contains("rankdir=LR"))
    for number in analysis.chain.products.indices {
      #expect(lines.filter { $0.contains(" p\(number) [label=") }.count == 1)
    }
    for number in analysis.chain.enterprises.indices {
      let makes = !analysis.chain.activities(of: number).isEmpty
      #expect(lines.contains { $0.contains(" e\(number) [label=") } == makes)
    }
    let recipes = analysis.chain.products.indices.flatMap { product in
      analysis.chain.recipe(of: product).map { "p\($0.product) -> p\(product)" }
    }
    for recipe in recipes { #expect(lines.contains { $0.hasPrefix("  " + recipe) }) }
    #expect(dot == AnalysisDOT(analysis, language: .chinese).text)
  }

  @Test(.enabled(if: dot != nil, "needs Graphviz"))
  func `Graphviz reads names with quotes, backslashes and line ends as they are`() throws {
    let name = #"面"粉\N & <b>"#
    var tables = try Examples.analysis(Examples.bread).chain.tables
    tables.products[1].name = name + "\n二"
    let text = AnalysisDOT(try Chain(tables).analysis(), language: .english).text
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.dot))
    process.arguments = ["-Tsvg"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let svg = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(svg.contains(#">面&quot;粉\N &amp; &lt;b&gt;<"#), "\(svg.prefix(3000))")
    #expect(svg.contains(">二<"))
  }

  private static let dot = ["/usr/bin/dot", "/usr/local/bin/dot"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
