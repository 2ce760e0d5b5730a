import Foundation
import Testing

/// `liantu what-if`, as a person runs it.
@Suite struct WhatIfTests {
  static let battery = "chains/battery.yaml"

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(["what-if"] + arguments + ["--json"])
    #expect(result.status == 0, "\(result.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(result.bytes))
    return try #require(object as? [String: Any])
  }

  private func change(_ figure: String, _ object: [String: Any]) throws -> Double? {
    let rows = try #require(object["money"] as? [[String: Any]])
    return rows.first { $0["figure"] as? String == figure }?["change"] as? Double
  }

  @Test func `the salt works stop, and so does all`() throws {
    let result = try Program.run("what-if", Self.battery, "--remove", "锂盐厂", "--lang", "zh")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.contains("锂盐厂  状态  运行 → 停产"))
    #expect(result.output.contains("供应关系可及的产值每年减少 850 万元（850 → 0 万元）"))
    #expect(result.output.contains("停产：电池包"))
    #expect(result.output.contains("--remove 锂盐厂 --set '外部可得量:salt=72'"))
    let object = try json([Self.battery, "--remove", "E7"])
    #expect(try change("capacity_limited", object) == -900)
    #expect(object["stopped"] as? [String] == ["pack"])
  }

  @Test func `fifteen chips more are worth 150, in either language and from a file`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("情景.yaml", "设定: {外部:芯片: 105片/年}\n")
    for arguments in [
      ["--set", "external:chip=105"], ["--set", "外部可得量：芯片＝105"], ["--scenario", file],
    ] {
      #expect(try change("capacity_limited", json([Self.battery] + arguments)) == 150)
    }
    let both = try json([Self.battery, "--scenario", file, "--remove", "E7"])
    #expect(try change("capacity_limited", both) == -900)
  }

  @Test func `a suggested purchase does what it says`() throws {
    let object = try json([Self.battery, "--remove", "E7", "--set", "外部可得量:salt=72"])
    #expect(try change("capacity_limited", object) == 0)
    #expect(object["stopped"] as? [String] == [])
  }

  @Test func `a project raises the bounds that unknown figures leave`() throws {
    let object = try json(["chains/auto-parts", "--complete", "J2"])
    let rows = try #require(object["money"] as? [[String: Any]])
    let bounds = rows.first { $0["figure"] as? String == "capacity_limited" }
    let before = try #require(bounds?["before"] as? [String: Any])
    let after = try #require(bounds?["after"] as? [String: Any])
    #expect(bounds?["change"] is NSNull)
    let (a, b) = (before["at_most"] as? Double, after["at_most"] as? Double)
    #expect(try #require(b) > #require(a))
  }

  @Test func `the scenario's chain can be kept, and analysed like any other`() throws {
    let folder = try TemporaryFolder()
    for name in ["after.yaml", "after.graphml", "之后"] {
      let path = folder.path + "/" + name
      let result = try Program.run("what-if", Self.battery, "--remove", "E7", "--save", path)
      #expect(result.status == 0)
      #expect(result.errors == "wrote \(path)\n")
      #expect(result.output.contains("explain \(path) G01:salt"))
      let explained = try Program.run("explain", path, "G01:salt")
      #expect(explained.status == 0)
    }
    let again = try Program.run(
      "what-if", Self.battery, "--remove", "E7", "--save", folder.path + "/after.yaml")
    #expect(again.status == 74 && again.output.isEmpty)
  }

  @Test func `a severity that comes with the scenario can decide the exit code`() throws {
    func status(_ arguments: String...) throws -> Int32 {
      try Program.run(["what-if", Self.battery] + arguments).status
    }
    #expect(try status("--remove", "E7", "--fail-on", "5") == 1)
    #expect(try status("--set", "external:chip=70", "--fail-on", "1") == 0)
    #expect(try status("--set", "external:chip=91", "--fail-on", "1") == 1)
    #expect(try status("--remove", "E7") == 0)
  }

  @Test(arguments: [
    (["--remove", "E77"], "near it: E7 锂盐厂"), (["--remove", "芯片"], "external:芯片"),
    (["--set", "capacity:E2/pac=80"], "near it: pack 电池包"),
    (["--set", "capacity:E2/pack=80吨"], "台"), (["--set", "capacity:E2/pack=-1"], "negative"),
    (["--complete", "J9"], "there is none at all"), ([], "such as --remove E7"),
    (["--remove", "E7", "--format", "csv"], "text, json or markdown"),
    (["--remove", "E7", "--fail-on", "0"], "1 to 5"), (["--remove", "E7", "--top", "-1"], "0"),
    (["--remove", "E7", "--save", "x.xlsx"], ".graphml"),
    (["--remove", "E7", "--region", "火星"], "示例市"),
  ])
  func `a mistake of the caller is 64 and the message helps`(
    _ arguments: [String], _ hint: String
  ) throws {
    let result = try Program.run(["what-if", Self.battery] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test func `a scenario file that is wrong is 65 with its lines, one that is missing 66`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("s.yaml", "remove:\n  - E77\nset:\n  capacity:E1/pack: -5\n")
    let wrong = try Program.run("what-if", Self.battery, "--scenario", file, "--remove", "E7")
    #expect(wrong.status == 65 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("s.yaml:2:5: no enterprise “E77”"), "\(wrong.errors)")
    let missing = try Program.run("what-if", Self.battery, "--scenario", "nowhere.yaml")
    #expect(missing.status == 66)
    let twice = try Program.run(["what-if", "-", "--scenario", "-"])
    #expect(twice.status == 64)
  }

  @Test(arguments: ["text", "json", "markdown"])
  func `two runs give the same bytes`(_ format: String) throws {
    let arguments = [
      "what-if", "chains/auto-parts", "--complete", "J4", "--remove", "region:固安", "--format",
      format, "--lang", "zh",
    ]
    let first = try Program.run(arguments)
    #expect(first.status == 0 && !first.output.contains("\u{1B}"))
    #expect(try Program.run(arguments).bytes == first.bytes)
  }
}
