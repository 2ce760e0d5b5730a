import Foundation
import Graphs
import Testing

/// Agreement with networkx and igraph on random graphs; `make peers` installs them.
@Suite(.enabled(if: GraphPeers.python != nil, "no LIANTU_PEERS_PYTHON and no .venv"))
struct PeersTests {
  @Test func `networkx and igraph find the same on two thousand random graphs`() throws {
    let count = 2000
    let lines = try (0..<count).map { try GraphPeers.line(seed: UInt64($0)) }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "graphs-\(UUID().uuidString).jsonl")
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let found = try GraphPeers.check(file)
    #expect(found.graphs == count)
    #expect(found.differences == [])
    // Every algorithm on nearly every graph; those that need two vertices on fewer.
    #expect(found.compared.count == 28)
    // The empty graph: all that is not asked of a vertex, some of two programs.
    #expect(found.empty == 24)
    #expect(found.compared.values.allSatisfy { $0 > count / 2 }, "\(found.compared)")
  }
}

enum GraphPeers {
  /// What the script prints.
  struct Found: Decodable {
    let graphs: Int
    let compared: [String: Int]
    /// How many answers were compared of graphs without vertices.
    let empty: Int
    let differences: [String]
  }

  struct CheckFailed: Error {
    let output: String
  }

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var python: URL? {
    let named = ProcessInfo.processInfo.environment["LIANTU_PEERS_PYTHON"]
    let python = named.map { URL(filePath: $0) } ?? package.appending(path: ".venv/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }

  static func check(_ file: URL) throws -> Found {
    guard let python else { throw CheckFailed(output: "no Python") }
    let script = package.appending(path: "Tests/peers/check_graphs.py").path
    let command = [python.path, script, file.path]
      .map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    // Not by Foundation's Process, which leaks under the address sanitizer.
    guard let stream = unsafe popen(command + " 2>&1", "r") else {
      throw CheckFailed(output: "no shell")
    }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&piece, 1, piece.count, stream), count > 0 {
      output += piece[..<count]
    }
    guard unsafe pclose(stream) == 0 else {
      throw CheckFailed(output: String(decoding: output, as: UTF8.self))
    }
    return try JSONDecoder().decode(Found.self, from: Data(output))
  }

  /// A random graph of up to 12 vertices and what we answer. Graph 0 is empty, so that nothing is asked
  /// from a vertex; others are small enough to have loops, parallel edges and isolated vertices.
  static func line(seed: UInt64) throws -> String {
    let graph =
      seed == 0 ? try Digraph(vertexCount: 0, edges: []) : try Digraph.random(seed: seed)
    var random = SplitMix64(seed: seed ^ 0xBEE5)
    let weights = (0..<graph.edgeCount).map { _ in Double(1 + random.below(4)) }
    let root = graph.vertexCount == 0 ? 0 : random.below(graph.vertexCount)
    let sink = graph.vertexCount == 0 ? 0 : random.below(graph.vertexCount)
    var answers = try graph.answers(weights: weights)
    if graph.vertexCount > 0 {
      answers.merge(try graph.answers(from: root, to: sink, weights: weights)) { _, new in new }
    }
    let question: [String: Any] = [
      "vertices": graph.vertexCount,
      "edges": (0..<graph.edgeCount).map { [graph.source(of: $0), graph.target(of: $0)] },
      "weights": weights, "root": root, "sink": sink, "answers": answers,
    ]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: question, options: .sortedKeys),
      as: UTF8.self)
  }
}

extension Digraph {
  fileprivate func answers(weights: [Double]) throws -> [String: Any] {
    let vertices = 0..<vertexCount
    let condensation = condensation()
    let parts = condensation.components
    let concentrations = try inputConcentration(weights: weights)
    let merged = try inputConcentration(weights: weights, .merged)
    let holes = try structuralHoles(weights: weights)
    let layers = condensation.layers()
    let weak = weaklyConnectedComponents()
    let cores = coreNumbers()
    let mergedCores = coreNumbers(.merged)
    func sorted(_ parts: [[Int]]) -> [[Int]] { parts.sorted { $0[0] < $1[0] } }
    func least(_ part: Int) -> Int { parts.members(of: part)[0] }
    let arcs = Set(
      (0..<condensation.graph.edgeCount).map {
        [least(condensation.graph.source(of: $0)), least(condensation.graph.target(of: $0))]
      })
    return [
      "reachability": reachabilityCounts(),
      "strong": sorted((0..<parts.count).map { Array(parts.members(of: $0)) }),
      "weak": sorted((0..<weak.count).map { Array(weak.members(of: $0)) }),
      "condensation": arcs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) },
      "topological": orNull(try? topologicalOrder()),
      "layers": vertices.map(layers.layer),
      "longest": try condensation.longestPaths(weights: weights).length,
      "articulation": cutPoints().articulationPoints,
      "bridges": cutPoints().bridges,
      "cores": vertices.map(cores.core),
      "merged cores": vertices.map(mergedCores.core),
      "betweenness": betweenness().values,
      "merged betweenness": betweenness(.merged).values,
      "weighted betweenness": try betweenness(weights: weights).values,
      "merged weighted betweenness": try betweenness(weights: weights, .merged).values,
      "PageRank": try pageRank().ranks,
      "CheiRank": try cheiRank().ranks,
      "concentration": vertices.map { orNull(concentrations.index(of: $0)) },
      "merged concentration": vertices.map { orNull(merged.index(of: $0)) },
      "constraint": vertices.map { orNull(holes.constraint(of: $0)) },
    ]
  }

  fileprivate func answers(
    from root: Int, to sink: Int, weights: [Double]
  ) throws -> [String: Any] {
    let vertices = 0..<vertexCount
    let search = breadthFirstSearch(from: root)
    let shortest = try shortestPaths(from: root, weights: weights)
    func tree(_ tree: DominatorTree) -> [Any] {
      vertices.map { tree.isReached($0) ? orNull(tree.immediateDominator(of: $0)) : -1 }
    }
    return [
      "distances": vertices.map { orNull(search.distance(to: $0)) },
      "dominators": tree(dominators(from: root)),
      "post-dominators": tree(postDominators(to: sink)),
      "betweenness from some": betweenness(from: [root, sink]).values,
      "personalised PageRank": try pageRank(
        restart: vertices.map { Double($0 % 3 + ($0 == root ? 1 : 0)) }
      ).ranks,
      "flow": root == sink
        ? NSNull() : try maximumFlow(from: root, to: sink, capacities: weights).value as Any,
      "shortest": vertices.map { orNull(shortest.distance(to: $0)) },
      "many shortest": try shortestPaths(from: root, to: sink, count: 10, weights: weights)
        .map(\.length),
    ]
  }
}

private func orNull(_ value: (some Any)?) -> Any { value.map { $0 as Any } ?? NSNull() }
