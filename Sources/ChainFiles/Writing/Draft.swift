import Chains
import Glibc

/// A file that is being written and that nobody sees yet, in the folder where it will stand.
struct Draft {
  let descriptor: Int32
  /// Its name until it is published; `nil` where the file system knows files without one, which go with the process,
  /// however that ends.
  private let name: String?

  init(in folder: String, for path: String) throws(FileProblem) {
    let nameless = FileSystem.namelessFile(in: folder)
    if nameless >= 0 {
      descriptor = nameless
      name = nil
      return
    }
    let named = FileSystem.temporaryFile(in: folder)
    guard named.descriptor >= 0 else { throw FileProblem.system(named.error, at: path, .writing) }
    descriptor = named.descriptor
    name = named.path
  }

  /// Gives the file its place. Without `replaces` the place is taken only if nobody took it meanwhile.
  func publish(as target: String, named path: String, replaces: Bool) throws(FileProblem) {
    if !replaces {
      let error = name.map { FileSystem.link($0, target) } ?? FileSystem.name(descriptor, target)
      if error == 0 {
        if let name { FileSystem.removeFile(name) }
        return
      }
      if error == EEXIST { throw AtomicFile.exists(path) }
      // Some file systems know no links; there a plain rename has to do.
      if name == nil { throw FileProblem.system(error, at: path, .writing) }
    }
    let source: String
    if let name { source = name } else { source = try named(beside: target, path) }
    let error = FileSystem.rename(source, target)
    if error != 0 {
      FileSystem.removeFile(source)
      throw FileProblem.system(error, at: path, .writing)
    }
  }

  /// A name cannot be taken over at once by a file without one: a free name first, which is then renamed.
  private func named(beside target: String, _ path: String) throws(FileProblem) -> String {
    let folder = AtomicFile.folder(of: target)
    let free = "\(folder)/.liantu-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let error = FileSystem.name(descriptor, free)
    if error != 0 { throw FileProblem.system(error, at: path, .writing) }
    return free
  }

  /// Closes the file and leaves nothing behind.
  func discard() {
    close(descriptor)
    if let name { FileSystem.removeFile(name) }
  }
}
