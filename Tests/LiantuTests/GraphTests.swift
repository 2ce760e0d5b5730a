import Foundation
import Testing

/// `liantu graph` and `liantu snapshot` as a person uses them.
@Suite struct GraphTests {
  /// Two ways from the mine to the plant, one of them narrow; a circle, a loop, a parallel edge, a node apart.
  ///
  ///     矿 → 甲 → 厂 → 店      甲 ⇄ 乙, 矿 → 乙 → 厂 (twice), 店 → 店
  private static let trade = """
    起点,终点,数量,备注
    矿,甲,10,
    甲,厂,4,
    矿,乙,3,
    乙,厂,2,"主供, 一"
    乙,厂,1,
    甲,乙,5,
    乙,甲,1,
    厂,店,6,
    店,店,1,
    丁,戊,2,

    """

  private func json(_ arguments: [String], _ folder: TemporaryFolder) throws -> [String: Any] {
    let path = try folder.write("trade.csv", Self.trade)
    let result = try Program.run(["graph", path, "--json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.bytes)) as? [String: Any])
  }

  /// The values of a column by node.
  private func column(_ key: String, _ answer: [String: Any]) throws -> [String: Double] {
    let nodes = try #require(answer["nodes"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: nodes.compactMap { node in
        guard let id = node["id"] as? String, let value = node[key] as? Double else { return nil }
        return (id, value)
      })
  }

  private func facts(_ key: String, _ answer: [String: Any]) throws -> [String: Any] {
    let measures = try #require(answer["measures"] as? [[String: Any]])
    let measure = try #require(measures.first { $0["key"] as? String == key })
    return try #require(measure["facts"] as? [String: Any])
  }

  @Test func `every measure is computed as drawn`() throws {
    let folder = try TemporaryFolder()
    let answer = try json(
      ["-m", "all", "--weight", "数量", "--from", "矿", "--to", "店"], folder)
    let graph = try #require(answer["graph"] as? [String: Any])
    #expect(graph["nodes"] as? Int == 7 && graph["edges"] as? Int == 10)
    #expect(graph["self_loops"] as? Int == 1 && graph["parallel_edges"] as? Int == 1)
    #expect(try facts("weak", answer)["count"] as? Int == 2)
    #expect(try facts("strong", answer)["circles"] as? Int == 1)
    #expect(try facts("cut-points", answer)["bridges"] as? Int == 2)
    #expect(try column("cut_parts", answer)["厂"] == 2)
    #expect(try column("in_degree", answer)["厂"] == 3)
    #expect(try column("layer", answer)["店"] == 3)
    #expect(try facts("order", answer)["cycle"] as? [String] == ["甲", "乙"])
    // 4 through 甲, 3 through 乙, and no more than 6 to the shop.
    #expect(try facts("flow", answer)["value"] as? Double == 6)
    #expect(try column("distance", answer) == ["矿": 0, "乙": 3, "甲": 4, "厂": 4, "店": 10])
    #expect(try column("dominated", answer)["厂"] == 2)
    #expect(try column("post_dominated", answer)["厂"] == 4)
    #expect(try column("reach", answer)["矿"] == 5)
    #expect(try facts("longest", answer)["length"] as? Double == 20)
    // Every way from 矿, 甲 or 乙 to the shop passes the plant: 3 pairs.
    #expect(try column("betweenness", answer)["厂"] == 3)
    // 4 of 7 from 甲, 2 and 1 of 7 from 乙.
    let hhi = try #require(try column("hhi", answer)["厂"])
    #expect(abs(hhi - 21.0 / 49) < 1e-12)
    #expect(abs(try column("pagerank", answer).values.reduce(0, +) - 1) < 1e-9)
    // The circle of 甲 and 乙 goes on without the mine once it runs; from scratch all hangs on it.
    #expect(try column("stops", answer)["矿"] == 0)
    let built = try json(["-m", "single-points", "--to", "店", "--buildable"], folder)
    #expect(try column("stops", built)["矿"] == 4)
    #expect(try facts("single-points", built)["alone"] as? [String] == ["矿"])
    #expect(try column("core", answer)["丁"] == 1)
    #expect(try column("constraint", answer)["丁"] == 1)
  }

