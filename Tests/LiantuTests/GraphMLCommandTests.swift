import Foundation
import Testing

/// GraphML on the command line: dialects, lint, copies, and other people's drawings.
@Suite struct GraphMLCommandTests {
  private static let fixtures = "Tests/GraphMLTests/Fixtures"

  @Test func `A chain is exported in several dialects at once, each a file, and each reads back`()
    throws
  {
    let folder = try TemporaryFolder()
    let all = "universal,gephi,yed,cytoscape,neo4j,tinkerpop,networkx,igraph,boost,preserve"
    let result = try Program.run(
      "export", "chains/battery.yaml", "--dialect", all, "-o", folder.path + "/链.v1.graphml",
      "--lang", "en")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(folder.names == all.split(separator: ",").map { "链.v1.\($0).graphml" }.sorted())
    let expected = try Program.run("convert", "chains/battery.yaml", folder.path + "/a.yaml")
    #expect(expected.status == 0)
    for name in folder.names where name.hasSuffix(".graphml") {
      #expect(
        try Program.run("convert", folder.path + "/" + name, folder.path + "/\(name).yaml").status
          == 0)
      #expect(try folder.bytes("\(name).yaml") == folder.bytes("a.yaml"), "\(name)")
    }
    let again = try Program.run(
      "export", "chains/battery.yaml", "--dialect", "gephi,yed", "-o",
      folder.path + "/链.v1.graphml")
    #expect(again.status == 74, "nothing is replaced without --force")
  }

  @Test func `One dialect goes to standard output, several ask for a name`() throws {
    let one = try Program.run("export", "chains/battery.yaml", "--dialect", "gephi")
    #expect(one.status == 0 && one.output.hasPrefix("<?xml"))
    let two = try Program.run("export", "chains/battery.yaml", "--dialect", "gephi,yed")
    #expect(two.status == 64 && two.errors.contains("-o"))
    let unknown = try Program.run("export", "chains/battery.yaml", "--dialect", "visio")
    #expect(unknown.status == 64 && unknown.errors.contains("cytoscape"))
    let json = try Program.run("export", "chains/battery.yaml", "--to", "json", "--dialect", "yed")
    #expect(json.status == 64)
  }

  @Test func `A dialect that cannot hold the chain says so and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let text = """
      chain: {id: a}
      products: [{id: a b, name: 甲, final: yes, value: 1}]
      """
    let chain = try folder.write("c.yaml", text)
    let result = try Program.run(
      "export", chain, "--dialect", "gephi,strict", "-o", folder.path + "/x.graphml", "--lang",
      "zh")
    #expect(result.status == 65)
    #expect(result.errors.contains("product:a b"))
    #expect(folder.names == ["c.yaml"])
  }

  @Test func `Options of dialects change any graph, and losses are told`() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/g.graphml"
    let result = try Program.run(
      "convert", "\(Self.fixtures)/nested.graphml", out, "--dialect", "universal", "--flatten",
      "--ids", "canonical", "--mixed", "split", "--edgedefault", "directed", "--lang", "zh")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("嵌套的图，其中的节点改为注明上级"))
    let text = String(decoding: try folder.bytes("g.graphml"), as: UTF8.self)
    #expect(text.contains("<node id=\"n0\">") && !text.contains("<hyperedge"))
    #expect(text.components(separatedBy: "<graph ").count == 2)
  }

  @Test func `GraphML on standard input is converted as from a file`() throws {
    let folder = try TemporaryFolder()
    let text =
      "<graphml><graph><node id=\"a\"/><edge source=\"a\" target=\"a\"/></graph></graphml>"
    let out = folder.path + "/g.graphml"
    for (flags, direction) in [([], "directed"), (["--undirected-by-default"], "undirected")] {
      let result = try Program.run(
        ["convert", "-", out, "--dialect", "gephi", "--force"] + flags, input: Array(text.utf8))
      #expect(result.status == 0, "\(result.errors)")
      let written = String(decoding: try folder.bytes("g.graphml"), as: UTF8.self)
      #expect(written.contains("edgedefault=\"\(direction)\""))
    }
  }

  @Test func `GraphML is checked in any encoding that iconv knows`() throws {
    let folder = try TemporaryFolder()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><graphml><graph edgedefault=\"directed\">"
    let bytes =
      Array((head + "<desc>").utf8) + [0xB2, 0xA3] + Array("</desc></graph></graphml>".utf8)
    let file = try folder.write("f.graphml", bytes)
    #expect(try Program.run("check", file, "--strict").status == 65)
    #expect(try Program.run("check", file, "--strict", "--encoding", "big5").status == 0)
    let chain = try Program.run("analyze", "chains/battery.yaml", "--encoding", "big5")
    #expect(chain.status == 64 && chain.errors.contains("gb18030"))
  }

  @Test func `A preserved file is a copy with everything in it, from a file or a stream`() throws {
    let folder = try TemporaryFolder()
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- kept -->
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><?a b?><graph edgedefault="directed">
        <node id="n" odd="1"><!-- kept too --></node> </graph></graphml>

      """
    let file = try folder.write("in.graphml", text)
    let result = try Program.run(
      "convert", file, folder.path + "/out.graphml", "--dialect", "preserve")
    #expect(result.status == 0, "\(result.errors)")
    #expect(String(decoding: try folder.bytes("out.graphml"), as: UTF8.self) == text)
    let bad = try folder.write("bad.graphml", text.replacing("</graph>", with: ""))
    let failed = try Program.run(
      "convert", bad, folder.path + "/none.graphml", "--dialect", "preserve")
    #expect(failed.status == 65 && failed.errors.contains("bad.graphml:4:"))
    #expect(folder.names == ["bad.graphml", "in.graphml", "out.graphml"])
    let ids = try Program.run(
      "convert", file, "-", "--dialect", "preserve", "--ids", "canonical")
    #expect(ids.status == 64)
  }

  @Test func `check --for tells of any graph what programs make of it`() throws {
    let file = "\(Self.fixtures)/nested.graphml"
    let result = try Program.run("check", file, "--for", "gephi,networkx", "--lang", "en")
    #expect(result.status == 1, "networkx refuses hyperedges")
    #expect(result.output.contains("networkx refuses the file because of a hyperedge"))
    #expect(result.output.contains("Gephi leaves out"))
    let chinese = try Program.run("check", file, "--for", "gephi", "--lang", "zh")
    #expect(chinese.status == 0 && chinese.output.contains("Gephi 会略去超边"))
    let json = try Program.run("check", file, "--for", "networkx", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    let problems = try #require(object["problems"] as? [[String: Any]])
    #expect(problems.first?["effect"] as? String == "refuses")
    #expect(problems.allSatisfy { $0["program"] as? String == "networkx" })
    let csv = try Program.run("check", file, "--for", "gephi", "--format", "csv", "--lang", "en")
    #expect(csv.output.hasPrefix("program,effect,rule,subject,line,column,count,text\r\n"))
    let markdown = try Program.run("check", file, "--for", "gephi", "--format", "markdown")
    #expect(markdown.output.contains("| --- |"))
  }

  @Test func `check --strict names each semantic error with its place`() throws {
    let file = "\(Self.fixtures)/end-undeclared.graphml"
    let strict = try Program.run("check", file, "--strict", "--lang", "en")
    #expect(strict.status == 65)
    #expect(strict.errors.contains("end-undeclared.graphml:"))
    #expect(strict.errors.contains("is not in the graph"))
    let lenient = try Program.run("check", "\(Self.fixtures)/nested.graphml", "--strict")
    #expect(lenient.status == 0)
    let missing = try Program.run("check", "/nowhere.graphml", "--for", "yed")
    #expect(missing.status == 66)
  }

  @Test func `Somebody's drawing becomes a draft with a report, in both languages`() throws {
    let folder = try TemporaryFolder()
    let drawing = "docs/examples/drawing.graphml"
    let plain = try Program.run("convert", drawing, folder.path + "/a.yaml", "--lang", "en")
    #expect(plain.status == 0)
    #expect(plain.errors.contains("the attribute “type” says what a node is"))
    #expect(plain.errors.contains("the final product “面包” has no value"))
    let mapped = try Program.run(
      "convert", drawing, folder.path + "/b.yaml", "--map", "docs/examples/drawing-map.yaml",
      "--map", "chain.name==示例", "--lang", "zh")
    #expect(mapped.status == 0, "\(mapped.errors)")
    #expect(mapped.errors.contains("可以分析了"))
    let analysis = try Program.run("analyze", folder.path + "/b.yaml", "--lang", "zh")
    #expect(analysis.status == 0 && analysis.output.contains("示例"))
    let wrong = try Program.run("convert", drawing, folder.path + "/c.yaml", "--map", "x=y")
    #expect(wrong.status == 64)
    let advice = try Program.run("analyze", drawing, "--lang", "en")
    #expect(advice.status == 65 && advice.errors.contains("liantu convert \(drawing) chain.yaml"))
  }
}
