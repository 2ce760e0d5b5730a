import Glibc
import Liantu

/// Where a command's words go: data to standard output, messages to standard error.
enum Output {
  /// Writes data; a reader that has gone away is no failure.
  static func data(_ bytes: [UInt8]) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(1, buffer.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw Failure(
          .inputOutput,
          Bilingual(
            "写标准输出失败：\(systemMessage(errno))", "standard output: \(systemMessage(errno))"))
      }
    }
  }

  static func data(_ text: String) throws(Failure) { try data(Array(text.utf8)) }

  /// Everything on standard input, which is read once: whoever wants to know what it is leaves it to the others.
  static let standardInput: [UInt8] = {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += piece[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }()

  /// A line for the person at the terminal.
  static func error(_ line: String) { message(line + "\n") }

  /// Text for the person at the terminal, as it stands.
  static func message(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe write(2, buffer.baseAddress, buffer.count)
    }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal, 60...120; 80 where there is none.
  static var width: Int {
    var size = winsize()
    let isKnown = unsafe isTerminal(1) && ioctl(1, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? min(120, max(60, Int(size.ws_col))) : 80
  }

  private static func systemMessage(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "\(code)"
  }
}

/// The value of an environment variable; empty counts as none.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}
