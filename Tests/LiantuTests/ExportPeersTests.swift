import ChainFiles
import Chains
import Foundation
import Testing

/// Exported chains opened by other libraries; `make peers` installs them.
@Suite(.enabled(if: PeersPython.path != nil, "no LIANTU_PEERS_PYTHON and no .venv"))
struct ExportPeersTests {
  @Test(arguments: ["auto-parts", "battery.yaml", "new-display.yaml", "photovoltaic.yaml"])
  func `networkx and igraph find every product, enterprise and row, with names and findings`(
    _ name: String
  ) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/导出.graphml"
    let path = Package.root.appending(path: "chains/\(name)").path
    #expect(try Program.run("export", path, "--to", "graphml", "-o", file).status == 0)
    let chain = try ChainDocument(reading: path).chain

    let python = try #require(PeersPython.path)
    let script = Package.root.appending(path: "Tests/peers/check_graphml.py").path
    let answer = try Program.launch(python, [script, file])
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let libraries = try #require(found[file] as? [String: Any])
    for library in ["networkx", "igraph"] {
      let graph = try #require(libraries[library] as? [String: Any], "\(library) is installed")
      let nodes = try #require(graph["nodes"] as? [[String: Any]], "\(graph)")
      let edges = try #require(graph["edges"] as? [[String: Any]])
      #expect(nodes.count == chain.products.count + chain.enterprises.count)
      let tables = chain.tables
      #expect(edges.count == tables.inputs.count + tables.capacities.count + tables.ties.count)
      let labels = nodes.compactMap { $0["label"] as? String }
      #expect(labels == chain.products.map(\.name) + chain.enterprises.map(\.name))
      #expect(Set(nodes.compactMap { $0["labels"] as? String }) == ["product", "enterprise"])
      let coded = nodes.filter { ($0["findings"] as? String).map { !$0.isEmpty } ?? false }
      #expect(!coded.isEmpty)
      #expect(
        coded.allSatisfy { ($0["severity"] as? Double).map { (1...5).contains($0) } ?? false })
      #expect(edges.allSatisfy { ($0["weight"] as? Double ?? 0) != 0 })
    }
  }
}

/// Python with the libraries that `make peers` installs.
enum PeersPython {
  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["LIANTU_PEERS_PYTHON"]
    let path = named ?? Package.root.appending(path: ".venv/bin/python").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
}
