import Chains
import Glibc

/// Writes a folder of files beside its place and exchanges the two.
enum AtomicFolder {
  /// - Parameter force: whether a folder of chain tables that is there may be replaced. Its other files stay.
  /// - Throws: what the system refused, or that there is something already.
  static func write(_ files: [CSVText], to path: String, force: Bool) throws(FileProblem) {
    let old = try AtomicFile.status(of: path, named: path)
    if old != nil, !force, try !isEmptyFolder(path) { throw AtomicFile.exists(path) }
    if let old, old.st_mode & S_IFMT != S_IFDIR {
      throw FileProblem(
        .exists, at: Location(path: path),
        Bilingual(
          "此处是一个文件，不能换成文件夹：请换一个名称",
          "there is a file of this name, which a folder does not replace: choose another name"))
    }
    let (temporary, error) = FileSystem.temporaryFolder(in: AtomicFile.folder(of: path))
    guard error == 0 else { throw FileProblem.system(error, at: path, .writing) }
    do throws(FileProblem) {
      for file in files { try write(file, into: temporary, named: path) }
      if old != nil { try keepOthers(of: path, in: temporary) }
      try exchange(temporary, path, replaces: old != nil)
    } catch {
      remove(temporary)
      throw error
    }
  }

  private static func write(
    _ file: CSVText, into folder: String, named path: String
  ) throws(FileProblem) {
    let name = ChainFiles.path(folder, file.fileName)
    let (descriptor, error) = FileSystem.open(name, O_WRONLY | O_CREAT | O_EXCL)
    guard descriptor >= 0 else { throw FileProblem.system(error, at: path, .writing) }
    try AtomicFile.fill(descriptor, file.bytes, path)
  }

  /// Files that are no tables of the chain (notes, pictures) move over.
  private static func keepOthers(of path: String, in temporary: String) throws(FileProblem) {
    guard case .folder(let names) = try InputFile.open(path) else { return }
    for name in names where !isTable(name) {
      let error = FileSystem.link(ChainFiles.path(path, name), ChainFiles.path(temporary, name))
      guard error == 0 else {
        throw FileProblem(
          .inputOutput, at: Location(path: ChainFiles.path(path, name)),
          Bilingual(
            "文件夹里还有别的内容，不能整体替换：请移走它，或换一个文件夹",
            "the folder holds something else and cannot be replaced: move it away, or choose another folder"
          ))
      }
    }
  }

  private static func isTable(_ name: String) -> Bool {
    ["csv", "tsv"].contains(fileExtension(of: name))
      && Schema.table(named: String(fileStem(of: name))) != nil
  }

  /// The old folder goes only when the new one is in its place, and comes back if that fails.
  private static func exchange(
    _ temporary: String, _ path: String, replaces: Bool
  ) throws(FileProblem) {
    let aside = temporary + "-old"
    if replaces {
      let error = FileSystem.rename(path, aside)
      guard error == 0 else { throw FileProblem.system(error, at: path, .writing) }
    }
    let error = FileSystem.rename(temporary, path)
    guard error == 0 else {
      if replaces { _ = FileSystem.rename(aside, path) }
      throw FileProblem.system(error, at: path, .writing)
    }
    if replaces { remove(aside) }
  }

  private static func isEmptyFolder(_ path: String) throws(FileProblem) -> Bool {
    guard case .folder(let names) = try InputFile.open(path) else { return false }
    return names.isEmpty
  }

  /// Removes a folder of plain files, as far as the system lets us.
  private static func remove(_ folder: String) {
    guard case .folder(let names)? = try? InputFile.open(folder) else { return }
    for name in names { FileSystem.removeFile(path(folder, name)) }
    FileSystem.removeFolder(folder)
  }
}
