public import GraphML

extension PropertyGraph {
  /// The graph as GraphML with all its columns: nodes first, one element a line.
  ///
  /// What a property graph does not hold, such as ports and hyperedges, is not there; nested graphs come out flat. Characters
  /// that XML cannot hold are replaced by U+FFFD.
  ///
  /// - Complexity: O(size of the graph) time and space.
  public func graphMLBytes() -> [UInt8] {
    var writer = TableWriter()
    writer.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.text("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for (index, column) in nodeColumns.enumerated() { writer.key("n\(index)", "node", column) }
    for (index, column) in edgeColumns.enumerated() { writer.key("e\(index)", "edge", column) }
    for (index, column) in graphColumns.enumerated() { writer.key("g\(index)", "graph", column) }
    writer.text("<graph id=\"")
    writer.escaped(id ?? "G")
    writer.text("\" edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n")
    if !graphColumns.isEmpty {
      writer.row(graphColumns, prefix: "g", 0)
      writer.text("\n")
    }
    for node in 0..<nodeCount {
      writer.text("<node id=\"")
      writer.escaped(nodeIDs[node])
      writer.text("\">")
      writer.row(nodeColumns, prefix: "n", node)
      writer.text("</node>\n")
    }
    for edge in 0..<edgeCount {
      writer.text("<edge")
      if edge < edgeIDs.count, !edgeIDs[edge].isEmpty {
        writer.text(" id=\"")
        writer.escaped(edgeIDs[edge])
        writer.text("\"")
      }
      writer.text(" source=\"")
      writer.escaped(nodeIDs[Int(sources[edge])])
      writer.text("\" target=\"")
      writer.escaped(nodeIDs[Int(targets[edge])])
      let isOdd = isDirected(edge: edge) != isDirected
      writer.text(isOdd ? "\" directed=\"\(!isDirected)\">" : "\">")
      writer.row(edgeColumns, prefix: "e", edge)
      writer.text("</edge>\n")
    }
    writer.text("</graph>\n</graphml>\n")
    return writer.bytes
  }

  /// The graph with one more attribute of nodes; one of the same name is replaced.
  package func adding(nodeColumn column: Column) -> PropertyGraph {
    var graph = self
    graph.nodeColumns.removeAll { $0.name == column.name }
    graph.nodeColumns.append(column)
    return graph
  }

  /// The graph with one more attribute of edges; one of the same name is replaced.
  package func adding(edgeColumn column: Column) -> PropertyGraph {
    var graph = self
    graph.edgeColumns.removeAll { $0.name == column.name }
    graph.edgeColumns.append(column)
    return graph
  }
}

extension PropertyGraph.Column {
  /// Figures, a row each; nil where there is none.
  package init(_ name: String, numbers: [Double?]) {
    self.init(name, keyID: name, kind: .double)
    doubles = numbers.map { $0 ?? .nan }
    state { numbers[$0] != nil }
  }

  package init(_ name: String, integers: [Int?]) {
    self.init(name, keyID: name, kind: .long)
    longs = integers.map { Int64($0 ?? 0) }
    state { integers[$0] != nil }
  }

  package init(_ name: String, flags: [Bool]) {
    self.init(name, keyID: name, kind: .boolean)
    booleans = flags
    state { _ in true }
  }

  package init(_ name: String, texts: [String?]) {
    self.init(name, keyID: name, kind: .string)
    var collected = PropertyGraph.Texts()
    codes = texts.map { text in
      text.map { UInt32(collected.place(adding: $0.utf8.span).place) } ?? PropertyGraph.none
    }
    self.texts = collected
    state { texts[$0] != nil }
  }

  private mutating func state(_ isStated: (Int) -> Bool) {
    stated = [UInt64](repeating: 0, count: (count + 63) / 64)
    for row in 0..<count where isStated(row) {
      stated[row / 64] |= 1 << UInt64(row % 64)
      statedCount += 1
    }
  }
}

/// Text that grows, with the escapes of XML.
private struct TableWriter {
  private(set) var bytes: [UInt8] = []

  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func escaped(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0xEF && ![0x22, 0x26, 0x3C, 0x3E].contains(byte)
    }
    if isPlain { return self.text(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self.text("&amp;")
      case "<": self.text("&lt;")
      case ">": self.text("&gt;")
      case "\"": self.text("&quot;")
      case "\t", "\n", "\r": self.text("&#\(scalar.value);")
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": self.text("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
  }

  mutating func key(_ id: String, _ domain: String, _ column: PropertyGraph.Column) {
    text("<key id=\"\(id)\" for=\"\(domain)\" attr.name=\"")
    escaped(column.name)
    text("\" attr.type=\"\(column.kind.rawValue)\"")
    guard let value = column.defaultValue else { return text("/>\n") }
    text("><default>")
    escaped(value.text)
    text("</default></key>\n")
  }

  mutating func row(_ columns: [PropertyGraph.Column], prefix: String, _ row: Int) {
    for (index, column) in columns.enumerated() where column.isStated(row) {
      guard let value = column[row] else { continue }
      text("<data key=\"\(prefix)\(index)\">")
      escaped(value.text)
      text("</data>")
    }
  }
}
