// Start and end of graphs, nodes, edges and what belongs to them.

extension DocumentBuilder {
  mutating func open(_ tag: Tag, _ attributes: [XMLAttribute]) {
    switch tag {
    case .graph: openGraph(attributes)
    case .node: openNode(attributes)
    case .port: openPort(attributes)
    case .edge: openEdge(attributes)
    case .hyperedge: openHyperedge(attributes)
    case .endpoint: openEndpoint(attributes)
    case .key: openKey(attributes)
    case .data: openData(attributes)
    case .desc, .defaultValue: push(tag, "")
    case .locator: openLocator(attributes)
    case .graphml: break
    }
    collectsText = tag == .data || tag == .desc || tag == .defaultValue
  }

  mutating func close() {
    guard let frame = frames.last else { return }
    switch frame.tag {
    case .graph: if !frame.joinsOuter { closeGraph() }
    case .node: closeNode()
    case .port: closePort()
    case .edge: closeEdge()
    case .hyperedge: closeHyperedge()
    case .endpoint:
      if let endpoint = endpoints.popLast(), isIncomplete.popLast() == false {
        hyperedges[hyperedges.count - 1].endpoints.append(endpoint)
      }
    case .key: closeKey()
    case .data: closeData()
    case .defaultValue:
      let content = takeContent()
      key?.defaultText = content
    case .desc: closeDesc()
    case .locator, .graphml: break
    }
    frames.removeLast()
    collectsText = false
  }

  mutating func push(_ tag: Tag, _ label: String) { frames.append(Frame(tag: tag, label: label)) }
}

// MARK: - Graphs

extension DocumentBuilder {
  private mutating func openGraph(_ attributes: [XMLAttribute]) {
    var graph = GraphMLDocument.Graph(isDirected: options.defaultIsDirected)
    var edgeDefault: String?
    for attribute in attributes {
      switch attribute.plainName {
      case "id": graph.id = attribute.value
      case "edgedefault": edgeDefault = attribute.value
      default: graph.foreign.append(Self.foreign(attribute))
      }
    }
    push(.graph, graph.id ?? "")
    switch edgeDefault {
    case "directed": graph.isDirected = true
    case "undirected": graph.isDirected = false
    default:
      let lowercased = edgeDefault?.trimmingXMLBlanks.lowercased()
      if let directed = ["directed": true, "undirected": false][lowercased ?? ""] {
        graph.isDirected = directed
      }
      warn(.oddEdgeDefault, edgeDefault ?? "")
    }
    if options.isStrict, !strict.note(graph: graph.id, inside: graphSerials.last) {
      warn(.duplicateGraphID, graph.id ?? "")
    }
    if graphs.isEmpty { names = NodeNames() }
    graphSerials.append(graphCount)
    graphCount += 1
    graphs.append(graph)
  }

  /// A graph directly inside a graph has no place in the format; what is in it joins the outer graph.
  mutating func joinGraph() {
    warn(.misplacedElement, "graph")
    frames.append(Frame(tag: .graph, label: "", joinsOuter: true))
  }

  private mutating func closeGraph() {
    if graphs.count == 1 { addUndeclaredNodes() }
    graphSerials.removeLast()
    guard let graph = graphs.popLast() else { return }
    switch frames.dropLast().last?.tag {
    case .node: nodes[nodes.count - 1].graphs.append(graph)
    case .edge: edges[edges.count - 1].graphs.append(graph)
    case .hyperedge: hyperedges[hyperedges.count - 1].graphs.append(graph)
    default: document.graphs.append(graph)
    }
  }

  /// Makes the nodes that edges mention and the file lacks, at the end of the top-level graph.
  private mutating func addUndeclaredNodes() {
    for (id, mention) in names.undeclared {
      graphs[0].nodes.append(GraphMLDocument.Node(id: id))
      let place = GraphMLError.Location(
        file: file, line: Int(mention.line), column: Int(mention.column))
      problems.add(.unknownNode, id, at: place, path: mention.path)
    }
    for problem in strict.problemsOfEnds(names) {
      problems.add(
        problem.code, problem.subject, at: problem.place.location, path: problem.place.path)
    }
  }

  private mutating func check(_ node: String, port: String?) {
    if !options.isStrict { return }
    let (location, frames) = (location, frames)
    let graph = frames.lastIndex { $0.tag == .graph } ?? 0
    strict.note(
      end: node, port: port, in: graphSerials[graphSerials.count - 1], at: location,
      path: Self.path(of: frames, depth: graph + 1))
  }

  private mutating func openLocator(_ attributes: [XMLAttribute]) {
    let address = attributes.first { $0.name.local == "href" }?.value
    switch frames.last?.tag {
    case .graph: graphs[graphs.count - 1].locator = address
    case .node: nodes[nodes.count - 1].locator = address
    default: break
    }
    push(.locator, "")
  }
}

// MARK: - Nodes and ports

extension DocumentBuilder {
  private mutating func openNode(_ attributes: [XMLAttribute]) {
    nodeCount += 1
    var node = GraphMLDocument.Node(id: "")
    var id: String?
    for attribute in attributes {
      if attribute.plainName == "id" {
        id = attribute.value
      } else {
        node.foreign.append(Self.foreign(attribute))
      }
    }
    push(.node, id ?? "")
    if id == nil { warn(.nodeWithoutID) }
    node.id = id ?? "?\(nodeCount)"
    let place = NodeNames.Place(
      graph: graphSerials[graphSerials.count - 1], index: graphs[graphs.count - 1].nodes.count)
    let earlier = names.declare(node.id, at: place)
    if names.isFull { refuse("ids") }
    if earlier != nil { warn(.duplicateNodeID, node.id) }
    mergeTargets.append(earlier?.graph == place.graph ? earlier?.index : nil)
    nodes.append(node)
  }

