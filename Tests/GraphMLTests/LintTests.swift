import GraphML
import Testing

@Suite struct LintTests {
  typealias Problem = GraphMLDocument.DialectProblem

  private func lint(
    _ text: String, for dialects: [GraphMLDocument.Dialect] = GraphMLDocument.Dialect.allCases
  ) throws -> [Problem] {
    try GraphMLDocument.read(bytes: Array(text.utf8), name: "f").lint(for: dialects)
  }

  private static let namespace = "xmlns=\"http://graphml.graphdrawing.org/xmlns\""

  @Test(arguments: [
    ("<!DOCTYPE graphml>\n<graphml \(namespace)/>", Problem.Rule.documentType, 1),
    ("<graphml xmlns='http://graphml.graphdrawing.org/xmlns/graphml'/>", .otherNamespace, 1),
    ("<graphml xmlns='urn:x'/>", .otherNamespace, 1),
    ("<g:graphml xmlns:g='http://graphml.graphdrawing.org/xmlns'/>", .prefix, 1),
    ("<graphml>\n<key id='a' for='node' attr.type='int'/></graphml>", .keyWithoutName, 2),
    ("<graphml>\n<key id='a' for='node' attr.name='n'/></graphml>", .keyWithoutType, 2),
    ("<graphml>\n<key id='a' attr.name='n' attr.type='int'/></graphml>", .keyWithoutDomain, 2),
    (
      "<graphml>\n<key id='a' for='node' attr.name='n' attr.type='vast'/></graphml>", .unknownType,
      2
    ),
    (
      "<graphml><key id='a' for='node' attr.name='n'/>\n<key id='b' for='node' attr.name='n'/></graphml>",
      .repeatedKeyName, 2
    ),
    (
      "<graphml><key id='a' for='node' attr.name='n'/>\n<key id='a' for='node' attr.name='m'/></graphml>",
      .repeatedKeyID, 2
    ),
    ("<graphml><key id='a'>\n<desc>x</desc>\n</key></graphml>", .noteInKey, 3),
    ("<graphml><key id='a'>\n<default>x</default>\n</key></graphml>", .defaultValue, 3),
    (
      "<graphml><key id='t' for='node' attr.type='boolean'/><graph edgedefault='directed'>"
        + "<node id='a'>\n<data key='t'>true</data></node></graph></graphml>", .truthInWords, 2
    ),
    (
      "<graphml><key id='t' for='node' attr.type='boolean'/><graph edgedefault='directed'>"
        + "<node id='a'>\n<data key='t'>Yes</data></node></graph></graphml>", .unusualTruth, 2
    ),
    (
      "<graphml><graph edgedefault='directed'>\n<edge source='a' target='a'/>\n<node id='a'/></graph></graphml>",
      .edgeBeforeNode, 2
    ),
    (
      "<graphml><graph edgedefault='directed'>\n<edge source='a' target='a'/></graph></graphml>",
      .undeclaredNode, 2
    ),
    (
      "<graphml><graph edgedefault='directed'><node id='a'/><edge id='e' source='a' target='a'/>\n"
        + "<edge id='e' source='a' target='a'/></graph></graphml>", .repeatedEdgeID, 2
    ),
  ])
  func `What a file says in a way that a program minds is told with its line`(
    text: String, rule: Problem.Rule, line: Int
  ) throws {
    let found = try lint(text).filter { $0.rule == rule }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.location?.line == line })
  }

  @Test func `What a document holds that a program cannot is told with its number`() throws {
    let rules = Set(DialectTests.document.lint(for: GraphMLDocument.Dialect.allCases).map(\.rule))
    #expect(
      rules == [
        .mixedDirections, .undirectedEdge, .nestedGraph, .defaultValue, .weightNotPositive,
        .noGraphics, .notValid,
      ])
    let gephi = DialectTests.document.lint(for: [.gephi])
    #expect(gephi.map(\.rule) == [.nestedGraph, .weightNotPositive])
    #expect(gephi.map(\.subject) == ["甲 & Co", "x"])
  }

  @Test func `What makes a program refuse the file comes first`() throws {
    let effects = DialectTests.document.lint(for: [.networkx]).map(\.effect)
    #expect(effects == [.refuses, .drops, .drops])
  }

  @Test(arguments: GraphMLDocument.Dialect.allCases.filter { $0 != .strict })
  func `A file written for a program has nothing that it minds`(
    dialect: GraphMLDocument.Dialect
  ) throws {
    let bytes = try DialectTests.document.file(for: dialect).bytes
    let problems = try GraphMLDocument.read(bytes: bytes).lint(for: [dialect])
    #expect(problems.isEmpty, "\(problems)")
    for seed in UInt64(0)..<30 {
      var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
      documents.isNested = seed % 2 == 0
      let file = try documents.document().file(for: dialect)
      let found = try GraphMLDocument.read(bytes: file.bytes).lint(for: [dialect])
      // igraph's integers are told as a loss when the file is written.
      #expect(found.allSatisfy { $0.rule == .longInteger }, "seed \(seed): \(found)")
    }
  }

  @Test func `Every problem is told in both languages`() throws {
    for rule in Problem.Rule.allCases {
      for effect in Problem.Effect.allCases {
        let problem = Problem(
          dialect: .gephi, rule: rule, effect: effect, subject: "S",
          location: .init(file: "f", line: 1, column: 2), count: 3)
        #expect(problem.description.hasPrefix("f:1:2: Gephi "))
        #expect(problem.description.hasSuffix("'S' (3 times)"))
        #expect(problem.chineseDescription.hasSuffix("“S”（共 3 处）"))
      }
    }
  }
}
