import Chains
import Glibc

/// What can be at a path.
enum InputFile {
  case file([UInt8])
  /// The names in a folder, hidden ones left out, in the order of their Unicode scalars.
  case folder([String])

  /// No honest chain document is larger than this: 256 MiB.
  static let largestSize = 256 << 20

  /// - Parameter path: `-` is the standard input.
  static func open(_ path: String) throws(FileProblem) -> InputFile {
    if path == "-" { return .file(try read(descriptor: 0, path: path)) }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem.system(errno, at: path, .reading) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileProblem.system(errno, at: path, .reading)
    }
    if status.st_mode & S_IFMT == S_IFDIR { return .folder(try names(in: path)) }
    return .file(try read(descriptor: descriptor, path: path, expected: Int(status.st_size)))
  }

  private static func read(
    descriptor: Int32, path: String, expected: Int = 0
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: max(1 << 16, min(expected + 1, 1 << 24)))
    bytes.reserveCapacity(min(expected, largestSize))
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileProblem.system(errno, at: path, .reading)
      }
      bytes += piece[..<count]
      guard bytes.count <= largestSize else { throw tooLarge(path) }
    }
  }

  private static func names(in path: String) throws(FileProblem) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw FileProblem.system(errno, at: path, .reading)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func tooLarge(_ path: String) -> FileProblem {
    FileProblem(
      at: Location(path: path),
      Bilingual(
        "文件超过 256 MB：请按环节或地区拆分", "the file is larger than 256 MB: split the chain into parts"))
  }
}

extension FileProblem {
  enum Attempt { case reading, writing }

  /// What the system refused, in words.
  static func system(_ code: Int32, at path: String, _ attempt: Attempt) -> FileProblem {
    let isMissing = (code == ENOENT || code == ENOTDIR) && attempt == .reading
    return FileProblem(
      isMissing ? .noSuchInput : .inputOutput, at: Location(path: path),
      text(of: code, attempt))
  }

  private static func text(of code: Int32, _ attempt: Attempt) -> Bilingual {
    let isReading = attempt == .reading
    switch code {
    case ENOENT where isReading, ENOTDIR where isReading:
      return Bilingual("没有这个文件或文件夹：请核对路径", "there is no such file or folder: check the path")
    case ENOENT, ENOTDIR:
      return Bilingual("要写入的文件夹不存在：请先建立", "the folder to write into does not exist: make it first")
    case EACCES, EPERM:
      return isReading
        ? Bilingual("没有读取权限：请核对文件权限", "no permission to read it: check its rights")
        : Bilingual(
          "没有写入权限：请换一个位置，或核对权限",
          "no permission to write there: choose another place or check its rights")
    case ENOSPC, EDQUOT:
      return Bilingual("磁盘已满，未写入：请腾出空间", "the disk is full, nothing was written: make room")
    case EROFS:
      return Bilingual(
        "该位置只读，未写入：请换一个位置", "the place is read-only, nothing was written: choose another")
    case EISDIR:
      return Bilingual("这是一个文件夹，不是文件", "this is a folder, not a file")
    case ENAMETOOLONG:
      return Bilingual("文件名太长：请缩短", "the name is too long: shorten it")
    default:
      let reason = unsafe String(cString: strerror(code))
      return isReading
        ? Bilingual("无法读取（\(reason)）", "it cannot be read (\(reason))")
        : Bilingual("无法写入（\(reason)）", "it cannot be written (\(reason))")
    }
  }
}
