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

  /// libxml2's own validator, if it is on the path.
  static var xmllint: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/xmllint") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the script prints.
  static func check(_ arguments: [String]) throws -> [String: Any] {
    guard let python else { return [:] }
    let script = Shared.package.appending(path: "Tests/peers/check_graphml.py").path
    let (output, _, _) = try run(python, [script] + arguments)
    return try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
  }

  /// The files that are not valid, with the reason: by xmllint, else by lxml.
  static func invalid(_ files: [URL], schema: URL) throws -> [String: String] {
    guard let xmllint else {
      let found = try check(["--schema", schema.path] + files.map(\.path))
      return found.compactMapValues { $0 as? String }
    }
    var invalid: [String: String] = [:]
    for file in files {
      let (_, errors, status) = try run(
        xmllint, ["--nonet", "--noout", "--schema", schema.path, file.path])
      if status != 0 { invalid[file.path] = errors }
    }
    return invalid
  }

  /// Runs a program to its end.
  static func run(
    _ program: URL, _ arguments: [String]
  ) throws -> (output: Data, errors: String, status: Int32) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "graphml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: a full pipe would block the program.
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    try Data().write(to: output)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (
      try Data(contentsOf: output), String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      process.terminationStatus
    )
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
