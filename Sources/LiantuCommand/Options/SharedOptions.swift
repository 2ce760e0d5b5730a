public import ArgumentParser
import Glibc
public import Liantu

extension Language: ExpressibleByArgument {}
extension Objective: ExpressibleByArgument {}

/// The chain and how it is read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "产业链：.yaml、.graphml、CSV 文件夹，或 -（标准输入）\n"
        + "A file, a folder of CSV, or - for standard input",
      valueName: "chain"),
    completion: .file(extensions: ["yaml", "yml", "graphml"]))
  var path: String

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "按某日的数据看（如 2022-03）\nSee the figures as of a day, such as 2022-03", valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "指定文字编码，默认自动识别\nEncoding of the text, recognised by default"))
  var encoding: String?

  /// Reads the document and says on standard error what should be known about it.
  ///
  /// - Parameter tellsDoubts: whether that includes figures that contradict each other.
  func document(
    isQuiet: Bool = false, tellsDoubts: Bool = true
  ) throws(Failure) -> ChainDocument {
    if path == "-", Output.isTerminal(0), !isQuiet {
      Output.error(
        Bilingual("正在从键盘读取，按 Ctrl-D 结束", "reading from the keyboard; Ctrl-D ends")[
          Spoken.language])
    }
    let options = ReadingOptions(encoding: try textEncoding(), asOf: try day())
    let document: ChainDocument
    do {
      document =
        path == "-"
        ? try ChainDocument(bytes: Output.standardInput, options: options)
        : try ChainDocument(reading: path, options: options)
    } catch {
      throw Failure(error)
    }
    if !isQuiet {
      for notice in document.notices.prefix(20) {
        Output.error("\(notice.location): \(notice.text[Spoken.language])")
      }
      for doubt in tellsDoubts ? document.chain.doubts.prefix(20) : [] {
        Output.error("\(document.location(of: doubt.place)): \(doubt.text[Spoken.language])")
      }
    }
    return document
  }

  /// The options given here, as they would be typed again.
  var repeated: [String] {
    (asOf.map { ["--as-of", $0] } ?? []) + (encoding.map { ["--encoding", $0] } ?? [])
  }

  /// The encoding of a chain, which is one of few; GraphML as such is read in any.
  func textEncoding() throws(Failure) -> TextEncoding? {
    guard let encoding else { return nil }
    guard let known = TextEncoding(name: encoding) else {
      let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage,
        Bilingual(
          "--encoding 对产业链取 \(names)，不能是“\(encoding)”",
          "--encoding takes \(names) for a chain, not “\(encoding)”"))
    }
    return known
  }

  private func day() throws(Failure) -> CalendarDate? {
    guard let asOf else { return nil }
    guard let day = CalendarDate(written: asOf) else {
      throw Failure(
        .usage,
        Bilingual(
          "--as-of “\(asOf)”不是日期：请写 2022、2022-03 或 2022-03-15",
          "--as-of “\(asOf)” is no date: write 2022, 2022-03 or 2022-03-15"))
    }
    return day
  }
}

/// How many processors may be busy.
struct ThreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "线程数，默认为处理器数；结果不变\nThreads, by default one a processor; the result is the same",
      valueName: "n"))
  var threads: Int?

  var threadCount: Int { threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError(
        Bilingual("--threads 取 1 到 1024", "--threads takes 1 to 1024")[Spoken.language])
    }
  }
}

/// Where the chain is seen from, and how it is analysed.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "从哪个地区看（编号或名称），默认产业链所在地\nThe region to see it from, by id or name; the chain's own by default",
      valueName: "region"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "value 产值最大（默认），balanced 各终端产品均衡达成\n"
        + "value: the most; balanced: all targets evenly"))
  var objective = Objective.value

  @Option(
    help: ArgumentHelp(
      "供应量最多能放大几倍，默认 1\nHow far ties stretch beyond their volume", valueName: "factor"))
  var surge = 1.0

  @Option(
    help: ArgumentHelp(
      "检验稳健性时随机扰动几次，0 为不做\nHow often figures are drawn anew",
      valueName: "n"))
  var draws = Settings().draws

  @Option(
    help: ArgumentHelp("扰动的种子，同一种子同一结果\nSeed of the draws", valueName: "n"))
  var seed = Settings().seed

  @OptionGroup var parallel: ThreadOptions

  func validate() throws {
    if !(1...1000).contains(surge) {
      throw ValidationError(
        Bilingual("--surge 取 1 到 1000，不能是 \(surge)", "--surge takes 1 to 1000, not \(surge)")[
          Spoken.language])
    }
    if !(0...100_000).contains(draws) {
      throw ValidationError(
        Bilingual("--draws 取 0 到 100000，不能是 \(draws)", "--draws takes 0 to 100000, not \(draws)")[
          Spoken.language])
    }
  }

  /// The options given here, as they would be typed again.
  var repeated: [String] {
    let usual = Settings()
    return (region.map { ["--region", $0] } ?? [])
      + (objective == usual.objective ? [] : ["--objective", objective.rawValue])
      + (surge == usual.surge ? [] : ["--surge", "\(surge)"])
      + (draws == usual.draws ? [] : ["--draws", "\(draws)"])
      + (seed == usual.seed ? [] : ["--seed", "\(seed)"])
  }

  /// The analysis that these options ask for, with its progress on a line.
  func analysis(of chain: Chain, _ line: ProgressLine) throws(Failure) -> Analysis {
    let settings = try settings(for: chain)
    if let obstacle = Analysis.obstacle {
      throw Failure(
        .internal,
        Bilingual(
          "无法计算产值：\(obstacle)：请安装 coinor-libclp1",
          "the final output cannot be computed: \(obstacle): install coinor-libclp1"))
    }
    return line.pace {
      chain.analysis(with: settings, threads: parallel.threadCount, progress: $0)
    }
  }

  /// The same without draws, which say how firm findings are: what is found, and what is unknown.
  func findings(of chain: Chain) throws(Failure) -> Analysis {
    var settings = try settings(for: chain)
    settings.draws = 0
    return chain.analysis(with: settings, threads: parallel.threadCount)
  }

  func settings(for chain: Chain) throws(Failure) -> Settings {
    var settings = Settings()
    settings.objective = objective
    settings.surge = surge
    settings.draws = draws
    settings.seed = seed
    settings.region = try regionID(in: chain)
    return settings
  }

  private func regionID(in chain: Chain) throws(Failure) -> Region.ID? {
    guard let region else { return nil }
    if let found = chain.region(called: region) { return found.id }
    let known = chain.regions.map(\.name)
    let shown = known.prefix(12).joined(separator: "、") + (known.count > 12 ? " …" : "")
    throw Failure(
      .usage,
      Bilingual(
        "没有地区“\(region)”；有：\(shown.isEmpty ? "（无）" : shown)",
        "no region “\(region)”; there are: \(shown.isEmpty ? "none" : shown)"))
  }
}
