import Foundation
import Testing

/// A chain says the same in every container.
@Suite struct RoundTripTests {
  static let chains = ["auto-parts", "battery.yaml", "new-display.yaml", "photovoltaic.yaml"]

  /// The analysis without the places in the files.
  private func analysis(_ path: String) throws -> NSDictionary {
    let result = try Program.run("analyze", path, "--json", "-q")
    #expect(result.status == 0, "\(result.errors)")
    let json = result.output.replacing(/"location" : ("[^"]*"|null)/, with: "\"location\" : null")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    return try #require(object as? NSDictionary)
  }

  private func convert(_ from: String, _ to: String) throws {
    let result = try Program.run("convert", from, to, "--headers", "zh")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: chains)
  func `YAML, CSV, GraphML and YAML again give equal analyses`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let start = "chains/" + name
    let steps = ["一 步", "二步.graphml", "三步.yaml"].map { folder.path + "/" + $0 }
    try convert(start, steps[0])
    try convert(steps[0], steps[1])
    try convert(steps[1], steps[2])
    let expected = try analysis(start)
    for step in steps { #expect(try analysis(step) == expected, "\(step)") }
  }

  @Test(arguments: chains)
  func `an exported graph reads back to the same findings`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let graph = folder.path + "/链 图.graphml"
    #expect(try Program.run("export", "chains/" + name, "-o", graph).status == 0)
    #expect(try analysis(graph) == analysis("chains/" + name))
  }

  @Test func `a path may have blanks and Chinese, and suggestions quote it`() throws {
    let folder = try TemporaryFolder()
    let chain = folder.path + "/我的 产业链"
    try convert("chains/battery.yaml", chain)
    let result = try Program.run("analyze", chain)
    #expect(result.status == 0)
    #expect(result.output.contains("explain '\(chain)' 1"))
    #expect(try Program.run("explain", chain, "1").output.contains("我的 产业链/"))
  }
}
