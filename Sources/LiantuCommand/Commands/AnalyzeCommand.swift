import ArgumentParser
import Liantu

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "找出断点与堵点，按严重程度排序\nFind gaps and bottlenecks, the most severe first",
    discussion: """
      Examples 示例:
        liantu analyze chains/auto-parts
        liantu analyze chains/photovoltaic.yaml --region 欧盟 --lang en
        liantu analyze chains/battery.yaml --format csv -o 清单.csv
        liantu analyze chains/battery.yaml --json | jq '.findings[0]'
        liantu analyze chains/battery.yaml --fail-on 4    # exit 1 at severity 4 or 5
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    help: ArgumentHelp(
      "每张清单显示几项，0 为全部\nFindings shown of each list, 0 for all", valueName: "n"))
  var top = 8

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "有此等级（1–5）及以上的发现时，以 1 退出\nExit with 1 when a finding is this severe (1–5)",
      valueName: "severity"))
  var failOn: Int?

  func validate() throws {
    if let failOn, !(1...5).contains(failOn) {
      throw ValidationError(
        Bilingual("--fail-on 取 1 到 5，不能是 \(failOn)", "--fail-on takes 1 to 5, not \(failOn)")[
          Spoken.language])
    }
    if top < 0 {
      throw ValidationError(
        Bilingual("--top 不能小于 0", "--top cannot be below 0")[Spoken.language])
    }
  }

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let analysis = try view.analysis(of: document.chain, answer.progressLine)
    try answer.deliver(text(analysis, document))
    if let failOn, analysis.findings.contains(where: { $0.severity.rawValue >= failOn }) {
      throw ExitCode(1)
    }
  }

  private func text(_ analysis: Analysis, _ document: ChainDocument) -> String {
    switch answer.chosenFormat {
    case .text:
      Overview(
        analysis, language: answer.language, style: answer.style, width: answer.width,
        limit: top, program: CommandLine.arguments.first ?? "liantu", path: input.path,
        options: input.repeated + view.repeated
      ).text
    case .json:
      AnalysisJSON(analysis, version: Version.text) { document.location(of: $0).description }.text
    case .csv: FindingList(analysis, language: answer.language).csv
    case .markdown: FindingList(analysis, language: answer.language).markdown
    }
  }
}
