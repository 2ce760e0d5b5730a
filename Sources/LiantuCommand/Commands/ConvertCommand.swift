import ArgumentParser
import Liantu

struct ConvertCommand: ParsableCommand {
  enum HeaderLanguage: String, CaseIterable, ExpressibleByArgument {
    case zh, en
  }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "转换文件格式（YAML、CSV 文件夹、GraphML）\nConvert between YAML, a folder of CSV and GraphML",
    discussion: """
      由 <out> 的扩展名决定：.yaml、.graphml，无扩展名则写成 CSV 文件夹。
      别人画的 GraphML（yEd、Gephi……）转成产业链草稿，并说明猜到和没看懂的内容；
      --dialect 把任何 GraphML 改写给另一软件，preserve 原样保留一切。
      The extension of <out> decides: .yaml, .graphml, or none for a folder of CSV.
      Somebody's GraphML drawing becomes the draft of a chain, with a report of what
      was guessed and not understood; --dialect writes any GraphML for another
      program, preserve copies it with everything in it.

      Examples 示例:
        liantu convert chains/battery.yaml battery --headers zh
        liantu convert chains/auto-parts auto-parts.yaml
        liantu convert mychain.graphml draft.yaml --map kind=type --map 产能=cap
        liantu convert mychain.graphml g.graphml --dialect gephi
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "写到哪里  Where to write", completion: .file())
  var out: String

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "图里的什么是链里的什么：列=属性、列==固定文字，\n或映射文件（YAML，每行一项）；可写多次\n"
        + "What in the graph is what in the chain:\ncolumn=attribute, column==text, or a YAML file of\nsuch lines; may be repeated",
      valueName: "mapping"))
  var maps: [String] = []

  @OptionGroup var graphs: DialectArguments
  @OptionGroup var direction: DirectionOptions

  @Option(help: "表头语言，默认随系统\nLanguage of the headers, by default the locale's")
  var headers: HeaderLanguage?

  @Option(help: "消息语言，默认随系统\nLanguage of messages, by default the locale's")
  var lang: Language?

  @Flag(help: "允许覆盖已有文件  Replace what is there")
  var force = false

  @Flag(name: .shortAndLong, help: "不输出消息  No messages")
  var quiet = false

  private var spoken: Language { lang ?? Spoken.language }

  func run() throws {
    let graph = GraphMLInput(
      path: input.path, encoding: input.encoding, direction: direction)
    if graphs.areGiven { return try writeDialects(graph) }
    guard out != "-", Container(path: out) != nil else {
      throw Failure(
        .usage,
        Bilingual(
          "不能写成“\(out)”：请给文件名，扩展名用 .yaml 或 .graphml，不带扩展名则写成 CSV 文件夹",
          "“\(out)” cannot be written: name a file ending in .yaml or .graphml, "
            + "or one without ending for a folder of CSV"))
    }
    if graph.isGraphML {
      let document = try graph.reading(isQuiet: quiet).document
      if !maps.isEmpty || !ChainDocument.isChain(document) { return try writeDraft(document) }
    } else if !maps.isEmpty {
      throw Failure(
        .usage, Bilingual("--map 只用于 GraphML 文件", "--map goes with GraphML files only"))
    }
    try write(try input.document(isQuiet: quiet).chain.tables)
  }

  private func write(_ tables: Tables) throws(Failure) {
    let isChinese = headers.map { $0 == .zh } ?? (spoken == .chinese)
    do {
      try tables.write(to: out, headers: isChinese ? .chinese : .english, force: force)
    } catch {
      throw Failure(error)
    }
    say("已写入 \(out)", "wrote \(out)")
  }

  private func say(_ chinese: String, _ english: String) {
    if !quiet { Output.error(Bilingual(chinese, english)[spoken]) }
  }
}

// Somebody's drawing as the draft of a chain.
extension ConvertCommand {
  private func writeDraft(_ document: GraphMLDocument) throws(Failure) {
    let mapping = try mapping()
    let draft: DrawingImport
    do {
      draft = try DrawingImport(document, path: input.path, mapping: mapping)
    } catch {
      throw Failure(error)
    }
    if !quiet {
      for notice in draft.notices { Output.error("\(notice.location): \(notice.text[spoken])") }
    }
    try write(draft.tables)
    // The places of what is still wanted are those of the file that is to be completed.
    do {
      _ = try ChainDocument(reading: out)
      say("可以分析了：liantu analyze \(out)", "it can be analysed: liantu analyze \(out)")
    } catch {
      for problem in error.problems.prefix(quiet ? 0 : 20) {
        Output.error(problem.line(in: spoken))
      }
      let count = error.problems.count
      say(
        "草稿还差 \(count) 处，补上后即可分析", "the draft can be analysed once this is mended: \(count)")
    }
  }

  private func mapping() throws(Failure) -> GraphMapping {
    var mapping = GraphMapping()
    // Files first, so that what is typed wins.
    for path in maps where !path.contains("=") {
      do {
        try mapping.add(fileAt: path)
      } catch {
        throw Failure(error)
      }
    }
    for text in maps {
      guard let sign = text.firstIndex(of: "=") else { continue }
      do throws(FileProblem) {
        try mapping.set(String(text[..<sign]), to: String(text[text.index(after: sign)...]))
      } catch {
        throw Failure(.usage, Bilingual(error.line(in: .chinese), error.line(in: .english)))
      }
    }
    return mapping
  }
}

// A graph for another program.
extension ConvertCommand {
  private func writeDialects(_ graph: GraphMLInput) throws {
    if !maps.isEmpty {
      throw Failure(
        .usage,
        Bilingual(
          "--map 用于转成产业链，不能与 --dialect 同用", "--map makes a chain: leave out --dialect"))
    }
    if graph.isGraphML, graphs.dialects == [.preserve], !graphs.hasChanges {
      return try copy(graph)
    }
    let writer: DialectFiles.Writer
    if graph.isGraphML {
      let document = try graph.reading(isQuiet: quiet).document
      writer = { dialect, sink in
        do {
          return try document.write(for: dialect, options: graphs.options, to: sink)
        } catch let error as GraphMLError {
          throw Failure(error)
        }
      }
    } else {
      let tables = try input.document(isQuiet: quiet).chain.tables
      writer = { dialect, sink in
        do {
          return try tables.writeGraphML(for: dialect, options: graphs.options, to: sink)
        } catch let error as FileProblems {
          throw Failure(error)
        }
      }
    }
    try DialectFiles(arguments: graphs, language: spoken, isQuiet: quiet)
      .write(to: out, force: force, writer)
  }

  /// Copies the file with everything in it, piece by piece.
  private func copy(_ graph: GraphMLInput) throws {
    do {
      var losses: [GraphMLError] = []
      let copy = { (sink: ([UInt8]) throws -> Void) in
        losses =
          graph.path == "-"
          ? try GraphMLDocument.copy(
            bytes: Output.standardInput, options: graph.options(), to: sink)
          : try GraphMLDocument.copy(path: graph.path, options: graph.options(), to: sink)
      }
      if out == "-" {
        try copy { try Output.data($0) }
      } else {
        try AtomicFile.write(to: out, force: force) { try copy($0) }
        say("已写入 \(out)", "wrote \(out)")
      }
      for loss in losses where !quiet { Output.error("preserve: \(loss.text(in: spoken))") }
    } catch let error as GraphMLError {
      throw Failure(error)
    } catch let error as FileProblem {
      throw Failure(FileProblems([error]))
    }
  }
}
