import Foundation
import Testing

/// Short files made to take much time or memory.
@Suite(.enabled(if: !Program.isSanitized, "a sanitizer takes memory of its own"))
struct HostileFileTests {
  private static let head = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
  private static let graph = "<graph edgedefault=\"directed\">"
  private static let tail = "</graph></graphml>"

  private static func repeated(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined()
  }

  private static func document(
    type: String = "", keys: String = "", _ body: String
  ) -> String {
    "<?xml version=\"1.0\"?>\n\(type)\(head)\(keys)\(graph)\(body)\(tail)"
  }

  /// What each file is made of.
  enum Shape: String, CaseIterable {
    case oneLongDefault, manyDefaults, manyAttributes, manyNamespaces, undeclaredKeys, longID
    case deepGraphs, deepForeign, longKeyDefault, keysWithDefaults, namespacesInTurn, unknownEnds

    var text: String {
      switch self {
      case .oneLongDefault:
        document(
          type: "<!DOCTYPE graphml [<!ATTLIST node kind CDATA \"\(long(30_000))\">]>",
          repeated(20_000) { _ in "<node id=\"n\"/>" })
      case .manyDefaults:
        document(
          type: "<!DOCTYPE graphml [<!ATTLIST node "
            + repeated(900) { "a\($0) CDATA \"\(long(1_000))\" " } + ">]>",
          repeated(20_000) { _ in "<node id=\"n\"/>" })
      case .manyAttributes:
        document("<node id=\"n\" \(repeated(200_000) { "a\($0)=\"1\" " })/>")
      case .manyNamespaces:
        document("<node id=\"n\" \(repeated(200_000) { "xmlns:a\($0)=\"u\($0)\" " })/>")
      case .undeclaredKeys:
        document("<node id=\"n\">\(repeated(300_000) { "<data key=\"u\($0)\">1</data>" })</node>")
      case .longID:
        document(
          "<node id=\"\(long(900_000))\">\(repeated(900) { "<data key=\"k\($0)\"/>" })</node>")
      case .deepGraphs:
        document(
          repeated(999) { "<node id=\"\(long(50))\($0)\">\(graph)" }
            + repeated(5_000) { "<edge source=\"q\" target=\"q\($0)\"/><foo/>" }
            + repeated(999) { _ in "</graph></node>" })
      case .deepForeign:
        document(
          "<node id=\"n\"><data key=\"k\">\(repeated(20_000) { _ in "<a>" })"
            + "\(repeated(20_000) { _ in "</a>" })</data></node>")
      case .longKeyDefault:
        document(
          keys: "<key id=\"k\" for=\"node\" attr.name=\"n\" attr.type=\"string\"><default>"
            + "\(long(200_000))</default></key>",
          repeated(5_000) { "<node id=\"n\($0)\"/>" })
      case .keysWithDefaults:
        document(
          keys: repeated(9_000) {
            "<key id=\"k\($0)\" for=\"node\" attr.name=\"n\($0)\" attr.type=\"int\">"
              + "<default>1</default></key>"
          }, repeated(5_000) { "<node id=\"n\($0)\"/>" })
      case .namespacesInTurn: document(repeated(20_000) { "<a\($0) xmlns=\"u\($0)\"/>" })
      case .unknownEnds:
        document(repeated(20_000) { "<edge source=\"a\($0)\" target=\"b\($0)\"/>" })
      }
    }

    private func long(_ count: Int) -> String { String(repeating: "x", count: count) }
  }

  /// Ten seconds of a processor are one in the built program, the memory is the same.
  private static let limits = "ulimit -t 10 && ulimit -d 131072"

  @Test(arguments: Shape.allCases)
  func `A file made to exhaust a reader is read or refused in little time and memory`(
    shape: Shape
  ) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("f.graphml", shape.text)
    for command in [
      "check '\(file)' --strict", "graph '\(file)' -m degree -q",
      "convert '\(file)' '\(folder.path)/copy.graphml' --dialect preserve --force",
    ] {
      let result = try Program.shell("\(Self.limits) && $liantu \(command) >'\(folder.path)/out'")
      #expect([0, 65].contains(result.status), "\(shape), \(command): \(result.status)")
      #expect(result.errors.utf8.count < 200_000)
    }
  }
}
