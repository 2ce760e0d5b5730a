import ArgumentParser
import Liantu

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "运行使用本库的 Swift 脚本\nRun a Swift script that imports Liantu",
    discussion: """
      脚本编译一次后缓存；需要已安装 Swift 工具链。
      The script is compiled once and kept; a Swift toolchain must be installed.

      Examples 示例:
        liantu run docs/notebooks/gaps.swift
        liantu run docs/notebooks/what-if.swift chains/battery.yaml E7
      """)

  @Argument(help: "脚本  The script", completion: .file(extensions: ["swift"]))
  var script: String

  @Argument(parsing: .captureForPassthrough, help: "传给脚本的参数  Arguments for the script")
  var arguments: [String] = []

  func run() throws {
    let toolkit = try Toolkit.besideExecutable()
    let program = try ScriptCompiler(toolkit).program(for: script)
    try Launcher.replaceProcess(with: program, arguments: arguments)
  }
}
