import Foundation
import Testing

/// Files as a newcomer would write them: each gets a message with place, value and remedy.
@Suite struct BadInputTests {
  /// A chain that is fine but for what a test puts into it.
  static func chain(
    products: String = "", inputs: String = "", capacities: String = "", final: String = "value: 1"
  ) -> String {
    """
    products:
      - {id: a, name: 甲, final: yes, \(final), demand: 10}
      - {id: b, name: 乙}
    \(products)
    inputs:
      - {product: a, input: b, amount: 1}
    \(inputs)
    capacities:
      - {enterprise: E1, product: a, capacity: 10}
    \(capacities)
    """
  }

  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    /// What the message must hold: place, value, remedy.
    let hints: [String]

    init(_ name: String, _ text: String, _ hints: String...) {
      self.name = name
      self.text = text
      self.hints = hints
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("empty", "", "bad.yaml"),
    Case("only blanks", " \n\n", "bad.yaml"),
    Case("prose", "This is my chain.\n", "bad.yaml"),
    Case("tabs", "products:\n\t- {id: a}\n", "bad.yaml:2:1", "tab"),
    Case("unclosed bracket", "products: [{id: a\n", "bad.yaml:"),
    Case("a list", "- a\n- b\n", "bad.yaml"),
    Case("unknown table", "prodcts:\n  - {id: a}\n", "bad.yaml", "products"),
    Case("no final product", "products:\n  - {id: a}\n", "bad.yaml", "final"),
    Case("duplicate id", chain(products: "  - {id: b, name: 丙}"), "bad.yaml:4", "“b”", "line 3"),
    Case("same key twice", "products:\n  - {id: a, id: b}\n", "bad.yaml:2"),
    Case(
      "dangling product", chain(inputs: "  - {product: a, input: bb}"), "bad.yaml:7", "“bb”", "b"),
    Case(
      "unknown class", chain(inputs: "  - {product: a, input: b, class: vital}"), "“vital”",
      "essential"),
    Case(
      "eats more than it makes",
      chain(inputs: "  - {product: b, input: a, amount: 2}"), "bad.yaml", "2"),
    Case(
      "a tiny amount", chain().replacing("amount: 1}", with: "amount: 1e-30}"), "bad.yaml:6",
      "too small"),
    Case(
      "ten megabytes in a cell",
      chain(
        capacities:
          "  - {enterprise: E2, product: a, capacity: x\(String(repeating: "9", count: 100_000))}"),
      "bad.yaml:10", "99…"),
    Case(
      "an id without end", chain(products: "  - {id: \(String(repeating: "长", count: 2000))}"),
      "bad.yaml:4", "2000 characters"),
    Case(
      "negative", chain(capacities: "  - {enterprise: E2, product: a, capacity: -5}"),
      "bad.yaml:10", "-5"),
    Case(
      "not a number", chain(capacities: "  - {enterprise: E2, product: a, capacity: .nan}"),
      "bad.yaml:10", "nan"),
    Case(
      "words for a figure", chain(capacities: "  - {enterprise: E2, product: a, capacity: 很多}"),
      "bad.yaml:10", "很多"),
    Case("final without value", chain(final: "unit: 吨"), "bad.yaml:2", "value"),
    Case(
      "share above one", chain(capacities: "  - {enterprise: E2, product: a, share: 130%}"),
      "bad.yaml:10", "0.25"),
  ]

  @Test(arguments: cases, ["zh", "en"])
  func `bad data is 65 with the place and the value`(_ bad: Case, _ language: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.yaml", bad.text)
    let result = try Program.run(
      ["analyze", "bad.yaml", "--lang", language], in: folder.path)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.output.isEmpty)
    Self.expectReadable(result.errors)
    guard language == "en" else { return }
    for hint in bad.hints { #expect(result.errors.contains(hint), "\(hint): \(result.errors)") }
  }

  @Test func `all problems come at once, in file order`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bad.yaml",
      Self.chain(
        inputs: "  - {product: a, input: x}",
        capacities: "  - {enterprise: E2, product: a, capacity: -5}"))
    let result = try Program.run(["check", "bad.yaml"], in: folder.path)
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 3, "\(lines)")
    #expect(lines.first?.hasPrefix("bad.yaml:7:") == true, "\(lines)")
    #expect(lines.dropFirst().first?.hasPrefix("bad.yaml:10:") == true, "\(lines)")
    #expect(lines.last?.hasPrefix("2 problems") == true, "\(lines)")
  }

  @Test func `binary junk, JSON, one CSV file and a long line end with a message`() throws {
    let folder = try TemporaryFolder()
    let junk = (0..<5000).map { UInt8(truncatingIfNeeded: ($0 &* 7919) ^ ($0 >> 3)) }
    try folder.write("junk.yaml", junk)
    try folder.write("junk.graphml", junk)
    try folder.write("chain.json", #"{"nodes": [1, 2, {"x": null}]}"#)
    try folder.write("one.csv", "id,name\na,b\n")
    try folder.write("list.xlsx", [0x50, 0x4B, 3, 4] + junk)
    try folder.write("long.yaml", "x: " + String(repeating: "长", count: 3_400_000))
    try folder.write("half.graphml", "<graphml><graph edgedefault=\"directed\"><node id=\"a\">")
    for name in folder.names {
      let result = try Program.run(["analyze", name], in: folder.path)
      #expect(result.status == 65, "\(name): \(result.status) \(result.errors.prefix(500))")
      #expect(result.errors.contains(name), "\(result.errors.prefix(500))")
      Self.expectReadable(result.errors)
    }
  }

  @Test func `an empty folder and a folder of other things end with a message`() throws {
    let folder = try TemporaryFolder()
    try folder.write("other/readme.txt", "hello")
    try folder.write("ragged/products.csv", "id,name,final,value\na,甲,yes,1,extra\n")
    try folder.write("bad/产品.csv", "id,终端产品,单价\na,maybe,1\n")
    for name in [".", "other", "ragged", "bad"] {
      let result = try Program.run(["analyze", name], in: folder.path)
      #expect([65, 66].contains(result.status), "\(name): \(result.status) \(result.errors)")
      Self.expectReadable(result.errors)
    }
    let bad = try Program.run(["analyze", "bad"], in: folder.path)
    #expect(bad.errors.contains("产品.csv:2"), "\(bad.errors)")
    #expect(bad.errors.contains("maybe"), "\(bad.errors)")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a folder or a file without rights is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("locked/产品.csv", "id\na\n")
    let locked = folder.path + "/locked"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
    let result = try Program.run("analyze", locked)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked)
    #expect([66, 74].contains(result.status))
    Self.expectReadable(result.errors)
  }

  /// Words for people: no crash, no trace, lines of a length that can be read.
  private static func expectReadable(
    _ errors: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!errors.isEmpty, sourceLocation: sourceLocation)
    for word in ["Fatal error", "Crash", "0x0", "Optional(", "Swift.", "Error Domain", "\u{0}"] {
      #expect(!errors.contains(word), "\(errors.prefix(800))", sourceLocation: sourceLocation)
    }
    #expect(
      errors.split(separator: "\n").allSatisfy { $0.count < 500 }, "\(errors.prefix(800))",
      sourceLocation: sourceLocation)
  }
}
