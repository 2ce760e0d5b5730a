import ArgumentParser
import Liantu

struct GraphCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, graphml
  }
  enum Table: String, CaseIterable, ExpressibleByArgument {
    case nodes, edges
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract:
      "计算任意图的指标：连通、割点、支配、中心性、流\nMeasures of any graph: pieces, cut points, dominators, centrality, flow",
    discussion: """
      平行边逐条计数，自环保留；无向边可往返（--direction 可改）。* 为默认计算的指标。
      Parallel edges count each, self-loops stay; an edge without direction leads
      both ways (see --direction). Measures with * are those of a plain run:
      \(measureList)
      Examples 示例:
        liantu graph parts.graphml
        liantu graph trade.csv -m pagerank,flow --from 矿 --to 厂 --weight 数量
        liantu graph parts.graphml -m betweenness -o measured.graphml
        liantu graph parts.graphml -m core --json | jq '.nodes[0]'
      """)

  /// The table of measures as the help shows it: key, name, and what it says, in at most 80 columns.
  private static var measureList: String {
    Measure.all.map { measure in
      let mark = measure.isUsual ? "*" : " "
      let key = measure.key.padded(to: 16)
      return " \(mark)\(key)\(measure.summary.chinese)\n"
        + "                  \(measure.summary.english)\n"
    }.joined()
  }

  @OptionGroup var input: GraphInputOptions

  @Option(
    name: [.customShort("m"), .customLong("measure")],
    help: ArgumentHelp(
      "指标，逗号分隔，可重复；all 为全部\nMeasures, separated by commas; all for every one",
      valueName: "keys"))
  var measures: [String] = []

  @Option(
    help: ArgumentHelp(
      "边的方向：file 按文件、forward、reversed、undirected\nDirection of edges: as the file says, or one of these"
    ))
  var direction: Network.Direction = .file

  @Option(
    help: ArgumentHelp(
      "作为权重、长度或容量的边属性，默认每边为 1\nEdge column with weights, lengths or capacities; else 1 each",
      valueName: "column"))
  var weight: String?

  @Option(
    help: ArgumentHelp(
      "起点的编号或名称，可重复，默认没有入边的点\nNodes to start from, by id or label; by default those\nwithout edges in",
      valueName: "node"))
  var from: [String] = []

  @Option(
    help: ArgumentHelp(
      "终点，可重复，默认没有出边的点\nNodes to end at; by default those without edges out",
      valueName: "node"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "PageRank 从这些点重新开始，可重复\nNodes where the walks of PageRank start afresh", valueName: "node"))
  var restart: [String] = []

  @Option(
    help: ArgumentHelp("PageRank 继续走的概率\nProbability of going on, for PageRank", valueName: "p"))
  var damping = 0.85

  @Option(
    help: ArgumentHelp(
      "介数抽样的起点数，默认精确计算\nNodes to sample for betweenness, exact by default", valueName: "n"))
  var samples: Int?

  @Option(help: ArgumentHelp("抽样的随机种子\nSeed of the sample", valueName: "n"))
  var seed: UInt64 = 42

  @Option(
    help: ArgumentHelp("抽样误差界的置信度\nConfidence of the bound on its error", valueName: "p"))
  var confidence = 0.95

  @Flag(
    name: .customLong("merge-parallel"),
    help: "平行边算一条（核数、介数、集中度）\nParallel edges count as one (core, betweenness, hhi)")
  var mergesParallel = false

  @Option(help: ArgumentHelp("最短路的条数\nHow many shortest paths", valueName: "n"))
  var count = 3

  @Option(
    help: ArgumentHelp(
      "点属性，值为 all（或 全部）的点需要全部投入\nNode column; nodes where it says all need all their inputs",
      valueName: "column"))
  var gates: String?

  @Flag(help: "回路须能从头建起（单点失效）\nCircles must be built from scratch (single-points)")
  var buildable = false

  @Option(
    help: ArgumentHelp(
      "显示点名所用的属性，默认自动识别\nNode column with names for people, found by default",
      valueName: "column"))
  var label: String?

  @Option(help: ArgumentHelp("每张榜单几行  Rows of each list", valueName: "n"))
  var top = 5

  @Option(
    help: ArgumentHelp(
      "输出格式，默认按 -o 的扩展名\nOutput format, by default after the extension of -o"))
  var format: Format?

  @Flag(help: "等同 --format json  Short for --format json")
  var json = false

  @Option(help: ArgumentHelp("CSV 写点还是写边\nWhat a CSV lists"))
  var table: Table?

  @OptionGroup var answer: GraphOutputOptions

  func validate() throws {
    func refuse(_ chinese: String, _ english: String) -> ValidationError {
      ValidationError(Bilingual(chinese, english)[Spoken.language])
    }
    if !(0..<1).contains(damping) {
      throw refuse("--damping 取 0 到 1，不含 1", "--damping takes 0 to 1, without 1")
    }
    if confidence <= 0 || confidence >= 1 {
      throw refuse("--confidence 在 0 与 1 之间", "--confidence is between 0 and 1")
    }
    if let samples, samples < 1 {
      throw refuse("--samples 至少为 1", "--samples takes 1 or more")
    }
    if top < 0 || count < 1 {
      throw refuse("--top 不能小于 0，--count 至少为 1", "--top cannot be below 0, --count below 1")
    }
    _ = try chosen()
  }

  /// The measures asked for, in the order of the table; the usual ones without `-m`.
  private func chosen() throws -> [Measure] {
    let keys = measures.flatMap { $0.split(separator: ",").map { String($0) } }
    if keys.isEmpty { return Measure.all.filter(\.isUsual) }
    if let unknown = keys.first(where: { $0 != "all" && Measure.named($0) == nil }) {
      throw ValidationError(
        Bilingual(
          "没有指标“\(unknown)”；有：\(Measure.keys.joined(separator: "、"))",
          "no measure “\(unknown)”; there are: \(Measure.keys.joined(separator: ", "))")[
            Spoken.language])
    }
    // Paths need two nodes that nobody can guess.
    let isAll = keys.contains("all")
    return Measure.all.filter { keys.contains($0.key) || (isAll && $0.key != "paths") }
  }

  private var chosenFormat: Format {
    if json { return .json }
    if let format { return format }
    let name = answer.output ?? ""
    return Format.allCases.first { name.hasSuffix(".\($0.rawValue)") } ?? .text
  }

  func run() throws {
    let language = answer.language
    let progress = ProgressLine(isQuiet: answer.quiet, language: language)
    progress.show(Bilingual("正在读取 \(input.path)", "reading \(input.path)"))
    let reading = try input.reading(columns: columns, isQuiet: answer.quiet)
    let network: Network
    do {
      network = try Network(reading.graph, direction: direction)
    } catch {
      throw Failure(.badData, Bilingual("图太大（\(error)）", "\(error)"))
    }
    let labels = GraphAnswer.labels(of: reading.graph, named: label)
    let input = try measureInput(network, labels)
    try sayWhatIsIdle()
    var results: [(measure: Measure, result: MeasureResult)] = []
    for measure in try chosen() {
      progress.show(measure.name)
      var told = input
      told.progress = { progress.show(measure.name, part: $0) }
      results.append((measure, try compute(measure, told)))
    }
    progress.show(Bilingual("正在输出", "writing"))
    let found = GraphAnswer(
      path: self.input.path, reading: reading, network: network, labels: labels, results: results,
      direction: direction)
    let bytes = written(found)
    progress.end()
    try answer.deliver(bytes)
  }

  /// Says which of the given options change none of the chosen measures.
  private func sayWhatIsIdle() throws {
    let given: [Measure.Need: Bool] = [
      .weight: weight != nil, .from: !from.isEmpty, .to: !to.isEmpty, .samples: samples != nil,
      .restart: !restart.isEmpty, .damping: damping != 0.85, .merge: mergesParallel,
      .count: count != 3, .gates: gates != nil,
    ]
    let heard = Set(try chosen().flatMap(\.options))
    let idle = Measure.Need.allCases.filter { given[$0] == true && !heard.contains($0) }
    if idle.isEmpty || answer.quiet { return }
    let names = idle.map(\.rawValue).joined(separator: ", ")
    Output.error(
      Bilingual("\(names) 对所选指标没有作用", "\(names): none of these measures takes it")[
        answer.language])
  }

  /// Only what is asked for is read of an edge list or a snapshot, unless all of it is written again.
  private var columns: GraphFile.Columns {
    if chosenFormat == .graphml || chosenFormat == .text { return .all }
    return .only(
      Set(
        [weight, gates, label].compactMap { $0 } + [
          "label", "name", "title", "名称", "标签", "original_id",
        ]))
  }

  private func compute(_ measure: Measure, _ input: MeasureInput) throws -> MeasureResult {
    do {
      return try measure.compute(input)
    } catch let error as WeightError {
      throw Failure(
        .badData,
        Bilingual(
          "\(measure.key)：权重 \(error.weight) 不能用（\(error)）：请改正数据，或换一个 --weight",
          "\(measure.key): \(error): correct the data or name another --weight"))
    }
  }

  private func written(_ found: GraphAnswer) -> [UInt8] {
    let data = GraphData(answer: found, version: Version.text)
    switch chosenFormat {
    case .text:
      let text = GraphText(
        answer: found, language: answer.language, style: answer.style, width: answer.width,
        limit: top == 0 ? .max / 4 : top, program: CommandLine.arguments.first ?? "liantu"
      ).text
      return Array(text.utf8)
    case .json: return Array(data.json.utf8)
    case .csv:
      // Without a byte order mark Excel misreads Chinese.
      let mark = answer.output == nil ? "" : "\u{FEFF}"
      let ofEdges = table.map { $0 == .edges } ?? found.nodeColumns.isEmpty
      return Array((mark + data.csv(ofEdges: ofEdges)).utf8)
    case .graphml:
      if !answer.quiet, !data.replaced.isEmpty {
        let names = data.replaced.joined(separator: ", ")
        Output.error(
          Bilingual("原有属性已被结果替换：\(names)", "attributes replaced by results: \(names)")[
            answer.language])
      }
      return data.graphML
    }
  }
}

