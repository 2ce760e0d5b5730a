import ArgumentParser
import Liantu

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "读取并核对，列出待核数据\nRead and validate; list what is unknown",
    discussion: """
      Examples 示例:
        liantu check chains/auto-parts
        liantu check mychain.yaml --lang zh
        liantu check mychain.graphml --for gephi,yed    # 任何 GraphML  any
        liantu check mychain.graphml --strict
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "这些软件会拒绝、略去或误读 GraphML 里的什么；\n有软件拒绝时退出码为 1\n"
        + "What these programs refuse, leave out or misread in\na GraphML file; exit 1 when one refuses it",
      valueName: "programs"))
  var programs: ProgramList?

  @Flag(help: "GraphML 的每处语义错误都算错误\nEvery semantic error of a GraphML file is an error")
  var strict = false

  @OptionGroup var direction: DirectionOptions

  func run() throws {
    if programs != nil || strict { return try checkGraph() }
    try checkChain()
  }

  /// A GraphML file as such, whether or not it is a chain.
  private func checkGraph() throws {
    let file = GraphMLInput(
      path: input.path, encoding: input.encoding, direction: direction)
    let inspection = try file.inspection(isStrict: strict, isQuiet: answer.quiet)
    let report = LintReport(
      inspection, path: input.path, for: programs?.programs ?? [], language: answer.language)
    switch answer.chosenFormat {
    case .text: try answer.deliver(report.text)
    case .json: try answer.deliver(report.json())
    case .csv: try answer.deliver(report.csv)
    case .markdown: try answer.deliver(report.markdown)
    }
    if report.isRefused { throw ExitCode(1) }
  }

  private func checkChain() throws {
    let saysDoubts = [.text, .json].contains(answer.chosenFormat)
    let document = try input.document(isQuiet: answer.quiet, tellsDoubts: !saysDoubts)
    let analysis = try view.findings(of: document.chain)
    let gaps = DataGaps(analysis, language: answer.language) {
      document.location(of: $0).description
    }
    switch answer.chosenFormat {
    case .text:
      try answer.deliver(
        gaps.text(of: document.path, style: answer.style, width: answer.width))
    case .json: try answer.deliver(gaps.json)
    case .csv: try answer.deliver(gaps.csv)
    case .markdown: try answer.deliver(gaps.markdown)
    }
  }
}
