import GraphML
import Testing

@Suite struct StrictReadingTests {
  private static let ends = "<node id='a'/><node id='b'/>"

  private func problems(
    keys: String = "", _ body: String, after: String = ""
  ) -> [String] {
    var options = GraphMLDocument.ReadingOptions()
    options.isStrict = true
    let text = """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">\(keys)
      <graph id="G" edgedefault="directed">\(body)</graph>\(after)</graphml>
      """
    do {
      _ = try GraphMLDocument.read(bytes: Array(text.utf8), options: options)
      return []
    } catch {
      return ([error] + error.further).map { "\($0.code) \($0.subject)" }
    }
  }

  @Test func `Ids of graphs, names of ports and values of an element are stated once`() {
    #expect(
      problems("", after: "<graph id='G' edgedefault='directed'/>") == ["duplicateGraphID G"])
    #expect(
      problems(
        "<node id='a'><port name='p'/><port name='p'/></node><node id='b'><port name='p'/></node>")
        == ["duplicatePort p"])
    let key = "<key id='k' for='all' attr.name='x' attr.type='int'/>"
    #expect(
      problems(keys: key, "<node id='a'><data key='k'>1</data><data key='k'>2</data></node>")
        == ["repeatedValue k"])
    #expect(
      problems(
        keys: key,
        "<node id='a'><data key='k'>1</data><data key='k' time='5'>2</data></node>"
          + "<node id='b'><data key='k'>1</data></node>") == [])
  }

  @Test func `Edges and ends meet ports that their nodes have`() {
    let edge = "<edge source='a' target='b' sourceport='p' targetport='q'/>"
    #expect(
      problems("<node id='a'><port name='p'/></node><node id='b'/>" + edge) == ["unknownPort q"])
    #expect(
      problems(
        edge
          + "<node id='a'><port name='p'/></node><node id='b'><port name='r'><port name='q'/></port></node>"
      )
        == [])
    #expect(
      problems(Self.ends + "<hyperedge><endpoint node='a' port='p'/></hyperedge>")
        == ["unknownPort p"])
  }

  @Test func `An edge stands in a graph around both of its ends`() {
    let inner = "<node id='b'/><node id='a'><graph edgedefault='directed'><node id='c'/>"
    #expect(
      problems("\(inner)<edge source='c' target='b'/></graph></node>") == ["edgeLeavesGraph b"])
    #expect(problems("\(inner)</graph></node><edge source='c' target='b'/>") == [])
  }

  @Test func `What stands in an odd place or says something odd is named`() {
    let key = "<key id='k' for='node' attr.name='x' attr.type='int'/>"
    #expect(problems(key + Self.ends) == ["unusualPlace key"])
    #expect(
      problems(keys: key + "<key id='k' for='all' attr.name='y' attr.type='int'/>", "")
        == ["sharedKeyID k"])
    #expect(
      problems(keys: key + "<key id='k' for='edge' attr.name='y' attr.type='int'/>", "") == [])
    #expect(
      problems(
        keys: "<key id='k' for='endpoint' attr.name='x' attr.type='int'/>",
        "<node id='a'/><hyperedge><endpoint node='a'><data key='k'>1</data></endpoint></hyperedge>")
        == ["unusualPlace data"])
    #expect(
      problems(keys: key, "<node id='a'><data key='k' time='noon'>1</data></node>")
        == ["oddAttribute time='noon'"])
    #expect(
      problems(keys: "<key id='k' for='node' attr.name='x' attr.type='int' dynamic='maybe'/>", "")
        == ["oddAttribute dynamic='maybe'"])
    #expect(
      problems(keys: key, "<node id='a'><data key='k'><y:Box/></data></node>")
        == ["undeclaredPrefix y"])
  }

  @Test func `An element in capitals is kept as text and told, under lenient reading too`() throws {
    #expect(problems("<Node id='a'/>") == ["wrongCase Node"])
    let text = Array("<graphml><graph edgedefault='directed'><Node id='a'/></graph></graphml>".utf8)
    #expect(try GraphMLDocument.read(bytes: text).warnings.map(\.code) == [.wrongCase])
    #expect(try PropertyGraph.read(bytes: text).warnings.map(\.code) == [.wrongCase])
  }

  @Test func `Problems beyond those that are listed are counted`() {
    var options = GraphMLDocument.ReadingOptions()
    options.isStrict = true
    let nodes = String(repeating: "<node/>", count: 151)
    let text = "<graphml><graph edgedefault='directed'>\(nodes)</graph></graphml>"
    #expect {
      try GraphMLDocument.read(bytes: Array(text.utf8), options: options)
    } throws: { error in
      let error = error as? GraphMLError
      return error?.further.count == 99 && error?.omittedCount == 51
    }
  }

  @Test func `Messages keep the start of a long id and the ends of a long path`() throws {
    let long = String(repeating: "长", count: 10_000)
    let text =
      "<graphml><graph edgedefault='directed'><node id='\(long)'><data key='\(long)'/></node>"
      + "</graph></graphml>"
    let warning = try #require(GraphMLDocument.read(bytes: Array(text.utf8)).warnings.first)
    #expect(warning.code == .undeclaredKey)
    #expect(warning.subject.count < 200 && warning.path.count < 300)
  }
}
