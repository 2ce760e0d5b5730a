import Foundation
import GraphML
import Testing

/// What Python libraries find in a universal file. Set-up: see Tests/peers/check_graphml.py.
@Suite(
  .enabled(
    if: !Peers.libraries.isEmpty,
    "no LIANTU_PEERS_PYTHON and no .venv, or none of the libraries in it"))
struct PeersTests {
  @Test func `Every library that is installed reads a universal file alike`() throws {
    let found = try Peers.withFolder { folder in
      let file = folder.appending(path: "universal.graphml")
      try Data(WritingTests.document.bytes()).write(to: file)
      return try #require(try Peers.check([file.path])[file.path] as? [String: Any])
    }
    #expect(Set(found.keys) == Peers.libraries)
    for (library, answer) in found {
      let answer = try #require(answer as? [String: Any])
      #expect(answer["directed"] as? Bool == true, "\(library): \(answer)")
      if library == "networkit" {
        // It reads weights and no names; an edge without a weight has 0 there.
        #expect((answer["nodes"] as? [Any])?.count == 3)
        let weights = (answer["edges"] as? [[String: Double]])?.map { $0["weight"] }
        #expect(weights == [2.5, 0])
        continue
      }
      let nodes = try #require(answer["nodes"] as? [[String: Any]])
      #expect(nodes.map { $0["name"] as? String } == ["甲公司（集团）", "光伏组件", "c"], "\(library)")
      #expect(nodes.first?["产值_万元_"] as? Double == 12.5, "\(library)")
      #expect(nodes.dropFirst().first?["产值_万元_"] as? String == "inf", "\(library)")
      #expect((nodes.first?["r"] as? NSNumber)?.intValue == 255, "\(library)")
      #expect(nodes.first?["labels"] as? String == "企业", "\(library)")
      let edges = try #require(answer["edges"] as? [[String: Any]])
      #expect(edges.map { $0["interaction"] as? String } == ["生产", "投资"], "\(library)")
      #expect(edges.first?["weight"] as? Double == 2.5, "\(library)")
    }
  }

  @Test func `Every library reads equal values under any names`() throws {
    var expected: [String: Found] = [:]
    try Peers.withFolder { folder in
      for seed in UInt64(0)..<120 {
        var documents = RandomDocuments(generator: SeededGenerator(seed: seed))
        documents.hasForbiddenCharacters = seed % 2 == 0
        var document = documents.document()
        // networkx refuses mixed directions.
        for place in document.graphs[0].edges.indices {
          document.graphs[0].edges[place].isDirected = nil
        }
        let file = folder.appending(path: "\(seed).graphml")
        let bytes = try document.bytes()
        try Data(bytes).write(to: file)
        expected[file.path] = try Found(universal: bytes)
      }
      let answers = try Peers.check(expected.keys.sorted())
      var compared: [String: Int] = [:]
      for (path, expected) in expected {
        let answer = try #require(answers[path] as? [String: [String: Any]])
        for (library, found) in answer {
          // igraph refuses numbers below 2.2e-308.
          if library == "igraph", expected.hasSubnormal { continue }
          #expect(found["error"] == nil, "\(library) \(path): \(found)")
          #expect(
            expected.isDirected == (found["directed"] as? Bool) || expected.nodes.isEmpty,
            "\(library) \(path)")
          expectTies(found, expected, library, path)
          let nodes = found["nodes"] as? [[String: Any]] ?? []
          let edges = found["edges"] as? [[String: Any]] ?? []
          expectAlike(nodes, expected.nodes, library, path)
          expectAlike(edges, expected.edges, library, path)
          compared[library, default: 0] += 1
        }
      }
      #expect(Set(compared.keys) == Peers.libraries)
      print("Peers: files with equal values, by library: \(compared.sorted { $0.key < $1.key })")
    }
  }

  /// What our own reader finds in a universal file under the names that stand in it.
  private struct Found {
    var isDirected: Bool
    var ids: [String]
    /// The ids of the nodes that each edge meets, in order if it is directed.
    var ends: [[String]]
    var nodes: [[String: GraphMLValue]]
    var edges: [[String: GraphMLValue]]
    var hasSubnormal: Bool

    init(universal bytes: [UInt8]) throws {
      var options = GraphMLDocument.ReadingOptions()
      options.restoresOriginals = false
      let graph = try GraphMLDocument.read(bytes: bytes, options: options).document.graphs[0]
      let values = { (values: GraphMLDocument.Values) in
        Dictionary(values.compactMap { entry in entry.value.map { (entry.name, $0) } }) { $1 }
      }
      isDirected = graph.isDirected
      hasSubnormal = ([graph.values] + graph.nodes.map(\.values) + graph.edges.map(\.values))
        .contains { $0.contains { $0.value?.number?.isSubnormal == true } }
      ids = graph.nodes.map(\.id)
      ends = graph.edges.map { [$0.source, $0.target] }
      nodes = graph.nodes.map { values($0.values) }
      edges = graph.edges.map { values($0.values) }
    }
  }

  /// Compares the ids of nodes, and which nodes edges meet; NetworKit has neither.
  private func expectTies(
    _ found: [String: Any], _ expected: Found, _ library: String, _ path: String
  ) {
    if library == "networkit" { return }
    #expect(
      (found["ids"] as? [String])?.sorted() == expected.ids.sorted(), "\(library) \(path)")
    let sorted = { (ends: [[String]]) in
      ends.map { expected.isDirected ? $0 : $0.sorted() }.sorted {
        $0.lexicographicallyPrecedes($1)
      }
    }
    #expect(
      (found["ends"] as? [[String]]).map(sorted) == sorted(expected.ends), "\(library) \(path)")
  }

  /// Compares elements in any order by all that is stated of them.
  private func expectAlike(
    _ found: [[String: Any]], _ expected: [[String: GraphMLValue]], _ library: String,
    _ path: String
  ) {
    #expect(found.count == expected.count, "\(library) \(path)")
    var rest = found
    // NetworKit reads nothing but weights of edges. What states most finds its like first; what states nothing is like any.
    let expected = expected.map {
      $0.filter {
        library != "networkit" || ($0.key == "weight" && found.contains { $0["weight"] != nil })
      }
    }
    for element in expected.sorted(by: { $0.count > $1.count }) {
      let place = rest.firstIndex { candidate in
        element.allSatisfy { isAlike(candidate[$0.key], $0.value, library) }
      }
      if let place {
        rest.remove(at: place)
      } else {
        Issue.record("\(library) \(path) lacks \(element) in \(found)")
      }
    }
  }

  private func isAlike(
    _ found: Any?, _ expected: GraphMLValue, _ library: String
  ) -> Bool {
    switch expected {
    case .boolean(let value): return found as? Bool == value
    case .int, .long, .float, .double:
      let number = expected.number ?? 0
      if number.isInfinite {
        return found as? String == (number > 0 ? "inf" : "-inf")
      }
      if let integer = expected.integer, library == "networkx" || library == "rustworkx" {
        return (found as? NSNumber)?.int64Value == integer
      }
      // Integers beyond 2⁵³ and single precision are rounded on the way.
      guard let value = (found as? NSNumber)?.doubleValue else { return false }
      let isRounded = expected.kind == .float || abs(number) > 0x1p53
      return value == number || isRounded && Float(value) == Float(number)
    case .string(let text), .xml(let text):
      // networkx leaves out what is empty.
      if text.isEmpty, found == nil || found is NSNull { return true }
      return (found as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true
    }
  }
}
