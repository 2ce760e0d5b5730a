import Foundation

/// Programs outside that check files; tests skip where they are not installed.
enum Peers {
  /// Python with the libraries that `Tests/peers/check_graphml.py` names: LIANTU_PEERS_PYTHON, or that of `.venv`.
  static var python: URL? {
    let named = ProcessInfo.processInfo.environment["LIANTU_PEERS_PYTHON"]
    let python =
      named.map { URL(filePath: $0) } ?? Shared.package.appending(path: ".venv/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }

  /// The graph libraries of that Python.
  static let libraries: Set<String> = Set(
    ((try? check(["--installed"])) ?? [:]).keys)

  /// libxml2's own validator, if it is on the path.
  static var xmllint: URL? { program("xmllint") }

  /// gzip, if it is on the path.
  static var gzip: URL? { program("gzip") }

  private static func program(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the script prints.
  static func check(_ arguments: [String]) throws -> [String: Any] {
    guard let python else { return [:] }
    let script = Shared.package.appending(path: "Tests/peers/check_graphml.py").path
    let (output, status) = run(python, [script] + arguments)
    if status != 0 { throw CheckFailed(output: output) }
    return try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
  }

  /// The files that are not valid, with the reason: by xmllint, else by lxml.
  static func invalid(_ files: [URL], schema: URL) throws -> [String: String] {
    guard let xmllint else {
      let found = try check(["--schema", schema.path] + files.map(\.path))
      return found.compactMapValues { $0 as? String }
    }
    var invalid: [String: String] = [:]
    for file in files {
      let (output, status) = run(
        xmllint, ["--nonet", "--noout", "--schema", schema.path, file.path])
      if status != 0 { invalid[file.path] = output }
    }
    return invalid
  }

  /// The script ended in an error.
  struct CheckFailed: Error {
    let output: String
  }

  /// Runs a program to its end. Not by Foundation's Process, which leaks under the address sanitizer.
  /// - Returns: what it prints and how it ends.
  static func run(
    _ program: URL, _ arguments: [String], keepsErrors: Bool = true
  ) -> (output: String, status: Int32) {
    let words = [program.path] + arguments
    let command = words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    guard let stream = unsafe popen(command + (keepsErrors ? " 2>&1" : " 2>/dev/null"), "r") else {
      return ("", -1)
    }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&piece, 1, piece.count, stream), count > 0 {
      output += piece[..<count]
    }
    return unsafe (String(decoding: output, as: UTF8.self), pclose(stream))
  }

  /// Calls `body` with a new folder, which is removed afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "graphml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
