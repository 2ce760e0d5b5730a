internal import Glibc

/// The bytes of a file, mapped into memory rather than copied; those of a pipe are read.
///
/// The type is safe: the bytes are there as long as the value, and nobody can write through it. What no program can be
/// safe from is a file that is cut short while it is open: the system then ends the process. Programs that replace a file by
/// renaming, as `liantu` does, do no harm.
@safe
struct MappedFile: ~Copyable {
  private let start: UnsafeMutableRawPointer?
  /// The number of bytes.
  let count: Int
  /// Whether the bytes are those of a file on disk, not of a pipe.
  let isMapped: Bool

  /// - Parameter path: `-` is the standard input.
  init(path: String) throws(GraphFileError) {
    if path == "-" {
      self.init(bytes: try Self.read(0, path))
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.refusal(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.refusal(errno, path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw Self.refusal(EISDIR, path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      self.init(bytes: try Self.read(descriptor, path))
      return
    }
    let count = Int(status.st_size)
    guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe address != MAP_FAILED
    else { throw Self.refusal(errno, path) }
    unsafe self.init(start: address, count: count, isMapped: true)
  }

  /// A copy of some bytes.
  init(bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    unsafe copy.copyBytes(from: bytes)
    unsafe self.init(start: copy.baseAddress, count: bytes.count, isMapped: false)
  }

  private init(start: UnsafeMutableRawPointer?, count: Int, isMapped: Bool) {
    unsafe self.start = unsafe start
    self.count = count
    self.isMapped = isMapped
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(GraphFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Self.refusal(errno, path)
      }
      bytes += piece[..<count]
    }
  }

  deinit {
    if isMapped, let start = unsafe start {
      unsafe munmap(start, count)
    } else {
      unsafe start?.deallocate()
    }
  }

  /// Calls with all bytes, which must not leave the call.
  func withBytes<Result, Failure: Error>(
    _ body: (FileBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe FileBytes(UnsafeRawBufferPointer(start: start, count: count)))
  }

  private static func refusal(_ code: Int32, _ path: String) -> GraphFileError {
    if code == ENOENT || code == ENOTDIR { return GraphFileError(.missing, path: path) }
    return GraphFileError(.cannotRead, path: path, subject: unsafe String(cString: strerror(code)))
  }
}
