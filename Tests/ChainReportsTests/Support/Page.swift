import Foundation

/// A page of docs/ by its name.
struct Page {
  let lines: [Substring]

  init(_ name: String) throws {
    let docs = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs")
    lines = try String(contentsOf: docs.appending(path: name), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
