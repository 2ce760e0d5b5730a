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
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let settings = try view.settings(for: document.chain)
    let analysis = document.chain.analysis(with: settings)
    let gaps = DataGaps(analysis, language: answer.language)
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
