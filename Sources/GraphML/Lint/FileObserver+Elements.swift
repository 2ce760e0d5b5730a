// Graphs, nodes and edges as programs meet them.

extension FileObserver {
  mutating func openGraph(_ attributes: [XMLAttribute], in parent: Tag?) {
    graphCount += 1
    let id = attributes.plain("id")
    if let id, !graphIDs.insert(ByteText(id)).inserted { note(.repeatedGraphID, id) }
    if parent == .graphml {
      if graphCount > 1 { note(.furtherGraph, id ?? "") }
      edgeIDs = []
      hyperedgeIDs = []
      endpointIDs = []
      edgesSeen = []
    } else {
      note(.nestedGraph, id ?? "")
      if elements.count > 1 { elements[elements.count - 2].hasGraph = true }
    }
    let direction = attributes.plain("edgedefault")
    switch direction {
    case "directed", "undirected": break
    case nil: note(.edgeDefaultMissing, id ?? "")
    case let other?: note(.edgeDefaultOdd, other)
    }
    graphs.append(Graph(isDirected: direction == "directed"))
  }

  /// The fewer always go to the more, so that deep nesting costs no square.
  mutating func closeGraph() {
    guard var graph = graphs.popLast() else { return }
    var open = graph.left
    graph.left = [:]
    let own = graph.missing.sorted { $0.value.isBefore($1.value) }
    for (id, place) in own where open[id] == nil { open[id] = place }
    guard !graphs.isEmpty else {
      for (id, place) in open.sorted(by: { $0.value.isBefore($1.value) }) {
        note(.undeclaredNode, id.text, at: place)
      }
      return
    }
    for (id, place) in own { note(.edgeLeavesGraph, id.text, at: place) }

    let outer = graphs.count - 1
    var (nodes, added) = (graphs[outer].nodes, graph.nodes)
    graphs[outer].nodes = []
    graph.nodes = []
    open.forget(nodes)
    graphs[outer].missing.forget(added)
    graphs[outer].left.forget(added)
    if nodes.count < added.count { swap(&nodes, &added) }
    for id in added where !nodes.insert(id).inserted { note(.repeatedNodeID, id.text) }
    graphs[outer].nodes = nodes

    var left = graphs[outer].left
    graphs[outer].left = [:]
    if left.count < open.count { swap(&left, &open) }
    left.merge(open) { first, _ in first }
    graphs[outer].left = left
  }

  mutating func openNode(_ attributes: [XMLAttribute]) {
    if attributes.plain("yfiles.foldertype") == "group" {
      elements[elements.count - 1].isGroup = true
    }
    guard let id = attributes.plain("id") else { return note(.nodeWithoutID) }
    guard !graphs.isEmpty else { return }
    let graph = graphs.count - 1
    if graphs[graph].hasNodes { noteManyNodes() }
    graphs[graph].hasNodes = true
    let key = ByteText(id)
    if !graphs[graph].nodes.insert(key).inserted { note(.repeatedNodeID, id) }
    let own = graphs[graph].missing.removeValue(forKey: key)
    let inner = graphs[graph].left.removeValue(forKey: key)
    if let place = own ?? inner { note(.edgeBeforeNode, id, at: place) }
  }

  mutating func openEdge(_ attributes: [XMLAttribute]) {
    let id = attributes.plain("id")
    if let id, !edgeIDs.insert(ByteText(id)).inserted { note(.repeatedEdgeID, id) }
    guard !graphs.isEmpty else { return }
    let graph = graphs.count - 1
    let isUsual = graphs[graph].isDirected
    let stated = attributes.plain("directed")?.trimmingXMLBlanks
    var isDirected = isUsual
    switch stated {
    case "true", "false":
      isDirected = stated == "true"
      if isDirected != isUsual { note(.mixedDirections, id ?? "") }
    case "1", "0":
      isDirected = stated == "1"
      if isDirected != isUsual { note(.directionInDigits, id ?? "") }
    default: break
    }
    if !isDirected { note(.undirectedEdge, id ?? "") }
    guard let source = attributes.plain("source"), let target = attributes.plain("target") else {
      return note(.edgeWithoutEnd, id ?? "")
    }
    for end in [source, target] {
      let key = ByteText(end)
      if !graphs[graph].nodes.contains(key), graphs[graph].missing[key] == nil {
        graphs[graph].missing[key] = location
      }
    }
    let isTurned = !isDirected && target < source
    var fingerprint = Fingerprint()
    fingerprint.add(isTurned ? target : source)
    fingerprint.add(isTurned ? source : target)
    fingerprint.add(attributes.plain("label") ?? "")
    if !edgesSeen.insert(fingerprint.value).inserted {
      note(.parallelEdges, "\(source) → \(target)")
    }
  }
}

extension GraphMLError.Location {
  fileprivate func isBefore(_ other: Self) -> Bool { (line, column) < (other.line, other.column) }
}

/// 64 bits of texts: FNV-1a, the same in every run.
private struct Fingerprint {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // No UTF-8 has this byte.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

extension [ByteText: GraphMLError.Location] {
  /// Drops what is in a set, at the cost of the smaller of the two.
  fileprivate mutating func forget(_ ids: Set<ByteText>) {
    if count <= ids.count {
      for id in Array(keys) where ids.contains(id) { self[id] = nil }
    } else {
      for id in ids { self[id] = nil }
    }
  }
}
