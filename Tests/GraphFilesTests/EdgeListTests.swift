import GraphFiles
import GraphML
import Testing

/// The edges of a graph as `source>target`, in their order.
func edges(_ graph: PropertyGraph) -> [String] {
  graph.sources.indices.map { edge in
    "\(graph.nodeIDs[Int(graph.sources[edge])])>\(graph.nodeIDs[Int(graph.targets[edge])])"
  }
}

func read(_ text: String, _ options: GraphFile.Options = .init()) throws -> PropertyGraph {
  try GraphFile.read(bytes: Array(text.utf8), name: "x.csv", options: options).graph
}

/// What reading says that is wrong.
func refusal(_ bytes: [UInt8], _ options: GraphFile.Options = .init()) -> GraphFileError? {
  do {
    _ = try GraphFile.read(bytes: bytes, name: "x.csv", options: options)
    return nil
  } catch {
    return error as? GraphFileError
  }
}

func refusal(_ text: String) -> GraphFileError? { refusal(Array(text.utf8)) }

@Suite struct EdgeListTests {
  @Test func `A header names the ends, wherever they stand, and the columns`() throws {
    let graph = try read("weight,to,from,note\n2,b,a,x\n0.5,c,b,\n")
    #expect(edges(graph) == ["a>b", "b>c"])
    #expect(Array(graph.nodeIDs) == ["a", "b", "c"])
    #expect(graph.edgeColumn("weight")?.doubles == [2, 0.5])
    #expect(graph.edgeColumn("note")?[0]?.string == "x")
    #expect(graph.edgeColumn("note")?.isStated(1) == false)
    #expect(graph.edgeColumn("note")?.statedCount == 1)
  }

  @Test(arguments: [
    "a,b,3\nb,c,4\n", "a\tb\t3\nb\tc\t4\n", "a;b;3\nb;c;4\n", "a b 3\n  b   c 4 \n",
    "a,b,3\r\nb,c,4\r\n", "# a comment\n\n% another\na,b,3\n\n \nb,c,4", "\u{FEFF}a,b,3\nb,c,4",
    "\"a\",\"b\",\"3\"\nb, c ,4\n", "供方,需方,weight\na,b,3\nb,c,4\n", "x,y,weight\na,b,3\nb,c,4\n",
  ])
  func `Commas, tabs, semicolons, blanks, quotes and comments are read alike`(text: String) throws {
    let graph = try read(text)
    #expect(edges(graph) == ["a>b", "b>c"])
    #expect(graph.edgeColumn("weight")?.ints == [3, 4])
  }

  @Test func `Names that are numbers keep their spelling`() throws {
    #expect(edges(try read("7,12\n12,7\n7,7\n")) == ["7>12", "12>7", "7>7"])
    #expect(edges(try read("007,7\n+7,7\n1234567890,7\n")) == ["007>7", "+7>7", "1234567890>7"])
    #expect(edges(try read("123456789,1\n1,\"2\"\n")) == ["123456789>1", "1>2"])
    #expect(edges(try read("1.0,1\n-1,1\n")) == ["1.0>1", "-1>1"])
  }

  @Test func `Quotes may hold separators, quotes and lines`() throws {
    let graph = try read("source,target,w\n\"a,b\",\"say \"\"c\"\"\",1\n\"two\nlines\",d,2\n")
    #expect(edges(graph) == ["a,b>say \"c\"", "two\nlines>d"])
    #expect(graph.edgeColumn("w")?.ints == [1, 2])
  }

