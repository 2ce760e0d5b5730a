import GraphML
import Testing

@Suite struct LintTests {
  typealias Problem = GraphMLDocument.ProgramProblem
  typealias Program = GraphMLDocument.Program

  static func lint(
    _ text: String, for programs: [Program] = Program.allCases
  ) throws -> [Problem] {
    try GraphMLDocument.inspect(bytes: Array(text.utf8), name: "f").lint(for: programs)
  }

  @Test(arguments: LintExamples.all)
  func `What a program minds is told with its line, and alone`(example: LintExample) throws {
    let found = try Self.lint(example.text)
    let own = found.filter { $0.rule == example.rule }
    for (program, effect) in example.effects {
      #expect(own.first { $0.program == program }?.effect == effect, "\(program)")
    }
    #expect(own.allSatisfy { $0.location?.line == example.line }, "\(own)")
    // The file is otherwise as all other programs want it.
    for (program, effect) in example.effects where effect == .refuses {
      let refusals = found.filter { $0.program == program && $0.effect == .refuses }
      #expect(refusals.map(\.rule).contains(example.rule))
    }
  }

  @Test func `Every rule that makes a program refuse has an example`() {
    let shown = Set(LintExamples.all.map(\.rule))
    // Text in UTF-16 is no literal of Swift.
    let missing = Problem.Rule.allCases.filter { !shown.contains($0) && $0 != .utf16 }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `A plain file is minded by no program but for the places that yEd wants`() throws {
    let found = try Self.lint(LintExamples.file("", "<node id='a'/>\n<node id='b'/>"))
    #expect(Set(found.map(\.program)) == [.yed])
  }

  @Test func `What networkx and igraph read is no refusal`() throws {
    let text = LintExamples.file(
      "<key id='k' for='node' attr.name='k' attr.type='int'/>",
      "<node id='a'><data key='k'>339.0</data></node>")
    #expect(try Self.lint(text, for: [.igraph]).isEmpty)
    #expect(try Self.lint(text, for: [.networkx]).map(\.rule) == [.fractionForInteger])
    let digits = LintExamples.file("", "<node id='a'/><edge source='a' target='a' directed='1'/>")
    #expect(try Self.lint(digits, for: [.networkx]).isEmpty)
  }

  @Test func `Rules go on after the hundredth warning`() throws {
    let nodes = (0..<150).map { "<edge id='e' source='a\($0)' target='a\($0)'/>" }.joined()
    let found = try Self.lint(
      LintExamples.file("", "<node id='a0'/>\(nodes)<node id='z'/>\n<node id='z'/>"))
    let repeated = try #require(found.first { $0.rule == .repeatedNodeID })
    #expect(repeated.subject == "z")
    #expect(found.first { $0.rule == .repeatedEdgeID }?.count == 149)
  }

  @Test func `A document is told what its file would be told, without places`() throws {
    let found = try DialectTests.document.lint(for: [.gephi])
    #expect(found.allSatisfy { $0.location == nil })
    #expect(
      Set(found.map(\.rule)).isSuperset(of: [.nestedGraph, .defaultValue]))
  }

  @Test func `What makes a program refuse the file comes first`() throws {
    let effects = try DialectTests.document.lint(for: [.networkx]).map(\.effect)
    #expect(effects.first == .refuses)
    #expect(effects == effects.filter { $0 == .refuses } + effects.filter { $0 != .refuses })
  }

  /// Rules whose loss is told when the file is written, or that only cost what no other reader has either.
  private static let told: Set<Problem.Rule> = [
    .longInteger, .graphData, .parallelEdges, .spelledInfinity, .emptyNumber, .keyAfterUse,
  ]

  @Test(
    arguments: GraphMLDocument.Dialect.allCases.filter { $0.program != nil && $0 != .strict })
  func `A file written for a program is not refused by it`(
    dialect: GraphMLDocument.Dialect
  ) throws {
    let program = try #require(dialect.program)
    let bytes = try DialectTests.document.file(for: dialect).bytes
    let problems = try GraphMLDocument.inspect(bytes: bytes).lint(for: [program])
    #expect(problems.allSatisfy { Self.told.contains($0.rule) }, "\(problems)")
    for seed in UInt64(0)..<30 {
      var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
      documents.isNested = seed % 2 == 0
      let file = try documents.document().file(for: dialect)
      let found = try GraphMLDocument.inspect(bytes: file.bytes).lint(for: [program])
      #expect(found.allSatisfy { Self.told.contains($0.rule) }, "seed \(seed): \(found)")
    }
  }

  @Test func `Every problem is told in both languages`() throws {
    for rule in Problem.Rule.allCases {
      for effect in Problem.Effect.allCases {
        let problem = Problem(
          program: .gephi, rule: rule, effect: effect, subject: "S",
          location: .init(file: "f", line: 1, column: 2), count: 3)
        #expect(problem.description.hasPrefix("f:1:2: Gephi "))
        #expect(problem.description.hasSuffix("'S' (3 times)"))
        #expect(problem.chineseDescription.hasSuffix("“S”（共 3 处）"))
      }
    }
  }
}
