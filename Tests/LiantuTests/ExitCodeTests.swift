import Foundation
import Testing

/// The exit codes that scripts rely on, each with a message that says what to do.
@Suite struct ExitCodeTests {
  static let battery = "chains/battery.yaml"

  @Test(arguments: [
    (["analyze", battery], 0), (["analyze", battery, "--fail-on", "5"], 1),
    (["analyze", "chains/tutorial.yaml", "--fail-on", "5", "--json"], 1), (["check", battery], 0),
    (["explain", battery, "1"], 0),
  ])
  func `findings only decide the exit code when they are asked to`(
    _ arguments: [String], _ status: Int
  ) throws {
    let result = try Program.run(arguments)
    #expect(Int(result.status) == status)
    #expect(!result.output.isEmpty)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    (["analyze", battery, "--formt", "json"], "--format"),
    (["analyze", battery, "--format", "xml"], "'markdown'"),
    (["analyze", battery, "--region", "火星"], "中国、示例市"),
    (["analyze", battery, "--as-of", "yesterday"], "2022-03-15"),
    (["analyze", battery, "--fail-on", "6"], "1 to 5"),
    (["analyze", battery, "--top", "-1"], "0"),
    (["analyze", battery, "--encoding", "klingon"], "gb18030"),
    (["analyze"], "<chain>"),
    (["explain", battery, "B99"], "liantu analyze"),
    (["explain", battery, "E7x"], "liantu analyze"),
    (["explain", battery, "e7"], "B09:E7"),
    (["explain", battery, "0"], "from 1 to 14"),
    (["explain", battery, "99"], "liantu analyze"),
    (["explain", battery, "1", "--format", "csv"], "text or json"),
    (["anlyze", battery], "liantu analyze"),
    (["exp", battery], "liantu explain or liantu export"),
    (["frobnicate"], "liantu --help"),
    (["analyze", battery, "--json", "--format", "csv"], "--json contradicts"),
    (["export", battery, "--to", "csv", "--plain"], "--plain"),
  ])
  func `a mistake of the caller is 64 and the message helps`(
    _ arguments: [String], _ hint: String
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test(arguments: [
    (["--regoin", "x"], "没有选项 --regoin（是不是 --region？）"),
    (["--draws", "x"], "--draws <n> 的值不能是“x”"),
    (["--format", "txt"], "可以是 text、json、csv、markdown"), (["--draws"], "--draws <n> 后面缺少值"),
    (["two"], "多出了“two”"), (["--format", "don't"], "详情如下"), (["--json=3"], "不带值，却写了“3”"),
    (["--fail-on", "9"], "取 1 到 5"),
  ])
  func `a mistake of the caller is said in Chinese to who speaks it`(
    _ arguments: [String], _ message: String
  ) throws {
    let result = try Program.run(["analyze", Self.battery, "--lang", "zh"] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `a missing file is 66`() throws {
    let result = try Program.run("analyze", "chains/nowhere.yaml")
    #expect(result.status == 66)
    #expect(
      result.errors == "chains/nowhere.yaml: there is no such file or folder: check the path\n")
    #expect(try Program.run("run", "nowhere.swift").status == 66)
  }

  @Test(arguments: [
    ["analyze", battery, "-o"], ["analyze", battery, "--json", "-o"], ["check", battery, "-o"],
    ["explain", battery, "1", "-o"],
    ["what-if", battery, "--remove", "E7", "-o"], ["export", battery, "-o"], ["convert", battery],
  ])
  func `a file that is there is not replaced without --force`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("out.yaml", "mine")
    let result = try Program.run(arguments + [file])
    #expect(result.status == 74)
    #expect(result.errors.contains("--force"), "\(result.errors)")
    #expect(try folder.bytes("out.yaml") == Array("mine".utf8))
    #expect(try Program.run(arguments + [file, "--force"]).status == 0)
    #expect(try folder.bytes("out.yaml").count > 100)
    #expect(folder.names == ["out.yaml"])
  }

  @Test func `a folder that is not there is not made`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "analyze", Self.battery, "-o", folder.path + "/no/such/folder.txt")
    #expect(result.status == 74)
    #expect(result.errors.contains(folder.path), "\(result.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is said`() throws {
    let result = try Program.shell("\"$liantu\" analyze \(Self.battery) > /dev/full")
    #expect(result.status == 74)
    #expect(result.errors.contains("No space left"), "\(result.errors)")
  }
}
