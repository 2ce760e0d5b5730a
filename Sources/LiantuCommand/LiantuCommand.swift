import ArgumentParser
import Liantu

@main
struct LiantuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liantu",
    abstract:
      "链图：看清产业链断在哪里、堵在哪里\nLiantu: where an industry chain is broken and where it is blocked",
    discussion: """
      Examples 示例:
        liantu analyze chains/battery.yaml            # 分析  analyse
        liantu analyze chains/photovoltaic.yaml --region 欧盟
        liantu explain chains/battery.yaml 1          # 第 1 项的依据  why number 1
        liantu what-if chains/battery.yaml --remove E7  # 停产会怎样  what if
        liantu export chains/battery.yaml --to graphml -o battery.graphml
      """,
    version: Version.text,
    subcommands: [
      CheckCommand.self, AnalyzeCommand.self, ExplainCommand.self, WhatIfCommand.self,
      ExportCommand.self, ConvertCommand.self, GraphCommand.self, SnapshotCommand.self,
      RunCommand.self,
    ])

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Asked by other programs before each use; the parser looks at every command first, half of the time of a start.
    if arguments == ["--version"] { return print(Version.text) }
    if let word = arguments.first, let hint = Suggestion.forCommand(word) {
      Output.error(hint)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let failure as Failure {
      failure.report()
      exit(withError: ExitCode(failure.exitCode))
    } catch  where arguments.first == "--generate-completion-script" {
      let script = fullMessage(for: error)
      guard exitCode(for: error) == .success else { exit(withError: error) }
      print(withDescriptionsOnOneLine(script))
    } catch {
      if Spoken.language == .chinese, exitCode(for: error) == .validationFailure {
        Output.error(ArgumentMistake.chinese(message(for: error)))
      }
      exit(withError: error)
    }
  }
}

extension LiantuCommand {
  /// A completion script whose descriptions take one line each, as shells list them.
  ///
  /// A help text has a line in each language, Chinese first; nothing else in a script ends a line with a
  /// Chinese character.
  private static func withDescriptionsOnOneLine(_ script: String) -> String {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.reduce(into: "") { text, line in
      guard let last = text.last else {
        text += line
        return
      }
      text += (last.isASCII ? "\n" : "  ") + line
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
