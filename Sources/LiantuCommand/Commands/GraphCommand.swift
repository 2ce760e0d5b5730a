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

  @OptionGroup var answer: PageOptions

  func validate() throws {
    func refuse(_ chinese: String, _ english: String) -> ValidationError {
      ValidationError(Bilingual(chinese, english)[Spoken.language])
    }
    if !(0..<1).contains(damping) {
      throw refuse("--damping 取 0 到 1，不含 1", "--damping takes 0 to 1, without 1")
    }
    // Written so that what is not a number is refused too.
    if !(confidence > 0 && confidence < 1) {
      throw refuse("--confidence 在 0 与 1 之间", "--confidence is between 0 and 1")
    }
    if let samples, !(1...10_000_000).contains(samples) {
      throw refuse("--samples 取 1 到 10000000", "--samples takes 1 to 10000000")
    }
    if !(0...1_000_000).contains(top) {
      throw refuse("--top 取 0 到 1000000，0 为全部", "--top takes 0 to 1000000, 0 being all")
    }
    if !(1...1_000_000).contains(count) {
      throw refuse("--count 取 1 到 1000000", "--count takes 1 to 1000000")
    }
    _ = try chosen()
  }

  /// The measures asked for, in the order of the table; the usual ones without `-m`.
  func chosen() throws -> [Measure] {
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
    let progress = answer.progressLine
    // Whatever goes wrong is said on a line of its own.
    defer { progress.end() }
    let reading = try input.reading(columns: columns, isQuiet: answer.quiet, progress)
    let network: Network
    do {
      network = try Network(
        reading.graph, direction: direction, threads: input.parallel.threadCount)
    } catch {
      throw Failure(.badData, Bilingual("图太大（\(error)）", "\(error)"))
    }
    let labels = GraphAnswer.labels(of: reading.graph, named: label)
    let input = try measureInput(network, reading, labels)
    try sayWhatIsIdle()
    try sayWhatIsMissing(input)
    var results: [(measure: Measure, result: MeasureResult)] = []
    for measure in try chosen() {
      progress.show(measure.name)
      var told = input
      told.progress = { progress.show(measure.name, part: $0) }
      results.append((measure, try compute(measure, told, reading)))
    }
    progress.show(Bilingual("正在输出", "writing"))
    let found = GraphAnswer(
      path: self.input.path, reading: reading, network: network, labels: labels, results: results,
      direction: direction)
    let bytes = written(found)
    progress.end()
    try answer.deliver(bytes)
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

  private func compute(
    _ measure: Measure, _ input: MeasureInput, _ reading: GraphFile.Reading
  ) throws -> MeasureResult {
    let result: MeasureResult
    do {
      result = try measure.compute(input)
    } catch let error as WeightError {
      throw refusal(of: error, measure, input, reading)
    }
    guard result.isFinite else {
      throw Failure(
        .badData,
        Bilingual(
          "\(measure.key)：结果超出数的范围：请把 \(weight ?? "") 换成更大的单位",
          "\(measure.key): the result is beyond all numbers: give \(weight ?? "") in a larger unit")
      )
    }
    return result
  }

  /// Names the edge by its ends: the first in the file that has the weight.
  private func refusal(
    of error: WeightError, _ measure: Measure, _ input: MeasureInput, _ reading: GraphFile.Reading
  ) -> Failure {
    let edge = input.weights?.firstIndex { $0.bitPattern == error.weight.bitPattern }
    let ends = edge.map {
      [input.graph.source(of: $0), input.graph.target(of: $0)].map(input.network.name)
    }
    let named = ends.map { " \($0[0]) → \($0[1])" } ?? ""
    let place = edge.map { self.place(ofEdge: $0, reading) } ?? ""
    let (name, number) = (weight ?? "", GraphData.written(error.weight) ?? "\(error.weight)")
    let rule =
      error.weight == 0
      ? Bilingual("应大于 0", "is above 0") : Bilingual("应为有限的非负数", "is finite and not negative")
    return Failure(
      .badData,
      Bilingual(
        "\(place)\(measure.key)：边\(named) 的 \(name) 是 \(number)，而权重\(rule.chinese)：请改正数据，或换一个 --weight",
        "\(place)\(measure.key): the edge\(named) has \(number) as \(name), and a weight \(rule.english): "
          + "correct the data or name another --weight"))
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
