import Foundation
import Testing

/// Pages show what the program really prints.
@Suite struct ReadmeTests {
  @Test(arguments: [
    "README.md", "README.zh.md", "docs/findings.md", "chains/auto-parts.md",
    "chains/new-display.md",
  ])
  func `what a page shows is what the program prints`(_ name: String) throws {
    let path = Package.root.appending(path: name)
    let text = try String(contentsOf: path, encoding: .utf8)
    let renewed = try Self.renewed(text)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1", renewed != text {
      try renewed.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(text == renewed, "RECORD_SNAPSHOTS=1 writes it anew")
  }

  /// The text with every marked block filled from the program or the file that its mark names.
  private static func renewed(_ text: String) throws -> String {
    var lines: [Substring] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard let content = try content(of: line), let fence = rest.popFirst() else { continue }
      lines.append(fence)
      lines += content.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      rest = rest.drop { $0 != "```" }
    }
    return lines.joined(separator: "\n")
  }

  private static func content(of line: Substring) throws -> String? {
    if let arguments = line.wholeMatch(of: /<!-- output: (.+) -->/)?.1 {
      let output = try Package.run(arguments.split(separator: " ").map(String.init))
      // The suggestions name the program as it was called, here by the path of a build.
      return output.replacing(Package.program, with: "liantu")
    }
    if let mark = line.wholeMatch(of: /<!-- finding: (\S+) of (\S+)(?: without "(.+)")? -->/) {
      return try QuotedFinding(
        id: String(mark.1), path: String(mark.2), without: mark.3.map(String.init)
      ).text
    }
    if let file = line.wholeMatch(of: /<!-- file: (.+) -->/)?.1 {
      return try String(contentsOf: Package.root.appending(path: String(file)), encoding: .utf8)
    }
    return nil
  }
}

/// The package under test and its program.
enum Package {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The executable that was built beside the tests.
  static let program: String = {
    // The runner names the test bundle, which lies beside the products.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "liantu").path
  }()

  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
