import Liantu

/// Writes one graph in several dialects, and says what each could not hold.
struct DialectFiles {
  let arguments: DialectArguments
  let language: Language
  let isQuiet: Bool

  /// Writes a file in a dialect piece by piece, and gives what it could not hold.
  typealias Writer =
    (GraphMLDocument.Dialect, ([UInt8]) throws -> Void) throws -> [GraphMLError]

  /// Puts all files in their places when the last is written, so that a dialect that refuses leaves nothing behind.
  ///
  /// - Parameter output: nil or `-` is standard output, which takes one file.
  func write(to output: String?, force: Bool, _ writer: @escaping Writer) throws {
    let dialects = arguments.dialects
    let isStream = output == nil || output == "-"
    if isStream, dialects.count > 1 {
      throw Failure(
        .usage,
        Bilingual(
          "多种方言要写成多个文件：请用 -o 给出文件名",
          "several dialects become several files: name them with -o"))
    }
    guard let output, !isStream else {
      for dialect in dialects {
        report(try writer(dialect) { try Output.data($0) }, dialect)
      }
      return
    }
    let paths = arguments.paths(output)
    do {
      try write(paths[...], force: force, writer)
    } catch let error as FileProblem {
      throw Failure(FileProblems([error]))
    }
    for (_, path) in paths where !isQuiet {
      Output.error(Bilingual("已写入 \(path)", "wrote \(path)")[language])
    }
  }

  /// Writes the first, and the others before it is put in its place.
  private func write(
    _ paths: ArraySlice<(dialect: GraphMLDocument.Dialect, path: String)>, force: Bool,
    _ writer: @escaping Writer
  ) throws {
    guard let (dialect, path) = paths.first else { return }
    try AtomicFile.write(to: path, force: force) { sink in
      report(try writer(dialect, sink), dialect)
      try write(paths.dropFirst(), force: force, writer)
    }
  }

  private func report(_ losses: [GraphMLError], _ dialect: GraphMLDocument.Dialect) {
    for loss in losses where !isQuiet {
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