// MARK: - What the measures work on

extension GraphCommand {
  private func measureInput(
    _ network: Network, _ labels: PropertyGraph.Column?
  ) throws(Failure) -> MeasureInput {
    let graph = network.arcs
    let lookup = NodeLookup(network, labels)
    var input = MeasureInput(network: network)
    input.weights = try weights(of: network.properties)
    input.from = try lookup.vertices(from, option: "--from")
    input.to = try lookup.vertices(to, option: "--to")
    input.isToGiven = !to.isEmpty
    if from.isEmpty {
      input.from = (0..<graph.vertexCount).filter { graph.predecessors(of: $0).isEmpty }
    }
    if to.isEmpty {
      input.to = (0..<graph.vertexCount).filter { graph.successors(of: $0).isEmpty }
    }
    // A node alone is where nothing starts and nothing ends.
    let isAlone = { (vertex: Int) in
      graph.predecessors(of: vertex).isEmpty && graph.successors(of: vertex).isEmpty
    }
    if from.isEmpty { input.from.removeAll(where: isAlone) }
    if to.isEmpty { input.to.removeAll(where: isAlone) }
    if !restart.isEmpty {
      var shares = [Double](repeating: 0, count: graph.vertexCount)
      for vertex in try lookup.vertices(restart, option: "--restart") { shares[vertex] += 1 }
      input.restart = shares
    }
    input.damping = damping
    input.samples = samples
    input.seed = seed
    input.confidence = confidence
    input.parallelEdges = mergesParallel ? .merged : .counted
    input.count = count
    input.needsAll = try gates(of: network.properties)
    input.semantics = buildable ? .buildable : .running
    input.threads = self.input.parallel.threadCount
    return input
  }

