import Chains
import Glibc

/// Writes a file beside its place and renames it, so that whoever looks sees the old content or the new, never a part.
public enum AtomicFile {
  /// Writes `bytes` to `path`; a file that is replaced keeps its rights, a link stays a link.
  /// - Throws: what the system refused (kind `inputOutput`), or that there is such a file and `force` is false (`exists`).
  public static func write(
    _ bytes: [UInt8], to path: String, force: Bool = false
  ) throws(FileProblem) {
    let target = FileSystem.resolved(path)
    let old = try status(of: target, named: path)
    switch old.map({ $0.st_mode & S_IFMT }) {
    case nil: break
    case S_IFDIR: throw FileProblem.system(EISDIR, at: path, .writing)
    case S_IFREG: if !force { throw exists(path) }
    default: return try writeDirectly(bytes, to: path)
    }
    let mode = old.map { $0.st_mode & 0o7777 }
    if try writeNameless(bytes, to: target, named: path, replaces: force, mode: mode) { return }
    let (descriptor, temporary, error) = FileSystem.temporaryFile(in: folder(of: target))
    guard descriptor >= 0 else { throw FileProblem.system(error, at: path, .writing) }
    do throws(FileProblem) {
      try fill(descriptor, bytes, path, mode: mode)
      try publish(temporary, as: target, named: path, replaces: force)
    } catch {
      FileSystem.removeFile(temporary)
      throw error
    }
  }

  /// Writes a file that gets its name when it is complete: a process that is ended meanwhile leaves nothing behind.
  /// - Returns: false where the file system knows no such files; nothing has happened then.
  private static func writeNameless(
    _ bytes: [UInt8], to target: String, named path: String, replaces: Bool, mode: mode_t?
  ) throws(FileProblem) -> Bool {
    let descriptor = FileSystem.namelessFile(in: folder(of: target))
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    try fill(descriptor, bytes, path, mode: mode, closes: false)
    guard replaces else {
      switch FileSystem.name(descriptor, target) {
      case 0: return true
      case EEXIST: throw exists(path)
      default: return false
      }
    }
    // A name cannot be taken over at once: a free one first, which is then renamed.
    let temporary = "\(folder(of: target))/.liantu-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    guard FileSystem.name(descriptor, temporary) == 0 else { return false }
    let error = FileSystem.rename(temporary, target)
    guard error == 0 else {
      FileSystem.removeFile(temporary)
      throw FileProblem.system(error, at: path, .writing)
    }
    return true
  }

  /// Writes all of `bytes`; closes the descriptor in any case, unless it is wanted open.
  static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String, mode: mode_t? = nil,
    closes: Bool = true
  ) throws(FileProblem) {
    var failure = FileSystem.writeAll(bytes, to: descriptor)
    // Some file systems keep no rights; that is no reason not to write.
    _ = fchmod(descriptor, mode ?? (0o666 & ~FileSystem.mask))
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if closes, close(descriptor) != 0, failure == 0 { failure = errno }
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
  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let (descriptor, error) = FileSystem.open(path, O_WRONLY)
    guard descriptor >= 0 else { throw FileProblem.system(error, at: path, .writing) }
    let failure = FileSystem.writeAll(bytes, to: descriptor)
    close(descriptor)
    if failure != 0 { throw FileProblem.system(failure, at: path, .writing) }
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
