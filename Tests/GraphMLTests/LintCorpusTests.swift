import Foundation
import GraphML
import Testing

/// The lint beside what the libraries and the schema really do with other people's files.
@Suite(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus with oracle.json"))
struct LintCorpusTests {
  typealias Program = GraphMLDocument.Program

  /// Files that are told differently.
  static let exceptions: [Program: Set<String>] = [
    // NetworKit starts anew at a nested graph, and stops at the first edge of a node that is thereby gone. These have none.
    .networkit: [
      "graph__graphml_test.xml", "graphinout__nested_graph_pure_structure.graphml.xml",
      "graphinout__schema-1--INVALIDgraphml.graphml",
    ]
  ]

  /// The corpus files that can be read, by name.
  private func inspections() throws -> [(name: String, file: GraphMLDocument.Inspection)] {
    try Shared.oracle().compactMap { name, _ in
      (try? GraphMLDocument.inspect(path: Shared.corpus(name))).map { (name, $0) }
    }
  }

  @Test(
    .enabled(if: !Peers.libraries.isEmpty, "no LIANTU_PEERS_PYTHON and no .venv with libraries"))
  func `The lint says that a library refuses a file where it does, and nowhere else`() throws {
    let files = try inspections()
    let found = try Peers.check(["--refusals"] + files.map { Shared.corpus($0.name) })
    for library in Peers.libraries.sorted() {
      let program = try #require(Program(rawValue: library))
      for (name, file) in files where Self.exceptions[program]?.contains(name) != true {
        let answers = try #require(found[Shared.corpus(name)] as? [String: Any])
        let refusals = file.lint(for: [program]).filter { $0.effect == .refuses }
        let error = answers[library] as? String
        #expect(
          refusals.isEmpty == (error == nil), "\(library) \(name): \(error ?? "reads"), \(refusals)"
        )
      }
    }
  }

  @Test(
    .enabled(
      if: Shared.has("schema/offline/1.1/graphml.xsd") && Peers.python != nil,
      "no ../shared/graphml/schema, or no .venv with the package xmlschema"))
  func `The lint says that a file is not valid where the schema does, and nowhere else`() throws {
    let schema = Shared.graphml.appending(path: "schema/offline/1.1/graphml.xsd").path
    let files = try inspections()
    let invalid = try Peers.check(
      ["--xmlschema", schema] + files.map { Shared.corpus($0.name) })
    for (name, file) in files where Self.exceptions[.strict]?.contains(name) != true {
      let problems = file.lint(for: [.strict])
      let reason = invalid[Shared.corpus(name)] as? String
      #expect(problems.isEmpty == (reason == nil), "\(name): \(reason ?? "valid"), \(problems)")
    }
  }
}
