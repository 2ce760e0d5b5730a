// Graphs, nodes and edges.

extension PropertyGraphReader {
  mutating func openGraph() {
    let isTop = frames.count == 1
    let isNestedDirectly = frames.last?.tag == .graph
    if isTop {
      topGraphs += 1
      if topGraphs - 1 != wantedGraph {
        leaveOut("a further graph")
        skipped = 1
        return
      }
      graph.id = tag[.id]
    }
    var frame = Frame(tag: .graph, row: isTop ? 0 : -1, isDirected: options.defaultIsDirected)
    if let outer = frames.last(where: { $0.tag == .node || $0.tag == .graph }) {
      frame.parent = outer.tag == .node ? UInt32(max(outer.row, 0)) : outer.parent
    }
    if isNestedDirectly {
      warn(.misplacedElement, "graph")
      frame.isDirected = frames.last?.isDirected ?? true
    } else {
      let stated = tag[.edgeDefault]
      switch stated?.trimmingXMLBlanks.lowercased() {
      case "directed": frame.isDirected = true
      case "undirected": frame.isDirected = false
      default: break
      }
      if stated != "directed", stated != "undirected" { warn(.oddEdgeDefault, stated ?? "") }
    }
    if isTop { graph.isDirected = frame.isDirected }
    frames.append(frame)
  }

  mutating func openNode() {
    nodeElements += 1
    let row: Int
    if let id = tag.range(of: .id) {
      row = node(id).place
      if !mentions.isEmpty { mentions[row] = nil }
    } else {
      warn(.nodeWithoutID)
      let id = "?\(nodeElements)"
      row = graph.nodeIDs.place(adding: id.utf8.span).place
    }
    if row / 64 >= declared.count {
      declared.append(contentsOf: repeatElement(0, count: row / 64 + 1 - declared.count))
    }
    let bit = UInt64(1) << UInt64(row % 64)
    let isRepeated = declared[row / 64] & bit != 0
    if isRepeated { warn(.duplicateNodeID, graph.nodeIDs[row]) }
    declared[row / 64] |= bit
    if !isRepeated, let parent = frames.last?.parent, parent != PropertyGraph.none {
      let missing = row + 1 - graph.parents.count
      if missing > 0 {
        graph.parents.append(contentsOf: repeatElement(PropertyGraph.none, count: missing))
      }
      graph.parents[row] = parent
    }
    frames.append(Frame(tag: .node, row: row))
  }

  mutating func openEdge() {
    edgeElements += 1
    guard let source = tag.range(of: .source), let target = tag.range(of: .target) else {
      warn(.missingEnd, tag.range(of: .source) == nil ? "source" : "target")
      frames.append(Frame(tag: .edge))
      return
    }
    let edge = graph.sources.count
    graph.sources.append(UInt32(truncatingIfNeeded: end(source)))
    graph.targets.append(UInt32(truncatingIfNeeded: end(target)))
    if edge >= Int(PropertyGraph.none) - 1 { return refuse("edges") }
    readDirection(of: edge)
    if keepsEdgeIDs { readID(of: edge) }
    if tag.range(of: .sourcePort) != nil || tag.range(of: .targetPort) != nil {
      leaveOut("the port of an edge")
    }
    frames.append(Frame(tag: .edge, row: edge))
  }

  /// The number of the node that an attribute names.
  private mutating func node(_ range: Range<Int>) -> (place: Int, isNew: Bool) {
    if graph.nodeIDs.length + range.count > PropertyGraph.Texts.maximumLength { refuse("ids") }
    let bytes = tag.bytes
    return graph.nodeIDs.place(adding: bytes.span.extracting(range))
  }

  /// The number of the node that an attribute of an edge names.
  private mutating func end(_ range: Range<Int>) -> Int {
    let (place, isNew) = node(range)
    if isNew, mentions.count < 1_000 { mentions[place] = position }
    return place
  }

  private mutating func readDirection(of edge: Int) {
    var isDirected = frames.last?.isDirected ?? graph.isDirected
    if let range = tag.range(of: .directed) {
      switch String(decoding: tag.bytes[range], as: UTF8.self).trimmingXMLBlanks.lowercased() {
      case "true", "1": isDirected = true
      case "false", "0": isDirected = false
      default: warn(.oddDirection, String(decoding: tag.bytes[range], as: UTF8.self))
      }
    }
    if isDirected != graph.isDirected, graph.directions.isEmpty {
      graph.directions = [Bool](repeating: graph.isDirected, count: edge)
      graph.directions.append(isDirected)
    } else if !graph.directions.isEmpty {
      graph.directions.append(isDirected)
    }
  }

  private mutating func readID(of edge: Int) {
    guard let range = tag.range(of: .id) else {
      if !graph.edgeIDs.isEmpty { graph.edgeIDs.appendEmpty() }
      return
    }
    while graph.edgeIDs.count < edge { graph.edgeIDs.appendEmpty() }
    if graph.edgeIDs.length + range.count > PropertyGraph.Texts.maximumLength { refuse("ids") }
    let bytes = tag.bytes
    graph.edgeIDs.append(bytes.span.extracting(range))
  }
}