  @Test func `A column has the narrowest type that holds every cell`() throws {
    let graph = try read(
      """
      source,target,int,long,double,code,text,blank,minus
      a,b,1,3000000000,1,007,1,,-5
      a,b,-2147483648,-1,2.5e-3,12,x,,0
      a,b,2147483647,,,,待核,,12345678
      """)
    let kinds = Dictionary(uniqueKeysWithValues: graph.edgeColumns.map { ($0.name, $0.kind) })
    #expect(
      kinds == [
        "int": .int, "long": .long, "double": .double, "code": .string, "text": .string,
        "blank": .int, "minus": .int,
      ])
    #expect(graph.edgeColumn("int")?.ints == [1, .min, .max])
    #expect(graph.edgeColumn("long")?.longs == [3_000_000_000, -1, 0])
    #expect(graph.edgeColumn("double")?.doubles.prefix(2) == [1, 0.0025])
    #expect(graph.edgeColumn("double")?.isStated(2) == false)
    #expect(graph.edgeColumn("code")?[0]?.string == "007")
    #expect(graph.edgeColumn("text")?[2]?.string == "待核")
    #expect(graph.edgeColumn("blank")?.statedCount == 0)
    #expect(graph.edgeColumn("minus")?.ints == [-5, 0, 12_345_678])
    #expect(graph.edgeColumn("long")?.number(2) == nil)
  }

  @Test func `Columns can be named`() throws {
    var options = GraphFile.Options()
    options.sourceColumn = "卖方"
    options.targetColumn = "买方"
    #expect(edges(try read("买方,卖方\nb,a\n", options)) == ["a>b"])
    options.sourceColumn = "谁"
    #expect(refusal(Array("买方,卖方\nb,a\n".utf8), options)?.code == .noSuchColumn)
  }

  @Test func `What is wrong has its line`() {
    let cases: [(String, GraphFileError.Code, Int?)] = [
      ("a,b\nc\n", .wrongCellCount, 2), ("a,b\nc,d\n\ne,f,g\n", .wrongCellCount, 4),
      ("a,b\n,d\n", .missingEnd, 2), ("source,target\na,b\nc,\"\"\n", .missingEnd, 3),
      ("a,b\n\"c,d\n", .brokenQuote, 2), ("a,b\n\"c\"x,d\n", .brokenQuote, 2),
      ("hello\n", .unknownFormat, 1), ("", .unknownFormat, nil), ("\n\n", .unknownFormat, nil),
      ("PK\u{3}\u{4}", .unknownFormat, nil), ("a\u{0}b", .unknownFormat, nil),
    ]
    for (text, code, line) in cases {
      let found = refusal(text)
      #expect(found?.code == code, "\(text)")
      #expect(found?.line == line, "\(text)")
    }
    let latin = refusal(Array("a,b\nc,".utf8) + [0xE9, 0x0A])
    #expect(latin?.code == .notUTF8)
    #expect(latin?.line == 2)
    let missing = #expect(throws: GraphFileError.self) { try GraphFile.read(path: "/no/such") }
    #expect(missing?.code == .missing)
  }

  @Test func `A header in another encoding is refused, not misread`() throws {
    // 需方,供方,数量 in GB18030 over numbers, which are the same in every encoding.
    let header: [UInt8] = [
      0xD0, 0xE8, 0xB7, 0xBD, 0x2C, 0xB9, 0xA9, 0xB7, 0xBD, 0x2C, 0xCA, 0xFD, 0xC1, 0xBF, 0x0A,
    ]
    let found = refusal(header + Array("1,2,3\n".utf8))
    #expect(found?.code == .notUTF8 && found?.line == 1)
  }

  @Test func `A cell in another encoding is refused in a column that nobody asks for`() {
    var options = GraphFile.Options()
    options.columns = .only([])
    let found = refusal(Array("source,target,note\na,b,\nc,d,".utf8) + [0xBC, 0xD7, 0x0A], options)
    #expect(found?.code == .notUTF8 && found?.line == 3)
  }

  @Test(arguments: [
    ("a;b;2,5\nc;d;3,5\n", ["a>b", "c>d"]), ("a,b;c,2\nd,e;f,3\n", ["a>b;c", "d>e;f"]),
    ("\"x,y\";b\nc;d\n", ["x,y>b", "c>d"]), ("a,b\tc\nd,e\tf\n", ["a,b>c", "d,e>f"]),
    ("\"a\"\"b\";\"c,d\"\n", ["a\"b>c,d"]), ("5\" pipe,b\n", ["5\" pipe>b"]),
  ])
  func `The separator is a tab, or what stands first outside quotes`(
    text: String, expected: [String]
  ) throws {
    #expect(edges(try read(text)) == expected)
  }

  @Test func `Quotes in the header may hold separators, quotes and lines`() throws {
    let graph = try read("source,target,\"net \"\"t\"\",\nyearly\"\na,b,1\nc,d,2\n")
    #expect(edges(graph) == ["a>b", "c>d"])
    #expect(graph.edgeColumn("net \"t\",\nyearly")?.ints == [1, 2])
    let late = refusal("source,\"tar\nget\"\na,b\nc\n")
    #expect(late?.code == .wrongCellCount && late?.line == 4)
    let open = refusal("source,\"target\na,b\n")
    #expect(open?.code == .brokenQuote && open?.line == 1)
  }

  @Test func `Lines may end in carriage returns alone, but not in the middle of another line`()
    throws
  {
    #expect(edges(try read("source,target\ra,b\rb,c\r")) == ["a>b", "b>c"])
    #expect(edges(try read("a b\rb c")) == ["a>b", "b>c"])
    let late = refusal("source\rx,target\ra,b\r")
    #expect(late?.code == .unknownFormat && late?.line == 1)
    for text in ["a,b,c\nab\rcd,e,f\n", "a b c\nab\rcd e f\n", "a,b,c\nd,e\r,f\n"] {
      let found = refusal(text)
      #expect(found?.code == .loneReturn && found?.line == 2, "\(text)")
    }
    #expect(edges(try read("a,\"b\rc\"\nd,e\n")) == ["a>b\rc", "d>e"])
  }

  @Test func `Reading tells what it took for the ends and the header`() throws {
    func ends(_ text: String) throws -> GraphFile.EdgeList? {
      try GraphFile.read(bytes: Array(text.utf8)).edgeList
    }
    let named = try #require(try ends("note,to,from\nx,b,a\n"))
    #expect(named.sourceColumn == "from" && named.targetColumn == "to" && named.hasHeader)
    let plain = try #require(try ends("a,b,3\n"))
    #expect(plain.sourceColumn == "column1" && plain.targetColumn == "column2")
    #expect(!plain.hasHeader)
    #expect(try ends("<graphml><graph edgedefault='directed'/></graphml>") == nil)
  }

  @Test func `Every problem has words in both languages`() {
    for code in GraphFileError.Code.allCases {
      let error = GraphFileError(code, path: "f", line: 3, subject: "S")
      #expect(error.description.hasPrefix("f:3: "))
      #expect(error.chineseDescription.hasPrefix("f:3: "))
      #expect(error.description != error.chineseDescription)
    }
  }

  /// A text of many lines with cells of every kind, drawn from a seed; blank lines among them.
  private func large(seed: UInt64, names: Bool) -> (text: String, edges: [String]) {
    var state = seed
    func draw(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    var text = "source,target,amount,note\n"
    var expected: [String] = []
    for row in 0..<120_000 {
      let (a, b) = (draw(5000), draw(5000))
      let (source, target) = names ? ("厂\(a)", "厂\(b)") : ("\(a)", "\(b)")
      let note = draw(3) == 0 ? "" : "n\(draw(9))"
      text += "\(source),\(target),\(draw(1_000_000)),\(note)\n"
      if row % 1000 == 7 { text += "\n" }
      expected.append("\(source)>\(target)")
    }
    return (text, expected)
  }

  @Test(arguments: [false, true])
  func `Any number of threads reads the same graph`(names: Bool) throws {
    let (text, expected) = large(seed: 5, names: names)
    #expect(text.utf8.count > 1 << 21)
    let alone = try read(text)
    #expect(edges(alone) == expected)
    for threads in [2, 3, 7] {
      var options = GraphFile.Options()
      options.threads = threads
      let together = try read(text, options)
      #expect(together.nodeIDs == alone.nodeIDs && together.sources == alone.sources)
      #expect(together.targets == alone.targets)
      // Through JSON-like text, because a blank row of figures is no number, which equals nothing.
      #expect("\(together.edgeColumns.map(\.kind))" == "\(alone.edgeColumns.map(\.kind))")
      #expect(together.edgeColumns[0].ints == alone.edgeColumns[0].ints)
      #expect(together.edgeColumns[1].codes == alone.edgeColumns[1].codes)
      #expect(together.edgeColumns[1].statedCount == alone.edgeColumns[1].statedCount)
    }
  }

  @Test func `The line of an edge is told where every row is a line`() throws {
    let cases: [(String, [Int?])] = [
      ("a,b\nb,c\n", [1, 2]), ("from,to\na,b\nb,c", [2, 3]), ("a,b\r\nb,c\r\n", [1, 2]),
      ("a,b\rb,c\r", [1, 2]), ("\u{FEFF}from,to\na,b\nb,c\n", [2, 3]),
      ("# a comment\n\n\na,b\nb,c\n", [4, 5]), ("from,to,\"in\ntons\"\na,b,1\nb,c,2\n", [3, 4]),
      ("a,b\nb,c\n\n\r\n\n", [1, 2]), ("a,b\n\nb,c\n", [nil, nil]),
      ("a,b\n \nb,c\n", [nil, nil]), ("\"a\nb\",c\nc,d\n", [nil, nil]),
    ]
    for (text, lines) in cases {
      let list = try GraphFile.read(bytes: Array(text.utf8)).edgeList
      #expect((0..<2).map { list?.line(ofEdge: $0) } == lines, "\(text)")
    }
    let many = (0..<200_000).map { "v\($0),v\($0 + 1)\n" }.joined()
    for threads in 1...3 {
      var options = GraphFile.Options()
      options.threads = threads
      let all = try GraphFile.read(bytes: Array(("from,to\n" + many).utf8), options: options)
      #expect(all.edgeList?.line(ofEdge: 199_999) == 200_001)
      let blank = try GraphFile.read(bytes: Array((many + "\nx,y\n").utf8), options: options)
      #expect(blank.graph.edgeCount == 200_001)
      #expect(blank.edgeList?.line(ofEdge: 0) == nil)
    }
  }

  @Test func `A late line is found by every number of threads`() {
    let text = large(seed: 6, names: false).text + "1,2\n"
    let line = text.utf8.count { $0 == 0x0A }
    for threads in 1...4 {
      var options = GraphFile.Options()
      options.threads = threads
      let found = refusal(Array(text.utf8), options)
      #expect(found?.code == .wrongCellCount && found?.line == line, "\(threads) threads")
    }
  }
}