  private mutating func closeNode() {
    guard let node = nodes.popLast(), let target = mergeTargets.popLast() else { return }
    let graph = graphs.count - 1
    guard let target, graphs[graph].nodes.indices.contains(target) else {
      graphs[graph].nodes.append(node)
      return
    }
    for entry in node.values { graphs[graph].nodes[target].values.append(entry) }
    graphs[graph].nodes[target].desc = graphs[graph].nodes[target].desc ?? node.desc
    graphs[graph].nodes[target].locator = graphs[graph].nodes[target].locator ?? node.locator
    graphs[graph].nodes[target].ports += node.ports
    graphs[graph].nodes[target].graphs += node.graphs
    graphs[graph].nodes[target].foreign += node.foreign
  }

  private mutating func openPort(_ attributes: [XMLAttribute]) {
    var port = GraphMLDocument.Port("")
    var name: String?
    for attribute in attributes {
      if attribute.plainName == "name" {
        name = attribute.value
      } else {
        port.foreign.append(Self.foreign(attribute))
      }
    }
    port.name = name ?? ""
    push(.port, port.name)
    if name == nil { warn(.portWithoutName) }
    if options.isStrict, name != nil,
      !strict.note(port: port.name, of: nodes[nodes.count - 1].id)
    {
      warn(.duplicatePort, port.name)
    }
    ports.append(port)
  }

  private mutating func closePort() {
    guard let port = ports.popLast() else { return }
    if frames.dropLast().last?.tag == .port {
      ports[ports.count - 1].ports.append(port)
    } else {
      nodes[nodes.count - 1].ports.append(port)
    }
  }
}

// MARK: - Edges and hyperedges

extension DocumentBuilder {
  private mutating func openEdge(_ attributes: [XMLAttribute]) {
    edgeCount += 1
    var edge = GraphMLDocument.Edge(from: "", to: "")
    var (source, target): (String?, String?)
    var direction: String?
    for attribute in attributes {
      switch attribute.plainName {
      case "id": edge.id = attribute.value
      case "source": source = attribute.value
      case "target": target = attribute.value
      case "directed": direction = attribute.value
      case "sourceport": edge.sourcePort = attribute.value
      case "targetport": edge.targetPort = attribute.value
      default: edge.foreign.append(Self.foreign(attribute))
      }
    }
    push(.edge, edge.id ?? "")
    if let direction { edge.isDirected = readDirection(direction) }
    if let id = edge.id, !names.declareEdge(id) { warn(.duplicateEdgeID, id) }
    if let source, let target {
      edge.source = source
      edge.target = target
      mention(source)
      mention(target)
      check(source, port: edge.sourcePort)
      check(target, port: edge.targetPort)
    } else {
      warn(.missingEnd, source == nil ? "source" : "target")
    }
    isIncomplete.append(source == nil || target == nil)
    edges.append(edge)
  }

  private mutating func readDirection(_ text: String) -> Bool? {
    switch text.trimmingXMLBlanks.lowercased() {
    case "true", "1": return true
    case "false", "0": return false
    default:
      warn(.oddDirection, text)
      return nil
    }
  }

  private mutating func closeEdge() {
    guard let edge = edges.popLast(), isIncomplete.popLast() == false else { return }
    graphs[graphs.count - 1].edges.append(edge)
  }

  private mutating func openHyperedge(_ attributes: [XMLAttribute]) {
    var hyperedge = GraphMLDocument.Hyperedge(endpoints: [])
    for attribute in attributes {
      if attribute.plainName == "id" {
        hyperedge.id = attribute.value
      } else {
        hyperedge.foreign.append(Self.foreign(attribute))
      }
    }
    push(.hyperedge, hyperedge.id ?? "")
    hyperedges.append(hyperedge)
  }

  private mutating func closeHyperedge() {
    guard let hyperedge = hyperedges.popLast() else { return }
    graphs[graphs.count - 1].hyperedges.append(hyperedge)
  }

  private mutating func openEndpoint(_ attributes: [XMLAttribute]) {
    var endpoint = GraphMLDocument.Endpoint("")
    push(.endpoint, "")
    for attribute in attributes {
      switch attribute.plainName {
      case "id": endpoint.id = attribute.value
      case "node": endpoint.node = attribute.value
      case "port": endpoint.port = attribute.value
      case "type":
        if let direction = GraphMLDocument.Endpoint.Direction(rawValue: attribute.value) {
          endpoint.direction = direction
        } else {
          warn(.oddDirection, attribute.value)
        }
      default: endpoint.foreign.append(Self.foreign(attribute))
      }
    }
    let isStated = attributes.contains { $0.plainName == "node" }
    if isStated {
      mention(endpoint.node)
      check(endpoint.node, port: endpoint.port)
    } else {
      warn(.missingEnd, "node")
    }
    isIncomplete.append(!isStated)
    endpoints.append(endpoint)
  }

  private mutating func mention(_ id: String) {
    guard let (number, isFirst) = names.mention(id) else { return }
    if isFirst {
      let path = names.keepsPaths ? path : ""
      names.note(number, line: position.line, column: position.column, path: path)
    }
    if names.isFull { refuse("ids") }
  }
}

extension XMLAttribute {
  /// The name, if it is in no namespace, as all attributes of GraphML are.
  var plainName: String? { name.namespace.isEmpty ? name.local : nil }
}
