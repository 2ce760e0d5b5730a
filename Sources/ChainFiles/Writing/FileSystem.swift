import Glibc

/// The calls of the system that take paths, in one place: 0 or the error number.
enum FileSystem {
  static func rename(_ old: String, _ new: String) -> Int32 {
    unsafe Glibc.rename(old, new) == 0 ? 0 : errno
  }

  /// Fails where `new` is there already.
  static func link(_ old: String, _ new: String) -> Int32 {
    unsafe Glibc.link(old, new) == 0 ? 0 : errno
  }

  @discardableResult
  static func removeFile(_ path: String) -> Int32 { unsafe unlink(path) == 0 ? 0 : errno }

  @discardableResult
  static func removeFolder(_ path: String) -> Int32 { unsafe rmdir(path) == 0 ? 0 : errno }

  /// What is at `path` itself, links not followed.
  static func status(of path: String) -> (status: stat, error: Int32) {
    var status = stat()
    let result = unsafe lstat(path, &status)
    return (status, result == 0 ? 0 : errno)
  }

  /// A descriptor, negative with the error number in `error`.
  static func open(_ path: String, _ flags: Int32) -> (descriptor: Int32, error: Int32) {
    let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
    return (descriptor, errno)
  }

  /// A new file in `folder` that nobody else has opened.
  static func temporaryFile(in folder: String) -> (descriptor: Int32, path: String, error: Int32) {
    var template = Array("\(folder)/.liantu-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return -1 as Int32 }
      return unsafe mkstemp(start)
    }
    return (descriptor, text(template), errno)
  }

  /// A new file in `folder` that has no name yet, so that it goes with the process, however that ends; negative where the
  /// file system knows no such files.
  static func namelessFile(in folder: String) -> Int32 {
    // O_TMPFILE, a macro that Swift does not see.
    unsafe Glibc.open(folder, 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o600)
  }

  /// Gives a nameless file a name; fails where there is such a file already.
  static func name(_ descriptor: Int32, _ path: String) -> Int32 {
    let file = "/proc/self/fd/\(descriptor)"
    return unsafe linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno
  }

  /// A new folder in `folder`, with the rights that the user's mask leaves.
  static func temporaryFolder(in folder: String) -> (path: String, error: Int32) {
    var template = Array("\(folder)/.liantu-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard isMade else { return ("", errno) }
    let path = text(template)
    _ = unsafe chmod(path, 0o777 & ~mask)
    return (path, 0)
  }

  /// The path with all links followed; `path` where there is nothing.
  static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// 0, or the error number.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = unsafe write(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return 0
    }
  }

  /// The rights that the user withholds from new files.
  static var mask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  private static func text(_ template: [CChar]) -> String {
    String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
