import Foundation
import Testing

/// What the program writes keeps to `docs/analysis.schema.json`.
@Suite struct SchemaTests {
  private static let python = Program.find("python3")

  private static let hasValidator: Bool =
    if let python {
      (try? Program.launch(python, ["-c", "import jsonschema"]).status) == 0
    } else {
      false
    }

  private static let script = """
    import json, sys, jsonschema
    schema = json.load(open("docs/analysis.schema.json", encoding="utf-8"))
    part, value = sys.argv[1], json.load(sys.stdin)
    jsonschema.Draft202012Validator.check_schema(schema)
    if part:
        schema = {"$defs": schema["$defs"], "$ref": "#/$defs/" + part}
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(value))
    for error in errors[:5]:
        print(error.json_path, error.message[:300])
    sys.exit(1 if errors else 0)
    """

  private static let chains =
    ["auto-parts", "battery.yaml", "new-display.yaml", "photovoltaic.yaml", "tutorial.yaml"]
    .map { ["chains/" + $0] }
    + ["中国", "欧盟", "美国"].map { ["chains/photovoltaic.yaml", "--region", $0] }

  private func expectValid(
    _ arguments: [String], part: String = "", statuses: Set<Int32> = [0]
  ) throws {
    let python = try #require(Self.python)
    let answer = try Program.run(arguments + ["--json"])
    #expect(statuses.contains(answer.status), "\(answer.errors)")
    let result = try Program.launch(python, ["-c", Self.script, part], input: answer.bytes)
    #expect(result.status == 0, "\(arguments): \(result.output)\(result.errors)")
  }

  @Test(.enabled(if: hasValidator, "needs Python's jsonschema"), arguments: chains)
  func `answers are valid`(_ chain: [String]) throws {
    try expectValid(["analyze"] + chain)
    try expectValid(["check"] + chain, part: "check")
    try expectValid(["explain", chain[0], "1"] + chain.dropFirst(), part: "finding")
  }

  @Test(.enabled(if: hasValidator, "needs Python's jsonschema"))
  func `what programs make of a graph is valid`() throws {
    for name in ["nested", "types", "end-undeclared", "universal", "dialect-yed"] {
      let file = "Tests/GraphMLTests/Fixtures/\(name).graphml"
      try expectValid(
        ["check", file, "--for", "gephi,yed,igraph,networkx,boost,strict"], part: "lint",
        statuses: [0, 1])
    }
  }

  @Test(.enabled(if: hasValidator, "needs Python's jsonschema"))
  func `every sample chain is among them`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Package.root.appending(path: "chains").path)
    let samples = names.filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted()
    #expect(samples == Set(Self.chains.map { String($0[0].dropFirst(7)) }).sorted())
  }
}
