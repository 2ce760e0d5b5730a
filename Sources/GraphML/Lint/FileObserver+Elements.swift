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

  mutating func closeGraph() {
    guard let graph = graphs.popLast() else { return }
    guard !graphs.isEmpty else {
      for (id, place) in graph.missing.sorted(by: { $0.value.isBefore($1.value) }) {
        note(.undeclaredNode, id.text, at: place)
      }
      return
    }
    let outer = graphs.count - 1
    // The fewer go to the more, so that deep nesting costs no square.
    var (nodes, added) = (graphs[outer].nodes, graph.nodes)
    graphs[outer].nodes = []
    if nodes.count < added.count { swap(&nodes, &added) }
    for id in added where !nodes.insert(id).inserted { note(.repeatedNodeID, id.text) }
    graphs[outer].nodes = nodes
    for (id, place) in graph.missing.sorted(by: { $0.value.isBefore($1.value) }) {
      note(.edgeLeavesGraph, id.text, at: place)
      if !graphs[outer].nodes.contains(id) { graphs[outer].missing[id] = place }
    }
    for id in graphs[outer].missing.keys where graphs[outer].nodes.contains(id) {
      graphs[outer].missing[id] = nil
    }
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
    if !graphs[graph].missing.isEmpty, let place = graphs[graph].missing.removeValue(forKey: key) {
      note(.edgeBeforeNode, id, at: place)
    }
  }

  mutating func openEdge(_ attributes: [XMLAttribute]) {
    let id = attributes.plain("id")
    if let id, !edgeIDs.insert(ByteText(id)).inserted { note(.repeatedEdgeID, id) }
    guard let graph = graphs.last else { return }
    let stated = attributes.plain("directed")?.trimmingXMLBlanks
    var isDirected = graph.isDirected
    switch stated {
    case "true", "false":
      isDirected = stated == "true"
      if isDirected != graph.isDirected { note(.mixedDirections, id ?? "") }
    case "1", "0":
      isDirected = stated == "1"
      if isDirected != graph.isDirected { note(.directionInDigits, id ?? "") }
    default: break
    }
    if !isDirected { note(.undirectedEdge, id ?? "") }
    guard let source = attributes.plain("source"), let target = attributes.plain("target") else {
      return note(.edgeWithoutEnd, id ?? "")
    }
    for end in [source, target] {
      let key = ByteText(end)
      if !graph.nodes.contains(key), graph.missing[key] == nil {
        graphs[graphs.count - 1].missing[key] = location
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
