import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "", "check", "analyze", "explain", "what-if", "export", "convert", "graph", "snapshot",
    "run",
  ])
  func `help shows examples first and keeps to eighty columns`(_ command: String) throws {
    let words = command.isEmpty ? [] : [command]
    let result = try Program.run(words + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("Examples 示例:\n  liantu "))
    try Snapshot.expect(result.output, "help-\(command.isEmpty ? "liantu" : command).txt")
    for line in result.output.split(separator: "\n") where !line.hasPrefix("USAGE:") {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(width <= 80, "\(line)")
    }
  }

  @Test func `an example of a help text works as it stands`() throws {
    let folder = try TemporaryFolder()
    for command in ["check", "analyze", "explain", "what-if", "export", "convert"] {
      let help = try Program.run(command, "--help").output
      let examples = help.split(separator: "\n").filter { $0.hasPrefix("  liantu ") }
      #expect(!examples.isEmpty)
      for example in examples
      where !example.contains("jq") && !example.contains("mychain") && !example.contains("flood") {
        let line = example.trimmingPrefix("  liantu ").replacing("chains/", with: "$chains/")
        let result = try Program.shell(
          "chains=$PWD/chains; cd '\(folder.path)' && \"$liantu\" \(line) > /dev/null")
        #expect([0, 1].contains(result.status), "\(example): \(result.errors)")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script knows every command`(_ shell: String) throws {
    let result = try Program.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    for command in [
      "check", "analyze", "explain", "what-if", "export", "convert", "graph", "snapshot",
      "run",
    ] {
      #expect(result.output.contains(command))
    }
    guard let path = Program.find(shell) else { return }
    let folder = try TemporaryFolder()
    let script = try folder.write("script", result.output)
    #expect(try Program.launch(path, ["-n", script]).status == 0)
  }

  @Test func `the version is a version`() throws {
    let result = try Program.run("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `without a command the help is shown`() throws {
    let result = try Program.run()
    #expect(result.status == 0)
    #expect(result.output == (try Program.run("--help").output))
  }
}
