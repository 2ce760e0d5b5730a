import Foundation
import Testing

/// A finding as `analyze` lists it, to be quoted by a page.
struct QuotedFinding {
  let id: String
  let path: String
  /// Lines of the file that are left out of the chain.
  let without: String?

  /// The line of the finding and those of its reason, in Chinese.
  var text: String {
    get throws {
      let folder = try TemporaryFolder()
      var path = path
      if let without {
        let lines = try String(contentsOf: Package.root.appending(path: path), encoding: .utf8)
          .split(separator: "\n", omittingEmptySubsequences: false)
        path = try folder.write(
          "chain.yaml", lines.filter { !$0.contains(without) }.joined(separator: "\n"))
      }
      let rank = try #require(try rank(in: path), "\(path) has no finding \(id)")
      let output = try Package.run(["analyze", path, "--lang", "zh", "--top", "0"])
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      let start = try #require(
        lines.firstIndex { line in
          line.prefixMatch(of: /[ ]*(\d+)\s/).map { $0.1 == "\(rank)" } ?? false
        })
      let reason = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }
      return ([lines[start]] + reason).joined(separator: "\n") + "\n"
    }
  }

  private func rank(in path: String) throws -> Int? {
    let json = try JSONSerialization.jsonObject(
      with: Data(try Package.run(["analyze", path, "--json"]).utf8))
    let findings = (json as? [String: Any])?["findings"] as? [[String: Any]] ?? []
    return findings.first { $0["id"] as? String == id }?["rank"] as? Int
  }
}
