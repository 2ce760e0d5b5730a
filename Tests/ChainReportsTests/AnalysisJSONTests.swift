import ChainAnalysis
import Chains
import Foundation
import Testing

@testable import ChainReports

@Suite struct AnalysisJSONTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [Examples.bread, Examples.panel])
  func `the same analysis gives the same bytes`(_ text: String) throws {
    let first = AnalysisJSON(try Examples.analysis(text), version: "1").text
    #expect(first == AnalysisJSON(try Examples.analysis(text), version: "1").text)
    #expect(first.hasSuffix("}\n"))
  }

  @Test(arguments: [Examples.bread, Examples.panel])
  func `the top level has its keys, each of its type`(_ text: String) throws {
    let json = try object(AnalysisJSON(try Examples.analysis(text), version: "1.2").text)
    #expect(
      json.keys.sorted() == [
        "chain", "findings", "gaps", "ladder", "ladder_needs_new_products", "products", "region",
        "removals", "schema", "settings", "stages", "summary", "tool", "unknowns", "waterfall",
      ])
    #expect(json["schema"] as? Int == 1)
    #expect(json["tool"] as? [String: String] == ["name": "liantu", "version": "1.2"])
    #expect(json["region"] as? String == "示例市")
    for key in ["findings", "ladder", "products", "removals", "stages", "unknowns", "waterfall"] {
      #expect(json[key] is [[String: Any]], "\(key)")
    }
    for key in ["chain", "settings", "summary"] { #expect(json[key] is [String: Any], "\(key)") }
  }

  @Test func `the published schema lists the keys that are written`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/analysis.schema.json")
    let schema = try object(String(contentsOf: file, encoding: .utf8))
    let json = try object(AnalysisJSON(try Examples.analysis(Examples.panel), version: "1").text)
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == json.keys.sorted())
    for key in ["chain", "settings", "summary"] {
      let described = try #require(
        (properties[key] as? [String: Any])?["properties"] as? [String: Any])
      let written = try #require(json[key] as? [String: Any])
      #expect(described.keys.sorted() == written.keys.sorted(), "\(key)")
    }
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let finding = try #require((definitions["finding"] as? [String: Any])?["required"] as? [String])
    let first = try #require((json["findings"] as? [[String: Any]])?.first)
    #expect(finding.sorted() == first.keys.sorted())
  }

  @Test func `what is unknown is null, never zero and never left out`() throws {
    let json = try object(AnalysisJSON(try Examples.analysis(Examples.panel), version: "1").text)
    let summary = try #require(json["summary"] as? [String: Any])
    #expect(summary["tie_limited"] is NSNull)
    let products = try #require(json["products"] as? [[String: Any]])
    let driver = try #require(products.first { $0["id"] as? String == "driver" })
    #expect(driver["local_rate"] is NSNull)
    #expect((driver["coverage"] as? [String: Any])?["ratio"] is NSNull)
  }

  @Test func `supply without limit is said so, not written as a number`() throws {
    let json = try object(AnalysisJSON(try Examples.analysis(Examples.bread), version: "1").text)
    let products = try #require(json["products"] as? [[String: Any]])
    let yeast = try #require(products.first { $0["id"] as? String == "yeast" })
    let outside = try #require(yeast["outside"] as? [String: Any])
    #expect(outside["known"] is NSNull)
    #expect(outside["unlimited"] as? Bool == true)
  }

  @Test func `a finding alone is the same as in the whole`() throws {
    let analysis = try Examples.analysis(Examples.bread)
    let json = AnalysisJSON(analysis, version: "1") { "bread.yaml:\($0.row + 1)" }
    var alone = try object(json.text(of: analysis.findings[0]))
    #expect(alone.removeValue(forKey: "solves") is [[String: Any]])
    #expect(alone.removeValue(forKey: "flows") is [[String: Any]])
    let first = try #require((try object(json.text)["findings"] as? [[String: Any]])?.first)
    #expect(alone as NSDictionary == first as NSDictionary)
    #expect(alone["rank"] as? Int == 1)
  }
}
