import Foundation
import GraphML
import Testing

@Suite struct GraphMLErrorTests {
  @Test(arguments: [
    ("error-tag-mismatch", GraphMLError.Code.notWellFormed, 4, "graphml/graph[G]/node[a]"),
    ("error-cut-short", .notWellFormed, 4, "graphml/graph[G]"),
    ("error-empty", .notWellFormed, 1, ""),
    ("error-control-character", .notWellFormed, 4, "graphml/graph[G]"),
    ("error-entity-undeclared", .notWellFormed, 4, "graphml/graph[G]"),
    ("error-gbk-says-utf8", .wrongEncoding, 4, "graphml/graph[G]"),
    ("error-unknown-encoding", .unknownEncoding, 1, ""),
    ("error-not-graphml", .notGraphML, 2, ""), ("error-entity", .entityDeclaration, 3, ""),
    ("error-entity-external", .entityDeclaration, 3, ""),
  ])
  func `A file that cannot be read is refused with the line and the element`(
    name: String, code: GraphMLError.Code, line: Int, path: String
  ) throws {
    let error = try #require(throws: GraphMLError.self) { try fixture(name) }
    #expect(error.code == code)
    #expect(error.location?.line == line)
    #expect(error.location?.file == Fixtures.path(name))
    #expect(error.path == path)
  }

