import Foundation
import Testing

/// What the program writes keeps to `docs/analysis.schema.json` and `docs/what-if.schema.json`.
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
    def read(name):
        schema = json.load(open("docs/" + name, encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        return schema
    part, value = sys.argv[1], json.load(sys.stdin)
    schema = read("analysis.schema.json")
    if part == "what-if":
        schema, part = read("what-if.schema.json"), ""
        schema["$defs"]["analysis"] = read("analysis.schema.json")
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
    try expectValid(["explain", chain[0], "1"] + chain.dropFirst(), part: "explanation")
  }

  @Test(
    .enabled(if: hasValidator, "needs Python's jsonschema"),
    arguments: [
      ["battery.yaml", "--remove", "E7"], ["battery.yaml", "--remove", "region:示例市"],
      ["battery.yaml", "--set", "external:chip=不限", "--set", "capacity:E9/pack=待核"],
      ["battery.yaml", "--remove", "E3>E1/cell", "--remove", "E3>E1/cell"],
      ["battery.yaml", "--set", "status:E3→E1/cell=受限", "--set", "volume:E1>E3/chip=不限"],
      [
        "battery.yaml", "--set", "demand:pack=10", "--set", "value:pack=1", "--set",
        "amount:pack/cell=2",
      ],
      ["auto-parts", "--complete", "J1", "--complete", "J2", "--complete", "J4"],
      ["auto-parts", "--complete", "J7", "--remove", "external:车规芯片"],
      ["photovoltaic.yaml", "--region", "欧盟", "--remove", "region:中国"],
      ["new-display.yaml", "--remove", "region:中国"],
      ["tutorial.yaml", "--remove", "external:flour"],
    ])
  func `differences are valid`(_ arguments: [String]) throws {
    try expectValid(["what-if", "chains/" + arguments[0]] + arguments.dropFirst(), part: "what-if")
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
