import Foundation
import GraphML
import Testing

/// Agreement with lxml on the files of a shared folder, where it is present.
@Suite struct CorpusTests {
  /// Files that end in an error here although lxml reads them, with the reason.
  static let refused: [String: String] = [:]

  @Test(.enabled(if: Shared.hasCorpus, "no ../shared/graphml/corpus"))
  func `Every well-formed file is read with the counts of lxml and every other is refused`() throws
  {
    var agreeing = 0
    for (name, oracle) in try Shared.oracle() {
      let path = Shared.graphml.appending(path: "corpus/\(name)").path
      let start = ContinuousClock.now
      let result = Result { try GraphMLDocument.read(path: path) }
      let time = ContinuousClock.now - start
      #expect(time < .seconds(2), "\(name)")
      switch (result, oracle.nodes, oracle.edges) {
      case (.success(let reading), let nodes?, let edges?):
        #expect(
          reading.nodeCount == nodes && reading.edgeCount == edges,
          "\(name): \(reading.nodeCount)/\(nodes) \(reading.edgeCount)/\(edges)")
        agreeing += 1
      case (.failure, nil, nil): break
      case (.failure(let error), _, _):
        print("refused:", error)
      case (.success, _, _): Issue.record("\(name) is malformed and was read")
      }
    }
    print("agree:", agreeing)
  }
}
