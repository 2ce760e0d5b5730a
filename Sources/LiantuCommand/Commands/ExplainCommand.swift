import ArgumentParser
import Liantu

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一项发现的全部依据\nShow one finding in full",
    discussion: """
      <finding> 为编号（如 B09:E7），或 analyze 清单中的序号。
      <finding> is an id such as B09:E7, or the number in the lists of analyze.

      Examples 示例:
        liantu explain chains/battery.yaml 1
        liantu explain chains/battery.yaml B09:E7 --lang en
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "发现的编号或序号  Id or number of the finding")
  var finding: String

  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if answer.chosenFormat == .csv || answer.chosenFormat == .markdown {
      throw ValidationError(
        Bilingual("explain 只有 text 和 json 两种格式", "explain writes text or json only")[
          Spoken.language])
    }
  }

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let analysis = try view.analysis(of: document.chain, answer.progressLine)
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
    let count = analysis.findings.count
    if Int(finding) != nil, count > 0 {
      return Failure(
        .usage,
        Bilingual(
          "没有第 \(finding) 项：序号取 1 到 \(count)，见 liantu analyze",
          "no finding \(finding): numbers go from 1 to \(count), see liantu analyze"))
    }
    let word = finding.lowercased()
    let near = analysis.findings.map(\.id).filter { $0.lowercased().contains(word) }.prefix(5)
    let hint = near.isEmpty ? "" : near.joined(separator: Spoken.language == .chinese ? "、" : ", ")
    return Failure(
      .usage,
      Bilingual(
        "没有发现“\(finding)”（共 \(count) 项）"
          + (hint.isEmpty ? "：请用 liantu analyze 查看编号" : "；相近的有：\(hint)"),
        "no finding “\(finding)” among \(count)"
          + (hint.isEmpty ? ": liantu analyze lists them" : "; near it: \(hint)")))
  }
}
