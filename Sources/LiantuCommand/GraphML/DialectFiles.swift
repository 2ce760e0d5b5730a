import Liantu

/// Writes one graph in several dialects, and says what each could not hold.
struct DialectFiles {
  let arguments: DialectArguments
  let language: Language
  let isQuiet: Bool

  /// Makes all files before the first is written, so that a dialect that refuses leaves nothing behind.
  ///
  /// - Parameter output: nil or `-` is standard output, which takes one file.
  func write(
    to output: String?, force: Bool,
    _ file: (GraphMLDocument.Dialect) throws -> GraphMLDocument.DialectFile
  ) throws {
    let dialects = arguments.dialects
    let isStream = output == nil || output == "-"
    if isStream, dialects.count > 1 {
      throw Failure(
        .usage,
        Bilingual(
          "多种方言要写成多个文件：请用 -o 给出文件名",
          "several dialects become several files: name them with -o"))
    }
    let files = try dialects.map { ($0, try file($0)) }
    for (dialect, file) in files {
      if !isQuiet { report(file.losses, dialect) }
    }
    guard let output, !isStream else {
      for (_, file) in files { try Output.data(file.bytes) }
      return
    }
    let paths = arguments.paths(output)
    for ((_, file), (_, path)) in zip(files, paths) {
      do {
        try AtomicFile.write(file.bytes, to: path, force: force)
      } catch {
        throw Failure(FileProblems([error]))
      }
      if !isQuiet { Output.error(Bilingual("已写入 \(path)", "wrote \(path)")[language]) }
    }
  }

  private func report(_ losses: [GraphMLError], _ dialect: GraphMLDocument.Dialect) {
    for loss in losses {
      Output.error("\(dialect.rawValue): \(loss.text(in: language))")
    }
  }
}

extension GraphMLError {
  /// The problem and those after it, with their places.
  func text(in language: Language) -> String {
    language == .chinese ? chineseDescription : description
  }
}
