import Foundation
import Testing

/// Swift scripts with the library, through `liantu run`.
@Suite(
  .serialized, .enabled(if: Program.find("swiftc") != nil, "scripts need a Swift toolchain"),
  .disabled(if: Program.isSanitized, "scripts are not compiled for a sanitizer"))
struct ScriptTests {
  let cache: TemporaryFolder

  init() throws { cache = try TemporaryFolder() }

  private func run(_ arguments: String..., folder: String? = nil) throws -> Outcome {
    try Program.run(
      ["run"] + arguments, environment: ["XDG_CACHE_HOME": cache.path], in: folder)
  }

  @Test func `gaps.swift lists gaps with their evidence, and products by coverage`() throws {
    let result = try run("docs/notebooks/gaps.swift")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("G02:chip  芯片 · 本地空白断点"))
    #expect(result.output.contains("chains/battery.yaml:34:"))
    #expect(result.output.contains("75 %  芯片"))
    let other = try run("docs/notebooks/gaps.swift", "chains/auto-parts")
    #expect(other.output.contains("chains/auto-parts/产品.csv:"))
  }

  @Test func `what-if.swift says what a stop changes and writes the graph`() throws {
    let folder = try TemporaryFolder()
    let graph = folder.path + "/停产 后.graphml"
    let result = try run("docs/notebooks/what-if.swift", "chains/battery.yaml", "E8", graph)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("B09:E8  电解液厂 · 单点堵点"))
    #expect(result.output.contains("停产前 before  900 万元/年"))
    let after = try Program.run("analyze", graph, "--json")
    #expect(after.status == 0)
    #expect(after.output.contains("\"G01:electrolyte\""))
  }

  @Test func `arguments, output and exit code are the script's own`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "我的 脚本.swift",
      """
      import Foundation
      import Liantu
      print(CommandLine.arguments.dropFirst().joined(separator: "|"))
      exit(3)
      """)
    let result = try run("我的 脚本.swift", "a b", "--json", "-x", "产", folder: folder.path)
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.output == "a b|--json|-x|产\n")
  }

  @Test func `a script that does not compile is 65 and names its line, once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("wrong.swift", "import Liantu\nlet count: Int = \"three\"\n")
    let result = try run("wrong.swift", folder: folder.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("wrong.swift:2:18: error:"), "\(result.errors)")
    #expect(!result.errors.contains("emit-module"), "\(result.errors)")
  }

  @Test func `a script is compiled once, and again when it changes`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("s.swift", "import Liantu\nprint(1)\n")
    #expect(try run(script).output == "1\n")
    let programs = FileManager.default.enumerator(atPath: cache.path)?.allObjects.count
    let start = ContinuousClock.now
    #expect(try run(script).output == "1\n")
    // 0.2 s on an idle machine; what counts is that nothing is compiled.
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(FileManager.default.enumerator(atPath: cache.path)?.allObjects.count == programs)
    try folder.write("s.swift", "import Liantu\nprint(2)\n")
    #expect(try run(script).output == "2\n")
  }

  @Test func `a cache that cannot be written is 74`() throws {
    let file = try cache.write("file", "")
    let result = try Program.run(
      ["run", "docs/notebooks/gaps.swift"], environment: ["XDG_CACHE_HOME": file])
    #expect(result.status == 74)
    #expect(result.errors.contains("XDG_CACHE_HOME"), "\(result.errors)")
  }

  @Test func `an error that a script lets pass is named`() throws {
    let result = try run("docs/notebooks/gaps.swift", "nowhere.yaml")
    #expect(result.status != 0)
    #expect(result.errors.contains("nowhere.yaml: there is no such file"), "\(result.errors)")
    #expect(!result.errors.contains("rax"), "\(result.errors)")
  }
}