  @Test(arguments: [
    ("</graph>\n", 3, 1, "Premature end of data in tag graphml"),
    ("<node id='甲'><data key='d'><![CDATA[甲]\n", 3, 1, "CData section not finished"),
    ("<node id='甲", 2, 12, nil), ("<!-- a b \n", 3, 1, nil),
    (" <!node a>\n", 2, 3, "StartTag: invalid element name"),
  ])
  func `A file that is cut short or mistyped is told where, as xmllint does`(
    end: String, line: Int, column: Int, message: String?
  ) throws {
    let text = "<graphml><graph edgedefault='directed'>\n" + end
    for error in try refusals(of: text) {
      #expect(error.location?.line == line && error.location?.column == column)
      #expect(message == nil || error.subject == message)
      #expect(error.path.hasPrefix(line == 2 ? "graphml/graph" : "graphml"))
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE graphml [\n<graphml/>", 2, 1, "DOCTYPE improperly terminated"),
    (
      "<!-- 甲 --> <!DOCTYPE graphml [\n<!ELEMENT graphml ANY>\n<graphml/>\n", 3, 1,
      "DOCTYPE improperly terminated"
    ),
    ("<!DOCTYPE graphml [ <!ELEMENT graphml ANY> ", 1, 44, "DOCTYPE improperly terminated"),
    ("<!DOCTYPE graphml", 1, 18, "DOCTYPE improperly terminated"),
    ("<!-- a -->\n\n", 3, 1, "Start tag expected, '<' not found"),
    ("<?xml version='1.0'?>\n<?pi \n", 3, 1, "ParsePI: PI pi never end ..."),
    ("\n<?xml version='1.0' ", 2, 6, "XML declaration allowed only at the start of the document"),
    (
      "<!-- a -->\n<?xml version='1.0'", 2, 6,
      "XML declaration allowed only at the start of the document"
    ),
    ("<!-- a --><\0?\0x\0m\0l\0 \0", 1, 12, "Char 0x0 out of allowed range"),
    ("<!-- 甲 \n", 2, 1, "Comment not terminated"),
    ("abcd", 1, 1, "Start tag expected, '<' not found"),
    (
      "<!DOCTYPE graphml SYSTEM 'x' [ %foo; <!ELEMENT a ANY> ", 1, 55,
      "DOCTYPE improperly terminated"
    ),
    ("<graphml>\n <!node>", 2, 3, "StartTag: invalid element name"),
  ])
  func `A file that ends before its root is told what is open, as xmllint does`(
    text: String, line: Int, column: Int, message: String
  ) throws {
    for error in try refusals(of: text) {
      #expect(error.location?.line == line && error.location?.column == column, "\(error)")
      #expect(error.subject == message, "\(error)")
    }
  }

  /// What each of the three readers says of a text that none of them takes.
  private func refusals(of text: String) throws -> [GraphMLError] {
    let bytes = Array(text.utf8)
    return [
      try #require(throws: GraphMLError.self) { try GraphMLDocument.read(bytes: bytes) },
      try #require(throws: GraphMLError.self) { try PropertyGraph.read(bytes: bytes) },
      try #require(throws: GraphMLError.self) { try PreservingTests.copy(bytes) },
    ]
  }

  @Test(arguments: [
    "<!ENTITY a 'b'> <!ATTLIST a b CDATA '&a;'> ", "<!ENTITY a 'b'>\n ]\n<graphml>&a;</graphml>",
    "<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a; ", "<!ENTITY a SYSTEM 'x' NDATA y> ",
    // libxml2 keeps it before it looks for the end; the address sanitizer checks that nothing stays.
    "<!ENTITY a 'b' ",
  ])
  func `Of a DOCTYPE without an end too, an entity is refused where it is declared`(
    declarations: String
  ) throws {
    for error in try refusals(of: "<!DOCTYPE graphml [ " + declarations) {
      #expect(error.code == .entityDeclaration && error.subject == "a", "\(error)")
      #expect(error.location?.line == 1 && (error.location?.column ?? 0) > 25)
    }
  }

  @Test func `What hides the end of a DOCTYPE, or its encoding, is told`() throws {
    let hidden = "<!DOCTYPE graphml [\n<?pi don't ?> ]>\n<graphml/>"
    let error = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(bytes: Array(hidden.utf8))
    }
    #expect(error.subject.contains("leave out what stands in its brackets"), "\(error)")
    #expect(error.chineseDescription.contains("请删去方括号"))
    let chinese = Array("<!DOCTYPE graphml [ <!-- ".utf8) + [0xBC, 0xD7] + Array(" --> ".utf8)
    let encoding = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(bytes: chinese)
    }
    #expect(encoding.code == .wrongEncoding && encoding.subject == "gb18030", "\(encoding)")
  }

  @Test(arguments: [
    ("<graphml><graph></graphml>", "起始标签 graph（第 1 行）与结束标签 graphml 不一致"),
    ("<graphml><graph", "起始标签 graph 没有写完"), ("<graphml>", "标签 graphml 没有结束"),
    ("<graphml><desc>A & B</desc></graphml>", "“&”本身应写作 &amp;"),
    ("<graphml><desc a='1' a='2'/></graphml>", "属性 a 重复出现"),
    ("<graphml><desc>\u{1}</desc></graphml>", "文字中有 XML 不允许的字符，编码为 1"),
    ("<graphml><desc>&x;</desc></graphml>", "实体“x”没有定义"), ("", "文件是空的"), ("甲 <a/>", "此处应为根元素的起始标签"),
    ("<graphml>&#12z;</graphml>", "应如 &#20013;"), ("<!-- 甲 \n", "注释没有以 --> 结束"),
    ("<?xml version='1.0' standalone='?'?><graphml/>", "只能是 yes 或 no"),
  ])
  func `What libxml2 says is said in Chinese too`(text: String, message: String) throws {
    let error = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(bytes: Array(text.utf8))
    }
    #expect(error.chineseDescription.contains(message), "\(error.chineseDescription)")
  }

  @Test(arguments: [
    ("gb18030", "utf-8"), ("GBK", "utf-8"), ("Shift_JIS", "cp932"), ("utf-8", "gb18030"),
  ])
  func `Bytes that are no text in the declared encoding name another to try`(
    label: String, hint: String
  ) throws {
    let bytes =
      Array("<?xml version='1.0' encoding='\(label)'?><graphml><desc>".utf8) + [0xFF, 0xFF]
      + Array("</desc></graphml>".utf8)
    let error = try #require(throws: GraphMLError.self) { try GraphMLDocument.read(bytes: bytes) }
    #expect(error.code == .wrongEncoding && error.subject == hint)
  }

  @Test(arguments: ["UTF-8", "GBK"])
  func `A file whose declaration swallows its start is refused in any encoding`(label: String) {
    for start in ["?>graphml xmlns='x'>", "?graphml>"] {
      let text = "<?xml version='1.0' encoding='\(label)'\(start)<graph id='G'/></graphml>\n"
      #expect(throws: GraphMLError.self) { try GraphMLDocument.read(bytes: Array(text.utf8)) }
      #expect(throws: GraphMLError.self) { try PreservingTests.copy(Array(text.utf8)) }
    }
  }

  @Test func `A byte order mark of UTF-8 counts more than the declaration`() throws {
    let text = "\u{FEFF}<?xml version='1.0' encoding='GBK'?><graphml><desc>甲</desc></graphml>"
    #expect(try GraphMLDocument.read(bytes: Array(text.utf8)).document.desc == "甲")
    var options = GraphMLDocument.ReadingOptions()
    options.encoding = "utf-8"
    #expect(
      try GraphMLDocument.read(bytes: Array(text.utf8), options: options).document.desc == "甲")
  }

  @Test func `Bytes of GBK that claim to be UTF-8 name the encoding to try`() throws {
    let error = try #require(throws: GraphMLError.self) { try fixture("error-gbk-says-utf8") }
    #expect(error.description.contains("graphml:4:"))
    #expect(error.description.contains("gb18030"))
    #expect(error.chineseDescription.contains("gb18030"))
  }

  @Test func `Bytes that a converter gives up are in the wrong encoding`() throws {
    let error = try #require(throws: GraphMLError.self) {
      try fixture("encoding-iso-8859-1") { $0.encoding = "UTF-16" }
    }
    #expect([.wrongEncoding, .notWellFormed].contains(error.code))
  }

  @Test func `A file that is not there is named`() throws {
    let error = try #require(throws: GraphMLError.self) { try fixture("no-such-file") }
    #expect(error.code == .cannotOpen)
    #expect(error.description.contains("no-such-file.graphml"))
  }

  @Test func `A folder cannot be read as a file`() throws {
    let error = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(path: Shared.package.path)
    }
    #expect(error.code == .cannotRead)
  }

  @Test func `An encoding that nobody knows is refused`() throws {
    let error = try #require(throws: GraphMLError.self) {
      try fixture("nested") { $0.encoding = "klingon" }
    }
    #expect(error == GraphMLError(.unknownEncoding, "klingon"))
  }

  @Test func `Every problem is told in both languages, with what it is about`() {
    for code in GraphMLError.Code.allCases {
      let error = GraphMLError(
        code, "ABC", at: .init(file: "f.graphml", line: 3, column: 7), path: "graphml/graph",
        count: 2)
      #expect(error.description.hasPrefix("f.graphml:3:7: "))
      #expect(error.description.hasSuffix(" (in graphml/graph; 2 times)"))
      #expect(error.chineseDescription.hasPrefix("f.graphml:3:7: "))
      #expect(error.chineseDescription.hasSuffix("（位于 graphml/graph；共 2 次）"))
      #expect(
        error.chineseDescription.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }

  @Test func `Each limit refuses the file that exceeds it`() throws {
    func refusal(
      _ text: String, _ change: (inout GraphMLDocument.Limits) -> Void
    ) -> GraphMLError? {
      var options = GraphMLDocument.ReadingOptions()
      change(&options.limits)
      do {
        _ = try GraphMLDocument.read(bytes: Array(text.utf8), options: options)
        return nil
      } catch {
        return error
      }
    }
    let deep = "<graphml><a><b><c/></b></a></graphml>"
    #expect(refusal(deep) { $0.depth = 3 }?.code == .limitExceeded)
    #expect(refusal(deep) { $0.depth = 4 } == nil)
    #expect(refusal("<graphml a='1' b='2'/>") { $0.attributes = 1 }?.subject == "attributes")
    let keys = "<graphml><key id='a'/><key id='b'/></graphml>"
    #expect(refusal(keys) { $0.keys = 1 }?.subject == "keys")
    let long = "<graphml><desc>\(String(repeating: "x", count: 100))</desc></graphml>"
    #expect(refusal(long) { $0.valueLength = 99 }?.subject == "value")
    let nested =
      "<graphml><graph edgedefault='directed'><node id='a'><graph/></node></graph></graphml>"
    #expect(refusal(nested) { $0.nesting = 1 }?.subject == "nesting")
  }

  @Test func `A thousand nested graphs are read, compared and written`() throws {
    let levels = 999
    let open = (0..<levels).map { "<node id='n\($0)'><graph edgedefault='directed'>" }.joined()
    let close = String(repeating: "</graph></node>", count: levels)
    let text = "<graphml><graph edgedefault='directed'>\(open)\(close)</graph></graphml>"
    let document = try GraphMLDocument.read(bytes: Array(text.utf8)).document
    let copy = try GraphMLDocument.read(bytes: document.bytes()).document
    #expect(copy.graphs[0].nodes == document.graphs[0].nodes)
  }
}
