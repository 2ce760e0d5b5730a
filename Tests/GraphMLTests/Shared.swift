import Foundation

/// The folder beside the package whose files are other people's, and which a clone does not have.
enum Shared {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let graphml = package.appending(path: "../shared/graphml").standardizedFileURL

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: graphml.appending(path: path).path)
  }

  static var hasCorpus: Bool { has("corpus") && has("oracle.json") }

  /// What lxml finds in a file; nil if it calls the file malformed.
  struct Counts {
    let nodes: Int?
    let edges: Int?
    /// The line and the column where lxml finds it malformed.
    let line: Int?
    let column: Int?
    /// The node elements whose id an earlier one has.
    let repeatedNodes: Int
    /// The number of `data` in elements of each name, and of those that name no key.
    let values: [String: Int]
    let valuesWithoutKey: Int
  }

  /// The path of a corpus file.
  static func corpus(_ name: String) -> String { graphml.appending(path: "corpus/\(name)").path }

  /// The corpus files by name, in order, with lxml's counts.
  static func oracle() throws -> [(String, Counts)] {
    let data = try Data(contentsOf: graphml.appending(path: "oracle.json"))
    let files = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]] ?? [:]
    return files.sorted { $0.key < $1.key }.map { name, entry in
      let lxml = entry["lxml"] as? [String: Any] ?? [:]
      let counts = Counts(
        nodes: lxml["nodes_all"] as? Int, edges: lxml["edges_all"] as? Int,
        line: lxml["line"] as? Int, column: lxml["column"] as? Int,
        repeatedNodes: lxml["dup_node_ids"] as? Int ?? 0,
        values: lxml["data_owner"] as? [String: Int] ?? [:],
        valuesWithoutKey: lxml["data_without_key"] as? Int ?? 0)
      return (name, counts)
    }
  }
}
