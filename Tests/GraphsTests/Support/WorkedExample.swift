import Foundation
import Graphs

/// An and-or graph of the worked examples that maintainers keep beside the package, in the folder
/// `shared/examples`; a clone of the package does not have it.
enum WorkedExample {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/examples")

  static let arePresent = FileManager.default.fileExists(atPath: folder.path)

  /// The fields of a file.
  static func read(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// The graph of `"name": ["AND", ["child", …]]` entries, in the order of the names.
  static func graph(_ nodes: Any?) throws -> NamedAndOrGraph {
    let nodes = nodes as? [String: [Any]] ?? [:]
    func word(_ name: String) -> String { name.replacing(" ", with: "_") }
    return try NamedAndOrGraph(
      nodes.keys.sorted().map { name in
        let children = (nodes[name]?.last as? [String] ?? []).map(word).joined(separator: " ")
        return switch nodes[name]?.first as? String {
        case "AND": "\(word(name)) = all \(children)"
        case "OR": "\(word(name)) = any \(children)"
        default: word(name)
        }
      }.joined(separator: "\n"))
  }
}
