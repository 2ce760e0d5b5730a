/// Writes a file beside its place and renames it, so that whoever looks sees the old content or the new, never a part.
public enum AtomicFile {
  /// Writes `bytes` to `path`.
  /// - Throws: what the system refused (kind `inputOutput`), or that there is such a file and `force` is false (`exists`).
  public static func write(
    _ bytes: [UInt8], to path: String, force: Bool = false
  ) throws(FileProblem) {
  }
}