  @Test func `the page about graphs has every column`() throws {
    let folder = try TemporaryFolder()
    let answer = try json(["-m", "all"], folder)
    let page = try String(
      contentsOf: Package.root.appending(path: "docs/graphs.md"), encoding: .utf8)
    let measures = try #require(answer["measures"] as? [[String: Any]])
    for measure in measures {
      let key = try #require(measure["key"] as? String)
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("| `\(key)` ") }, "\(key)")
      for column in try #require(measure["columns"] as? [String]) {
        #expect(row.contains("`\(column)`"), "\(key): \(column)")
      }
    }
  }

  @Test func `options choose weights, parallel edges, directions and samples`() throws {
    let folder = try TemporaryFolder()
    let merged = try json(["-m", "hhi,core", "--merge-parallel", "--weight", "数量"], folder)
    let hhi = try #require(try column("hhi", merged)["厂"])
    #expect(abs(hhi - 25.0 / 49) < 1e-12)
    let back = try json(["-m", "reach", "--direction", "reversed"], folder)
    #expect(try column("reach", back)["店"] == 5)
    let both = try json(["-m", "reach", "--direction", "undirected"], folder)
    #expect(try column("reach", both)["店"] == 5)
    let sampled = try json(["-m", "betweenness", "--samples", "500", "--seed", "7"], folder)
    let facts = try facts("betweenness", sampled)
    #expect(facts["samples"] as? Int == 500)
    let error = try #require(facts["error"] as? Double)
    let value = try #require(try column("betweenness", sampled)["厂"])
    #expect(error > 0 && abs(value - 3) <= error)
    let personal = try json(["-m", "pagerank", "--restart", "丁"], folder)
    #expect(try column("pagerank", personal)["店"] == 0)
    let paths = try json(
      ["-m", "paths", "--from", "矿", "--to", "店", "--count", "2", "--weight", "数量"], folder)
    let found = try #require(try self.facts("paths", paths)["paths"] as? [[String: Any]])
    #expect(found.map { $0["length"] as? Double } == [10, 11])
  }

  @Test func `gates make a node need all that leads to it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "g.graphml",
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="k" for="node" attr.name="gate" attr.type="string"/>
      <graph edgedefault="directed"><node id="a"/><node id="b"/><node id="c"/>
      <node id="x"><data key="k">all</data></node><node id="y"/>
      <edge source="a" target="x"/><edge source="b" target="x"/>
      <edge source="x" target="y"/><edge source="c" target="y"/></graph></graphml>
      """)
    let arguments = ["graph", path, "-m", "single-points", "--to", "y", "--json"]
    let any = try Program.run(arguments).output
    #expect(any.contains("\"stops\": 0}") && !any.contains("\"stops\": 1"))
    let all = try Program.run(arguments + ["--gates", "gate"]).output
    #expect(all.contains("{\"id\": \"x\", \"single_points\": 2, \"stops\": null}"))
    #expect(all.contains("\"pairs\": [[\"a\", \"c\"], [\"b\", \"c\"]]"))
  }

  @Test(arguments: ["json", "csv", "graphml", "text"])
  func `the number of threads changes no byte`(format: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let arguments = ["graph", path, "-m", "all", "--format", format]
    let alone = try Program.run(arguments + ["--threads", "1"])
    #expect(alone.status == 0)
    for threads in ["2", "5"] {
      #expect(try Program.run(arguments + ["--threads", threads]).bytes == alone.bytes)
    }
  }

  @Test func `a snapshot answers as its file does`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let snapshot = folder.path + "/trade.graph"
    #expect(try Program.run("snapshot", path, snapshot).status == 0)
    #expect(try Program.run("snapshot", path, snapshot).status == 74)
    let measures = ["-m", "all", "--weight", "数量", "--format", "csv"]
    let before = try Program.run(["graph", path] + measures)
    #expect(try Program.run(["graph", snapshot] + measures).bytes == before.bytes)
    let text = try Program.run(["graph", "trade.graph", "--lang", "en"], in: folder.path)
    #expect(text.output.contains("snapshot · 7 nodes · 10 directed edges"))
    try folder.write("cut.graph", Array(try folder.bytes("trade.graph").dropLast(100)))
    let cut = try Program.run("graph", folder.path + "/cut.graph")
    #expect(cut.status == 65)
    #expect(cut.errors.contains("the snapshot is damaged"))
  }

  @Test func `results come back as attributes of GraphML`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let out = folder.path + "/measured.graphml"
    #expect(
      try Program.run("graph", path, "-m", "flow,core,dominators", "--weight", "数量", "-o", out)
        .status == 0)
    let text = String(decoding: try folder.bytes("measured.graphml"), as: UTF8.self)
    #expect(text.contains("attr.name=\"备注\"") && text.contains("attr.name=\"core\""))
    #expect(text.contains("主供, 一"))
    // The written file gives the same answer, and what it has already is replaced, which is said.
    let again = try Program.run(
      "graph", out, "-m", "flow,core,dominators", "--weight", "数量", "--format", "graphml")
    #expect(again.status == 0)
    #expect(again.errors.contains("attributes replaced by results: core, dominator, dominated"))
    #expect(again.bytes == (try folder.bytes("measured.graphml")))
  }

  @Test func `a table of edges has the columns of edges`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let result = try Program.run(
      "graph", path, "-m", "cut-points", "--format", "csv", "--table", "edges")
    #expect(result.output.hasPrefix("source,target,bridge\r\n矿,甲,false\r\n"))
    #expect(result.output.contains("丁,戊,true\r\n"))
  }

  @Test(arguments: ["en", "zh"])
  func `a plain run is readable at eighty columns`(language: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("trade.csv", Self.trade)
    let result = try Program.run(
      ["graph", "trade.csv", "--lang", language], in: folder.path)
    #expect(result.status == 0 && result.errors.isEmpty)
    let text = result.output.replacing(Package.program, with: "liantu")
    try Snapshot.expect(text, "graph-trade.\(language).txt")
    for line in text.split(separator: "\n") {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(width <= 80, "\(line)")
    }
  }

  @Test func `help lists every measure, and a list asks for known ones`() throws {
    let help = try Program.run("graph", "--help").output
    let unknown = try Program.run("graph", "x.csv", "-m", "nope")
    #expect(unknown.status == 64)
    let list = try #require(
      unknown.errors.split(separator: "\n").first?.split(separator: ": ").last)
    let keys = list.split(separator: ", ")
    #expect(keys.count == 20)
    let page = try String(
      contentsOf: Package.root.appending(path: "docs/graphs.md"), encoding: .utf8)
    for key in keys {
      #expect(help.contains("\(key) "), "\(key)")
      #expect(page.contains("| `\(key)` "), "\(key)")
    }
  }

  @Test func `mistakes have a code and say what to do`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let cases: [([String], Int32, String)] = [
      (["graph", "nosuch.csv"], 66, "there is no such file"),
      (["graph", path, "-m", "distance", "--from", "煤"], 64, "no node “煤”"),
      (["graph", path, "-m", "hhi", "--weight", "价"], 64, "there are: 数量, 备注"),
      (["graph", path, "-m", "hhi", "--weight", "备注"], 65, "unknown is not zero"),
      (["graph", path, "-m", "paths"], 64, "name each with --from and --to"),
      (["graph", path, "-m", "single-points", "--gates", "类"], 64, "there are: none"),
      (["graph", path, "--threads", "0"], 64, "--threads takes 1 to 1024"),
      (["graph", path, "--damping", "1"], 64, "--damping takes 0 to 1"),
      (["graph", path, "--top", "9223372036854775807"], 64, "--top takes 0 to 1000000"),
      (["graph", path, "--samples", "2", "--confidence", "nan"], 64, "between 0 and 1"),
      (["graph", path, "--encoding", "klingon"], 64, "gb18030"),
      (["snapshot", "nosuch", folder.path + "/x"], 66, "there is no such file"),
    ]
    for (arguments, status, words) in cases {
      let result = try Program.run(arguments)
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a weight that is none is named with its file and line`() throws {
    let folder = try TemporaryFolder()
    let cases: [(String, String)] = [
      ("from,to,吨\n矿,厂,1\n厂,店,三吨\n", ":3: the edge 厂 → 店 has “三吨” as 吨, which is no number"),
      ("from,to,吨\n矿,厂,1\n厂,店,\n", ":3: the edge 厂 → 店 has no 吨"),
      ("from,to,吨\n矿,厂,-2\n厂,店,1\n", ":2: hhi: the edge 矿 → 厂 has -2 as 吨"),
      // A line that is no row: then the lines behind it are not counted.
      ("from,to,吨\n矿,厂,1\n\n厂,店,三吨\n", ": the edge 厂 → 店 has “三吨” as 吨"),
      ("from,to,吨\n\"矿\n山\",厂,1\n厂,店,三吨\n", ": the edge 厂 → 店 has “三吨” as 吨"),
    ]
    for (text, words) in cases {
      let path = try folder.write("trade.csv", text)
      let result = try Program.run("graph", path, "-m", "hhi", "--weight", "吨")
      #expect(result.status == 65, "\(text)")
      #expect(result.errors.contains("trade.csv" + words), "\(result.errors)")
      let piped = try Program.run(
        ["graph", "-", "-m", "hhi", "--weight", "吨"], input: Array(text.utf8))
      #expect(piped.errors.contains("-" + words), "\(piped.errors)")
    }
  }

  @Test func `an option that changes nothing is named`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("trade.csv", Self.trade)
    let result = try Program.run("graph", path, "-m", "pagerank", "--weight", "数量")
    #expect(result.status == 0)
    #expect(result.errors == "--weight: none of these measures takes it\n")
  }

  @Test func `an edge list of Chinese Excel is read`() throws {
    let folder = try TemporaryFolder()
    // 甲,乙 in GB18030.
    let path = try folder.write("gb.csv", [0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x0A] as [UInt8])
    let result = try Program.run("graph", path, "-m", "degree", "--format", "csv")
    #expect(result.status == 0)
    #expect(result.errors.contains("read as GB18030"))
    #expect(result.output == "id,in_degree,out_degree\r\n甲,0,1\r\n乙,1,0\r\n")
  }

  @Test func `an edge list of Chinese Excel with numbers as names keeps its directions`() throws {
    let folder = try TemporaryFolder()
    // 需方,供方,数量 in GB18030.
    let header: [UInt8] = [
      0xD0, 0xE8, 0xB7, 0xBD, 0x2C, 0xB9, 0xA9, 0xB7, 0xBD, 0x2C, 0xCA, 0xFD, 0xC1, 0xBF, 0x0A,
    ]
    let bytes = header + Array("1,2,3\n2,3,4\n".utf8)
    let path = try folder.write("gb.csv", bytes)
    let arguments = ["-m", "hhi", "--weight", "数量", "--format", "csv"]
    let table = "id,hhi,effective_inputs\r\n2,1,1\r\n1,1,1\r\n3,,\r\n"
    let found = try Program.run(["graph", path] + arguments)
    #expect(found.status == 0 && found.output == table)
    #expect(found.errors.contains("read as GB18030"))
    let piped = try Program.run(["graph", "-"] + arguments, input: bytes)
    #expect(piped.status == 0 && piped.output == table)
    let named = try Program.run(["graph", path, "--encoding", "gbk"] + arguments)
    #expect(named.status == 0 && named.output == table && named.errors.isEmpty)
    let forced = try Program.run(["graph", path, "--encoding", "utf-8"] + arguments)
    #expect(forced.status == 65 && forced.output.isEmpty)
  }

  @Test func `an edge list in UTF-16 without its mark is read when it is named`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("矿,厂\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let path = try folder.write("wide.csv", bytes)
    let arguments = ["-m", "degree", "--format", "csv", "--encoding", "utf-16le"]
    let table = "id,in_degree,out_degree\r\n矿,0,1\r\n厂,1,0\r\n"
    #expect(try Program.run(["graph", path] + arguments).output == table)
    #expect(try Program.run(["graph", "-"] + arguments, input: bytes).output == table)
    #expect(try Program.run("graph", path).errors.contains("unless it is UTF-16"))
  }

  @Test func `weights lengthen the paths of betweenness, exact and sampled`() throws {
    let folder = try TemporaryFolder()
    // The direct way from a to c is longer than the way through b.
    let path = try folder.write("w.csv", "source,target,w\na,b,1\nb,c,1\na,c,5\n")
    func between(_ arguments: String...) throws -> Double? {
      let result = try Program.run(["graph", path, "-m", "betweenness", "--json"] + arguments)
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(result.bytes)) as? [String: Any])
      return try column("betweenness", answer)["b"]
    }
    #expect(try between() == 0)
    #expect(try between("--weight", "w") == 1)
    // The estimate is a whole number of draws of a, each worth 3 / 50.
    let sampled = try #require(try between("--weight", "w", "--samples", "50"))
    #expect(sampled > 0 && sampled < 3)
    #expect((sampled * 50 / 3).rounded() == (sampled * 50 / 3 * 1e6).rounded() / 1e6)
    #expect(try between("--samples", "50") == 0)
  }

  @Test func `a weight that is none is named by the ends of its edge`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("w.csv", "source,target,w\na,b,1\nb,c,-5\nc,d,0\n")
    for measure in ["distance", "constraint", "betweenness"] {
      for direction in ["file", "undirected"] {
        let result = try Program.run(
          "graph", path, "-m", measure, "--weight", "w", "--direction", direction)
        #expect(result.status == 65)
        #expect(result.errors.contains("the edge b → c has -5 as w"), "\(result.errors)")
      }
    }
  }

  @Test func `a result beyond all numbers is an error, not a blank`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("w.csv", "source,target,w\na,b,1e308\nb,c,1e308\na,c,1e308\n")
    for measure in ["flow", "longest"] {
      let result = try Program.run("graph", path, "-m", measure, "--weight", "w", "--json")
      #expect(result.status == 65 && result.output.isEmpty)
      #expect(result.errors.contains("\(measure): the result is beyond all numbers"))
    }
  }

  @Test func `where every node has edges in, it is said that nothing starts`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("ring.csv", "a,b\nb,a\n")
    let result = try Program.run("graph", path, "-m", "distance,flow", "--format", "csv")
    #expect(result.status == 0)
    #expect(
      result.errors == """
        every node has edges in, so that nothing starts anywhere: name nodes with --from
        every node has edges out, so that nothing ends anywhere: name nodes with --to

        """)
    let named = try Program.run(
      "graph", path, "-m", "distance", "--from", "a", "--format", "csv")
    #expect(named.errors.isEmpty)
  }

  @Test func `labels of a drawing of yEd are shown and found`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "y.graphml",
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
        xmlns:y="http://www.yworks.com/xml/graphml">
      <key id="d0" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed">
      <node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel a="1">矿 &amp; 山</y:NodeLabel>
        </y:ShapeNode></data></node><node id="n1"/><edge source="n0" target="n1"/></graph></graphml>
      """)
    let result = try Program.run(
      "graph", path, "-m", "dominators", "--from", "矿 & 山", "-q", "--lang", "zh")
    #expect(result.status == 0)
    #expect(result.output.contains("矿 & 山 (n0)  2"))
  }

  @Test func `an interrupted run leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    var text = ""
    for vertex in 0..<60_000 {
      text += "\(vertex),\((vertex * 7 + 1) % 60_000)\n\(vertex),\(vertex / 2)\n"
    }
    let path = try folder.write("big.csv", text)
    let out = try TemporaryFolder()
    let result = try Program.shell(
      "timeout -s KILL 1 $liantu graph '\(path)' -m betweenness -o '\(out.path)/x.graphml'")
    #expect(result.status == 137)
    #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == [])
  }
}
