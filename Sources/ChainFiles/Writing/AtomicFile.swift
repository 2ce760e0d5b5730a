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
    let (descriptor, temporary, error) = FileSystem.temporaryFile(in: folder(of: target))
    guard descriptor >= 0 else { throw FileProblem.system(error, at: path, .writing) }
    do {
      do {
        try body { try append($0, to: descriptor, path) }
      } catch {
        close(descriptor)
        throw error
      }
      try fill(descriptor, [], path, mode: old.map { $0.st_mode & 0o7777 })
      try publish(temporary, as: target, named: path, replaces: force)
    } catch {
      FileSystem.removeFile(temporary)
      throw error
    }
  }

  private static func append(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileProblem) {
    let failure = FileSystem.writeAll(bytes, to: descriptor)
    if failure != 0 { throw FileProblem.system(failure, at: path, .writing) }
  }

  /// Writes all of `bytes` and closes the descriptor in any case.
  static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String, mode: mode_t? = nil
  ) throws(FileProblem) {
    var failure = FileSystem.writeAll(bytes, to: descriptor)
    // Some file systems keep no rights; that is no reason not to write.
    _ = fchmod(descriptor, mode ?? (0o666 & ~FileSystem.mask))
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw FileProblem.system(failure, at: path, .writing) }
  }

  /// Without `replaces` the name is taken only if nobody took it meanwhile.
  private static func publish(
    _ temporary: String, as target: String, named path: String, replaces: Bool
  ) throws(FileProblem) {
    if !replaces {
      let error = FileSystem.link(temporary, target)
      if error == 0 {
        FileSystem.removeFile(temporary)
        return
      }
      if error == EEXIST { throw exists(path) }
      // Some file systems know no links; there a plain rename has to do.
    }
    let error = FileSystem.rename(temporary, target)
    if error != 0 { throw FileProblem.system(error, at: path, .writing) }
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
