import ArgumentParser
import Liantu

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "一项发现的全部依据  One finding in full",
    discussion: """
      FINDING is an id such as B09:E7, or the number in the list of analyze.
      FINDING 为编号（如 B09:E7），或 analyze 清单中的序号。

      Examples 示例:
        liantu explain chains/battery.yaml 1
        liantu explain chains/battery.yaml B09:E7 --lang en
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "编号或序号  Id or number of the finding")
  var finding: String

  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if answer.chosenFormat == .csv || answer.chosenFormat == .markdown {
      throw ValidationError("explain 只有 text 和 json / writes text or json only")
    }
  }

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let settings = try view.settings(for: document.chain)
    let analysis = document.chain.analysis(with: settings)
    guard let found = analysis.finding(finding) else { throw missing(in: analysis) }
    let locate = { (place: Place) in document.location(of: place).description }
    let text =
      answer.chosenFormat == .json
      ? AnalysisJSON(analysis, version: Version.text, locate: locate).text(of: found)
      : Explanation(
        found, of: analysis, language: answer.language, style: answer.style,
        width: answer.width, locate: locate
      ).text
    try answer.deliver(text)
  }

  private func missing(in analysis: Analysis) -> Failure {
    let word = finding.lowercased()
    let near = analysis.findings.map(\.id).filter { $0.lowercased().contains(word) }.prefix(5)
    let hint = near.isEmpty ? "" : near.joined(separator: "、")
    return Failure(
      .usage,
      Bilingual(
        "没有发现“\(finding)”（共 \(analysis.findings.count) 项）"
          + (hint.isEmpty ? "：先用 liantu analyze 看编号" : "；相近的有：\(hint)"),
        "no finding “\(finding)” among \(analysis.findings.count)"
          + (hint.isEmpty ? ": liantu analyze lists them" : "; near it: \(hint)")))
  }
}
