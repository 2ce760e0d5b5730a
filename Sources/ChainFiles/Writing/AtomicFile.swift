import Chains
import Glibc

/// Writes a file beside its place and renames it, so that whoever looks sees the old content or the new, never a part.
public enum AtomicFile {
  /// Writes `bytes` to `path`; a file that is replaced keeps its rights, a link stays a link.
  /// - Throws: what the system refused (kind `inputOutput`), or that there is such a file and `force` is false (`exists`).
  public static func write(
    _ bytes: [UInt8], to path: String, force: Bool = false
  ) throws(FileProblem) {
    do {
      try write(to: path, force: force) { try $0(bytes) }
    } catch let error as FileProblem {
      throw error
    } catch {
      // The closure above throws nothing else.
      assertionFailure("\(error)")
    }
  }

  /// Writes to `path` the pieces that `body` hands to its argument, as ``write(_:to:force:)``; when `body` throws, nothing
  /// has happened.
  public static func write(
    to path: String, force: Bool = false, _ body: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let target = FileSystem.resolved(path)
    let old = try status(of: target, named: path)
    switch old.map({ $0.st_mode & S_IFMT }) {
    case nil: break
    case S_IFDIR: throw FileProblem.system(EISDIR, at: path, .writing)
    case S_IFREG: if !force { throw exists(path) }
    default: return try writeDirectly(to: path, body)
    }
    let draft = try Draft(in: folder(of: target), for: path)
    do {
      try body { try append($0, to: draft.descriptor, path) }
      try finish(draft.descriptor, path, mode: old.map { $0.st_mode & 0o7777 })
      try draft.publish(as: target, named: path, replaces: force)
      close(draft.descriptor)
    } catch {
      draft.discard()
      throw error
    }
  }

  private static func append(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileProblem) {
    let failure = FileSystem.writeAll(bytes, to: descriptor)
    if failure != 0 { throw FileProblem.system(failure, at: path, .writing) }
  }

  /// Gives what has been written its rights and waits until the disk has it.
  private static func finish(
    _ descriptor: Int32, _ path: String, mode: mode_t?
  ) throws(FileProblem) {
    // Some file systems keep no rights; that is no reason not to write.
    _ = fchmod(descriptor, mode ?? (0o666 & ~FileSystem.mask))
    if fsync(descriptor) != 0, errno != EINVAL {
      throw FileProblem.system(errno, at: path, .writing)
    }
  }

  /// A pipe or a device cannot be renamed over.
  private static func writeDirectly(
    to path: String, _ body: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let (descriptor, error) = FileSystem.open(path, O_WRONLY)
    guard descriptor >= 0 else { throw FileProblem.system(error, at: path, .writing) }
    defer { close(descriptor) }
    try body { try append($0, to: descriptor, path) }
  }
}

// Shared with the writing of folders.
extension AtomicFile {
  /// Writes all of `bytes` and closes the descriptor in any case.
  static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String
  ) throws(FileProblem) {
    defer { close(descriptor) }
    try append(bytes, to: descriptor, path)
    try finish(descriptor, path, mode: nil)
  }

  /// `nil` where there is nothing.
  static func status(of target: String, named path: String) throws(FileProblem) -> stat? {
    let (status, error) = FileSystem.status(of: target)
    switch error {
    case 0: return status
    case ENOENT: return nil
    default: throw FileProblem.system(error, at: path, .writing)
    }
  }

  static func exists(_ path: String) -> FileProblem {
    FileProblem(
      .exists, at: Location(path: path),
      Bilingual(
        "已存在，未覆盖：要覆盖请加 --force",
        "it exists already and was not replaced: say --force to replace it"))
  }

  static func folder(of path: String) -> String {
    var rest = Substring(path)
    while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else { return "." }
    return slash == rest.startIndex ? "/" : String(rest[..<slash])
  }
}
