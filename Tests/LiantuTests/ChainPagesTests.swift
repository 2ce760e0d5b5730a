import Foundation
import Testing

/// The pages beside the sample chains claim what the program finds.
@Suite struct ChainPagesTests {
  @Test(arguments: [("auto-parts", "auto-parts"), ("new-display", "new-display.yaml")])
  func `every finding that a page names is found`(_ page: String, _ chain: String) throws {
    let text = try String(
      contentsOf: Package.root.appending(path: "chains/\(page).md"), encoding: .utf8)
    let named = text.matches(of: /`([GB]\d\d):([^`]+)`/).map { "\($0.1):\($0.2)" }
    #expect(named.count > 10)
    let json = try JSONSerialization.jsonObject(
      with: Data(try Package.run(["analyze", "chains/\(chain)", "--json"]).utf8))
    let findings = try #require((json as? [String: Any])?["findings"] as? [[String: Any]])
    // By every code that holds, so that a page need not know which of them names the finding.
    let found = Set(
      findings.flatMap { finding -> [String] in
        let codes = [finding["code"] as? String ?? ""] + (finding["also"] as? [String] ?? [])
        let subjects = (finding["subjects"] as? [[String: Any]] ?? [])
          .compactMap { $0["id"] as? String }.joined(separator: "+")
        return codes.map { "\($0):\(subjects)" }
      })
    #expect(named.filter { !found.contains($0) } == [])
  }

  /// `check` does not solve for what costs how much; that must not change what is unknown.
  @Test(arguments: [
    ["auto-parts"], ["battery.yaml"], ["new-display.yaml"], ["tutorial.yaml"],
    ["photovoltaic.yaml"],
    ["photovoltaic.yaml", "--region", "欧盟"],
  ])
  func `check and analyze say the same of what is unknown`(_ words: [String]) throws {
    func list(_ command: String, _ key: String) throws -> [[String: Any]] {
      let arguments = [command, "chains/" + words[0]] + words.dropFirst() + ["--json"]
      let json = try JSONSerialization.jsonObject(with: Data(try Package.run(arguments).utf8))
      return try #require((json as? [String: Any])?[key] as? [[String: Any]])
    }
    let unknown = try list("analyze", "findings").filter { finding in
      (finding["evidence"] as? [[String: Any]] ?? []).contains { $0["code"] as? String == "G07" }
    }
    let gaps = try list("check", "gaps")
    #expect(
      Set(gaps.map { "\($0["finding"] ?? "") \($0["severity"] ?? "")" })
        == Set(unknown.map { "\($0["id"] ?? "") \($0["severity"] ?? "")" }))
  }
}
