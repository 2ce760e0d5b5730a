internal import Glibc

/// A file that is open for reading, closed with the value.
///
/// The type is safe: the buffer that the system fills is an array of the given length.
@safe
struct InputFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(_ path: String) throws(GraphMLError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw GraphMLError(.cannotOpen, "\(path): \(systemMessage())") }
  }

  deinit { _ = close(descriptor) }

  /// The next piece, at most `count` bytes; empty at the end of the file.
  func read(upTo count: Int) throws(GraphMLError) -> [UInt8] {
    var status = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      repeat {
        status = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
      } while status < 0 && errno == EINTR
      used = max(status, 0)
    }
    if status < 0 { throw GraphMLError(.cannotRead, "\(path): \(systemMessage())") }
    return piece
  }
}

/// What the system says about the last call that failed.
private func systemMessage() -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  _ = unsafe strerror_r(errno, &buffer, buffer.count)
  return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
