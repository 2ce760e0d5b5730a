import Foundation
import GraphML
import Testing

/// What Python libraries find in a universal file. Set-up: see Tests/peers/check_graphml.py.
@Suite(.enabled(if: Peers.python != nil, "no LIANTU_PEERS_PYTHON and no .venv"))
struct PeersTests {
  @Test func `Every library that is installed reads a universal file alike`() throws {
    let found = try Peers.withFolder { folder in
      let file = folder.appending(path: "universal.graphml")
      try Data(WritingTests.document.bytes()).write(to: file)
      return try #require(try Peers.check([file.path])[file.path] as? [String: Any])
    }
    #expect(!found.isEmpty)
    for (library, answer) in found {
      let answer = try #require(answer as? [String: Any])
      #expect(answer["directed"] as? Bool == true, "\(library): \(answer)")
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
}
