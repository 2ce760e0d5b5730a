import Glibc

/// The first bytes of a file.
enum FileStart {
  /// Whether a file, or standard input, starts as XML does, or as a gzip file.
  static func isXML(at path: String) -> Bool {
    if path == "-" { return isXML(Output.standardInput.prefix(64)) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    return isXML(bytes.prefix(max(count, 0)))
  }

  /// Whether bytes start as XML does, or as a gzip file.
  static func isXML(_ bytes: some Collection<UInt8>) -> Bool {
    let start = bytes.prefix(64)
    if start.starts(with: [0x1F, 0x8B]) { return true }
    // Byte order marks, and the zeros of UTF-16.
    let first = start.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
    return first == UInt8(ascii: "<")
  }
}
