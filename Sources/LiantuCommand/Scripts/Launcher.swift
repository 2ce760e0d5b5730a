import Glibc
import Liantu

/// Starts other programs.
enum Launcher {
  /// Runs a program found on the path and waits; returns its exit status.
  static func run(_ arguments: [String]) throws(Failure) -> Int32 {
    var process = pid_t()
    let error = unsafe withCStrings(arguments) { argv in
      unsafe posix_spawnp(&process, arguments[0], nil, nil, argv, environ)
    }
    guard error == 0 else {
      throw Failure(
        .noInput,
        Bilingual(
          "找不到 \(arguments[0])：运行脚本需要 Swift 工具链，请安装后把它放进 PATH",
          "\(arguments[0]) is not there: scripts need a Swift toolchain on the PATH"))
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Becomes another program: its output, signals and exit code are the user's own.
  ///
  /// A crash names the user's line; registers and images, which say nothing to most, only come when
  /// SWIFT_BACKTRACE asks for them.
  static func replaceProcess(with program: String, arguments: [String]) throws(Failure) -> Never {
    _ = unsafe setenv("SWIFT_BACKTRACE", "interactive=no,registers=none,images=none", 0)
    _ = unsafe withCStrings([program] + arguments) { argv in unsafe execv(program, argv) }
    throw Failure(
      .internal, Bilingual("无法启动 \(program)", "\(program) cannot be started"))
  }

  /// A null-terminated array of C strings for the length of a call.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe pointers.indices { unsafe free(pointers[index]) }
    }
    return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a null ends the array") }
      return unsafe body(base)
    }
  }
}
