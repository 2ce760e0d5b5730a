import Foundation
import Testing

/// Standard input and output, colours, languages, bytes.
@Suite struct StreamTests {
  static let battery = "chains/battery.yaml"

  @Test func `a dash is the standard input`() throws {
    let bytes = try Data(contentsOf: Package.root.appending(path: Self.battery))
    let piped = try Program.run(["analyze", "-", "--format", "csv"], input: Array(bytes))
    let named = try Program.run("analyze", Self.battery, "--format", "csv")
    #expect(piped.status == 0)
    #expect(piped.output == named.output)
    let empty = try Program.run(["analyze", "-"])
    #expect(empty.status == 65)
  }

  @Test func `a reader that leaves early is no failure`() throws {
    let result = try Program.shell(
      "set -o pipefail; for i in 1 2 3; do \"$liantu\" analyze chains/auto-parts --json; done | head -1"
    )
    #expect(result.output == "{\n")
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect([0, 141].contains(result.status))
  }

  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `two runs give the same bytes, and no colours where no terminal reads`(
    _ format: String
  ) throws {
    for chain in ["chains/auto-parts", "chains/photovoltaic.yaml"] {
      let first = try Program.run("analyze", chain, "--format", format, "--lang", "zh")
      let second = try Program.run("analyze", chain, "--format", format, "--lang", "zh")
      #expect(first.status == 0)
      #expect(first.bytes == second.bytes)
      #expect(!first.output.contains("\u{1B}"))
    }
  }

  @Test(.enabled(if: Program.find("script") != nil))
  func `a terminal gets colours unless it asks for none`() throws {
    func onTerminal(_ prefix: String, _ suffix: String = "") throws -> String {
      try Program.shell(
        "script -qec \"\(prefix) '$liantu' analyze \(Self.battery) \(suffix)\" /dev/null"
      ).output
    }
    #expect(try onTerminal("").contains("\u{1B}["))
    #expect(try !onTerminal("NO_COLOR=1").contains("\u{1B}["))
    #expect(try !onTerminal("TERM=dumb").contains("\u{1B}["))
    #expect(try !onTerminal("", "--no-color").contains("\u{1B}["))
    #expect(try !onTerminal("", "--json").contains("\u{1B}["))
  }

  @Test(
    arguments: [
      ([:], [], false), (["LANG": "zh_CN.UTF-8"], [], true),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], [], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"], [], true),
      (["LANG": "zh_CN.UTF-8"], ["--lang", "en"], false), ([:], ["--lang", "zh"], true),
      ([:], ["--lang=zh"], true),
    ] as [([String: String], [String], Bool)])
  func `the language is the locale's unless it is named`(
    _ variables: [String: String], _ options: [String], _ isChinese: Bool
  ) throws {
    let result = try Program.run(
      ["analyze", Self.battery] + options, environment: variables)
    #expect(result.output.contains("目标产值") == isChinese)
    let failed = try Program.run(
      ["analyze", "nowhere.yaml"] + options, environment: variables)
    #expect(failed.errors.contains("没有") == isChinese, "\(failed.errors)")
  }

  @Test func `a CSV file starts with the mark that Excel needs, a pipe does not`() throws {
    let folder = try TemporaryFolder()
    for (command, file) in [("analyze", "a.csv"), ("check", "c.csv"), ("export", "e.csv")] {
      let format = command == "export" ? "--to" : "--format"
      let path = folder.path + "/" + file
      let arguments = [command, "chains/new-display.yaml", format, "csv"]
      #expect(try Program.run(arguments + ["-o", path]).status == 0)
      let piped = try Program.run(arguments).bytes
      #expect(try folder.bytes(file) == [0xEF, 0xBB, 0xBF] + piped)
    }
  }

  @Test func `messages go to the standard error and can be silenced`() throws {
    let folder = try TemporaryFolder()
    let loud = try Program.run("analyze", Self.battery, "-o", folder.path + "/a.txt")
    #expect(loud.output.isEmpty)
    #expect(loud.errors == "wrote \(folder.path)/a.txt\n")
    let quiet = try Program.run("analyze", Self.battery, "-q", "-o", folder.path + "/b.txt")
    #expect(quiet.errors.isEmpty)
    #expect(try folder.bytes("a.txt") == folder.bytes("b.txt"))
  }

  @Test func `an interrupted run leaves no half file`() throws {
    let folder = try TemporaryFolder()
    for wait in ["0.005", "0.02", "0.05", "0.1"] {
      let result = try Program.shell(
        """
        cd '\(folder.path)'; "$liantu" export '\(Package.root.path)/chains/auto-parts' -o out.graphml &
        sleep \(wait); kill -INT $!; wait $!; ls
        """)
      let names = result.output.split(separator: "\n")
      #expect(names.isEmpty || names == ["out.graphml"], "\(names)")
      guard !names.isEmpty else { continue }
      #expect(try Program.run("check", folder.path + "/out.graphml").status == 0)
      try FileManager.default.removeItem(atPath: folder.path + "/out.graphml")
    }
  }
}