  private func weights(of graph: PropertyGraph) throws(Failure) -> [Double]? {
    guard let weight else { return nil }
    guard let column = graph.edgeColumn(weight) else {
      throw Failure(.usage, noColumn(weight, "--weight", graph.edgeColumns))
    }
    var weights: [Double] = []
    weights.reserveCapacity(graph.edgeCount)
    for edge in 0..<graph.edgeCount {
      guard let number = column.number(edge) else {
        let ends = [graph.sources[edge], graph.targets[edge]].map { graph.nodeIDs[Int($0)] }
        let value = column[edge]?.text
        throw Failure(
          .badData,
          Bilingual(
            "边 \(ends[0]) → \(ends[1]) 的 \(weight) "
              + (value.map { "“\($0)”不是数字" } ?? "未填") + "：未知不能当作 0，请补上或换一个 --weight",
            "the edge \(ends[0]) → \(ends[1]) has "
              + (value.map { "“\($0)” as \(weight), which is no number" } ?? "no \(weight)")
              + ": unknown is not zero; fill it in or name another --weight"))
      }
      weights.append(number)
    }
    return weights
  }

  private func gates(of graph: PropertyGraph) throws(Failure) -> [Bool]? {
    guard let gates else { return nil }
    guard let column = graph.nodeColumn(gates) else {
      throw Failure(.usage, noColumn(gates, "--gates", graph.nodeColumns))
    }
    let words: Set<String> = ["all", "and", "全部", "与"]
    return (0..<graph.nodeCount).map { node in
      column[node].map { words.contains($0.text.lowercased()) } ?? false
    }
  }

  private func noColumn(
    _ name: String, _ option: String, _ columns: [PropertyGraph.Column]
  ) -> Bilingual {
    let names = columns.map(\.name)
    return Bilingual(
      "\(option)：没有属性“\(name)”；有：\(names.isEmpty ? "（无）" : names.joined(separator: "、"))",
      "\(option): no column “\(name)”; there are: \(names.isEmpty ? "none" : names.joined(separator: ", "))"
    )
  }
}

/// Where the answer goes.
struct GraphOutputOptions: ParsableArguments {
  @Option(help: "输出语言，默认随系统\nLanguage, by default the locale's")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("写入文件，要么写全要么不写\nWrite to a file, all of it or nothing", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "允许覆盖已有文件  Replace a file that is there")
  var force = false

  @Flag(help: "不用颜色  No colour")
  var noColor = false

  @Flag(name: .shortAndLong, help: "只输出结果  Results only, no messages")
  var quiet = false

  var language: Language { lang ?? Spoken.language }

  /// Colour only for a terminal that wants it.
  var style: Style {
    let isWanted =
      output == nil && !noColor && Output.isTerminal(1) && environment("NO_COLOR") == nil
      && environment("TERM") != "dumb"
    return Style(isColoured: isWanted)
  }

  /// Columns for text: the terminal's, or 80 in a file.
  var width: Int { output == nil ? Output.width : 80 }

  func deliver(_ bytes: [UInt8]) throws(Failure) {
    guard let output, output != "-" else { return try Output.data(bytes) }
    do {
      try AtomicFile.write(bytes, to: output, force: force)
    } catch {
      throw Failure(FileProblems([error]))
    }
    if !quiet { Output.error(Bilingual("已写入 \(output)", "wrote \(output)")[language]) }
  }
}
