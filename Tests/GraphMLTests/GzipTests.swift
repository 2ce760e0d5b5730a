import Foundation
import GraphML
import Testing

@Suite(.enabled(if: Peers.gzip != nil, "no gzip on the path"))
struct GzipTests {
  /// The bytes as gzip makes them.
  private func compressed(_ text: String) throws -> [UInt8] {
    try Peers.withFolder { folder in
      let file = folder.appending(path: "f")
      try Data(text.utf8).write(to: file)
      let gzip = try #require(Peers.gzip)
      try #require(Peers.run(gzip, ["-9", file.path]).status == 0)
      return [UInt8](try Data(contentsOf: folder.appending(path: "f.gz")))
    }
  }

  private func text(nodes: Int) -> String {
    let nodes = (0..<nodes).map { "<node id='n\($0)'/>" }.joined(separator: "\n")
    return "<?xml version='1.0' encoding='UTF-8'?>\n<graphml><graph edgedefault='directed'>"
      + "\(nodes)</graph></graphml>"
  }

  @Test(arguments: [1, 20_000])
  func `A gzip file is read like the file in it`(nodes: Int) throws {
    let text = text(nodes: nodes)
    let bytes = try compressed(text)
    let plain = try GraphMLDocument.read(bytes: Array(text.utf8))
    #expect(try GraphMLDocument.read(bytes: bytes) == plain)
    #expect(try PropertyGraph.read(bytes: bytes).graph.nodeCount == nodes)
    try Peers.withFolder { folder in
      let file = folder.appending(path: "f.graphmlz")
      try Data(bytes).write(to: file)
      #expect(try GraphMLDocument.read(path: file.path).document == plain.document)
    }
  }

  @Test func `Several members are one file`() throws {
    let text = text(nodes: 100)
    let half = text.index(text.startIndex, offsetBy: 700)
    let bytes = try compressed(String(text[..<half])) + compressed(String(text[half...]))
    #expect(try GraphMLDocument.read(bytes: bytes).nodeCount == 100)
  }

  @Test func `A damaged or short gzip file is told`() throws {
    let bytes = try compressed(text(nodes: 20_000))
    var changed = bytes
    changed[bytes.count / 2] ^= 0xFF
    changed[bytes.count / 2 + 1] ^= 0xFF
    for damaged in [Array(bytes.dropLast(20)), Array(bytes.prefix(2)), changed] {
      let error = try #require(throws: GraphMLError.self) {
        try GraphMLDocument.read(bytes: damaged, name: "f.graphmlz")
      }
      #expect([.damagedCompression, .notWellFormed].contains(error.code))
      #expect(error.location?.file == "f.graphmlz")
    }
    let error = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(bytes: Array(bytes.dropLast(20)))
    }
    #expect(error.code == .damagedCompression)
  }

  @Test func `A file made to inflate without end is refused`() throws {
    let bomb = try compressed("<graphml>" + String(repeating: " ", count: 80 << 20))
    let error = try #require(throws: GraphMLError.self) { try PropertyGraph.read(bytes: bomb) }
    #expect(error.code == .limitExceeded && error.subject == "inflated")
    var options = GraphMLDocument.ReadingOptions()
    options.limits.inflatedLength = 1_000
    let bytes = try compressed(text(nodes: 1_000))
    #expect(throws: GraphMLError.self) { try GraphMLDocument.read(bytes: bytes, options: options) }
  }
}
