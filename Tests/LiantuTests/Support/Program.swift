import Foundation

/// What a program did.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
  let bytes: [UInt8]
}

/// The program under test, as a person at a shell runs it.
enum Program {
  /// Runs `liantu` in the folder of the package.
  ///
  /// - Parameters:
  ///   - input: what it reads on its standard input.
  ///   - environment: added to an environment without locale and colour.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    in folder: String? = nil
  ) throws -> Outcome {
    try launch(
      Package.program, arguments, input: input, environment: environment, in: folder)
  }

  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs a line of shell in which `$liantu` is the program.
  static func shell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
    try launch(
      "/bin/bash", ["-c", "liantu='\(Package.program)'; \(line)"], environment: environment)
  }

  static func launch(
    _ path: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.map { URL(filePath: $0) } ?? Package.root
    var variables = ProcessInfo.processInfo.environment
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS", "SWIFT_BACKTRACE"] {
      variables[name] = nil
    }
    variables["TERM"] = "xterm-256color"
    // Under the address sanitizer a leak at exit would change the exit code.
    variables["ASAN_OPTIONS"] = "detect_leaks=0"
    process.environment = variables.merging(environment) { $1 }
    // Files instead of pipes, so that no end waits for the other.
    let place = try TemporaryFolder()
    let given = try place.write("input", input)
    let printed = try place.write("output", "")
    let said = try place.write("errors", "")
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: given))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: printed))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: said))
    try process.run()
    process.waitUntilExit()
    let bytes = try place.bytes("output")
    let status =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Outcome(
      status: status, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: try place.bytes("errors"), as: UTF8.self), bytes: bytes)
  }

  /// Whether the tests and the program were built for a sanitizer.
  static var isSanitized: Bool {
    unsafe dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
  }

  /// Where a command is on the path.
  static func find(_ command: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(command)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
