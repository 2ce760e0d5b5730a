import ArgumentParser
import Liantu

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "如果停产、建成或数字变了会怎样\nWhat changes when something stops, is built or differs",
    discussion: """
      停止 stops     --remove E7 | A→B/产品 | external:产品 | region:地区
      建成 is built  --complete 项目
      设定 differs   --set capacity:企业/产品=80 | volume:A→B/产品=50 |
                     external:产品=不限 | demand:产品=150 | value:产品=12 |
                     amount:产品/投入品=0.4 | status:企业=停产
      各项可重复、可合用，名称或编号都可以；“>”与“→”相同。
      Options repeat and combine; ids or names; > is as good as →. The words
      may be Chinese too (产能:…). docs/scenarios.md describes scenario files.

      Examples 示例:
        liantu what-if chains/battery.yaml --remove E7
        liantu what-if chains/battery.yaml --set external:芯片=105 --lang zh
        liantu what-if chains/battery.yaml --remove 'E3>E1/cell' --json
        liantu what-if chains/auto-parts --complete J4 --remove region:固安
        liantu what-if chains/battery.yaml --scenario flood.yaml --save after.yaml
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("remove"),
    help: ArgumentHelp(
      "停止：企业、供应关系、外部供应或地区\nWhat stops: enterprise, tie, outside supply, region",
      valueName: "what"))
  var removals: [String] = []

  @Option(
    name: .customLong("complete"),
    help: ArgumentHelp("建成的项目\nA project that is completed", valueName: "project"))
  var projects: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "设定一个数，写法同产业链文件\nA figure, written as in a chain document", valueName: "what=figure"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp("情景文件\nA scenario file", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "把情景中的链另存一份，可再分析\nWrite the scenario's chain, to analyse it further",
      valueName: "file"),
    completion: .file())
  var save: String?

  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp(
      "每张清单显示几项，0 为全部\nRows shown of each list, 0 for all", valueName: "n"))
  var top = 8

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "有此等级（1–5）及以上的新增或加重时，以 1 退出\n"
        + "Exit with 1 when a new or worse finding is this severe (1–5)",
      valueName: "severity"))
  var failOn: Int?

  func validate() throws {
    func refuse(_ chinese: String, _ english: String) -> ValidationError {
      ValidationError(Bilingual(chinese, english)[Spoken.language])
    }
    if removals.isEmpty, projects.isEmpty, settings.isEmpty, scenario == nil {
      throw refuse(
        "没有写明变动：请用 --remove、--complete、--set 或 --scenario，例如 --remove E7",
        "nothing changes: use --remove, --complete, --set or --scenario, such as --remove E7")
    }
    if answer.chosenFormat == .csv {
      throw refuse("what-if 没有 csv 格式", "what-if writes text, json or markdown")
    }
    if let failOn, !(1...5).contains(failOn) {
      throw refuse("--fail-on 取 1 到 5，不能是 \(failOn)", "--fail-on takes 1 to 5, not \(failOn)")
    }
    if top < 0 { throw refuse("--top 不能小于 0", "--top cannot be below 0") }
    if input.path == "-", scenario == "-" {
      throw refuse(
        "标准输入只能读一次：产业链和情景不能都写“-”",
        "standard input is read once: the chain and the scenario cannot both be -")
    }
    if let save, save == "-" || Container(path: save) == nil {
      throw refuse(
        "--save 不能写成“\(save)”：扩展名用 .yaml 或 .graphml，不带扩展名则写成 CSV 文件夹",
        "--save cannot write “\(save)”: name a file ending in .yaml or .graphml, "
          + "or one without ending for a folder of CSV")
    }
  }

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let scenario = try scenario(for: document.chain)
    let outcome = try outcome(of: scenario, in: document.chain)
    if let save { try write(outcome.chain, to: save) }
    let before = try view.analysis(of: document.chain, answer.progressLine)
    let comparison = try view.analysis(of: outcome.chain, answer.progressLine)
      .comparison(with: before)
    try answer.deliver(text(comparison, scenario.scenario, outcome, document))
    if let failOn, comparison.worse.contains(where: { $0.severity.rawValue >= failOn }) {
      throw ExitCode(1)
    }
  }

  /// What the options and the file say, as one scenario.
  private func scenario(for chain: Chain) throws(Failure) -> ScenarioDocument {
    let given: ScenarioDocument
    do {
      given = try ScenarioDocument(
        removing: removals, completing: projects, setting: settings, for: chain)
    } catch {
      throw Failure(.usage, error)
    }
    guard let path = scenario else { return given }
    let encoding = try input.textEncoding()
    do {
      let file = try ScenarioDocument(reading: path, for: chain, encoding: encoding)
      if !answer.quiet {
        for notice in file.notices {
          Output.error("\(notice.location): \(notice.text[Spoken.language])")
        }
      }
      return file.joined(with: given)
    } catch {
      throw Failure(error)
    }
  }

  private func outcome(
    of scenario: ScenarioDocument, in chain: Chain
  ) throws(Failure) -> ScenarioOutcome {
    do {
      return try scenario.outcome(in: chain)
    } catch {
      // What an option says is the caller's mistake, what a file says is bad data.
      let isOption = error.problems.allSatisfy { $0.location.path.hasPrefix("--") }
      throw isOption ? Failure(.usage, error) : Failure(error)
    }
  }

  private func write(_ chain: Chain, to path: String) throws(Failure) {
    do {
      try chain.write(
        to: path, headers: answer.language == .chinese ? .chinese : .english, force: answer.force)
    } catch {
      throw Failure(error)
    }
    if !answer.quiet {
      Output.error(Bilingual("已写入 \(path)", "wrote \(path)")[answer.language])
    }
  }

  private func text(
    _ comparison: Comparison, _ scenario: Scenario, _ outcome: ScenarioOutcome,
    _ document: ChainDocument
  ) -> String {
    switch answer.chosenFormat {
    case .json:
      ScenarioJSON(comparison, of: scenario, outcome: outcome, version: Version.text) {
        document.location(of: $0).description
      }.text
    case .markdown:
      ScenarioList(comparison, of: scenario, outcome: outcome, language: answer.language).markdown
    case .text, .csv:
      ScenarioReport(
        comparison, of: scenario, outcome: outcome, language: answer.language,
        style: answer.style, width: answer.width, limit: top,
        command: ScenarioReport.Command(
          program: CommandLine.arguments.first ?? "liantu", path: input.path,
          options: input.repeated + view.repeated, changes: repeated, saved: save)
      ).text
    }
  }

  /// The options that say the scenario, as they would be typed again.
  private var repeated: [String] {
    settings.flatMap { ["--set", $0] } + projects.flatMap { ["--complete", $0] }
      + removals.flatMap { ["--remove", $0] } + (scenario.map { ["--scenario", $0] } ?? [])
  }
}

extension Failure {
  /// The problems of options: the caller's mistake.
  fileprivate init(_ kind: Kind, _ problems: FileProblems) {
    let failure = Failure(problems)
    self.init(kind, lines: failure.lines)
  }
}
