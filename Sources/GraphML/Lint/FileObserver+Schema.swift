// What the schema of GraphML 1.1 demands of elements and their attributes.

extension FileObserver {
  /// Notes an element that the schema does not allow where it stands.
  mutating func checkPlace(of tag: Tag?, _ name: XMLName) {
    guard let parent = elements.last?.tag else { return }
    let isOther = name.namespace != rootNamespace
    guard !isOther, let tag, let (stage, isOnce) = Self.stage(of: tag, in: parent) else {
      return note(.misplacedElement, name.qualified)
    }
    let last = elements[elements.count - 1].stage
    let fits = tag == .locator ? last <= 0 : isOnce ? stage > last : stage >= last
    if !fits { note(.misplacedElement, name.qualified) }
    elements[elements.count - 1].stage = max(stage, last)
  }

  /// The place of a child in the order that the schema demands, and whether there may be only one; nil if there may be none.
  private static func stage(of child: Tag, in parent: Tag) -> (stage: Int, isOnce: Bool)? {
    switch (parent, child) {
    case (.data, _), (.defaultValue, _), (.desc, _), (.locator, _): nil
    case (_, .desc): (0, true)
    case (.graphml, .key), (.key, .defaultValue): (1, parent == .key)
    case (.graphml, .graph), (.graphml, .data): (2, false)
    case (.graph, .data), (.graph, .node), (.graph, .edge), (.graph, .hyperedge): (1, false)
    case (.node, .data), (.node, .port), (.port, .data), (.port, .port): (1, false)
    case (.edge, .data), (.hyperedge, .data), (.hyperedge, .endpoint): (1, false)
    case (.node, .graph), (.edge, .graph), (.hyperedge, .graph): (2, true)
    case (.graph, .locator), (.node, .locator): (9, true)
    default: nil
    }
  }

  private enum Content {
    case token, truth, count, long, text
    case word([String])

    func holds(_ value: String) -> Bool {
      let value = value.trimmingXMLBlanks
      switch self {
      case .token: return value.isNameToken
      case .truth: return ["true", "false", "1", "0"].contains(value)
      case .count:
        let digits = value.utf8.drop { $0 == UInt8(ascii: "+") }
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
      case .long: return Int64(value) != nil
      case .text: return true
      case .word(let words): return words.contains(value)
      }
    }
  }

  /// The attributes of an element that are in no namespace, and those of them that it must have.
  private static func attributes(of tag: Tag) -> (all: [String: Content], required: [String]) {
    let ids: Content = .word(["canonical", "free"])
    switch tag {
    case .graphml, .desc, .defaultValue, .locator: return ([:], [])
    case .key:
      return (
        [
          "id": .token, "dynamic": .truth, "attr.name": .token,
          "for": .word(GraphMLDocument.Domain.allCases.map(\.rawValue)),
          "attr.type": .word(["boolean", "int", "long", "float", "double", "string"]),
        ], ["id"]
      )
    case .graph:
      return (
        [
          "id": .token, "edgedefault": .word(["directed", "undirected"]), "parse.nodeids": ids,
          "parse.edgeids": ids, "parse.order": .word(["free", "nodesfirst", "adjacencylist"]),
          "parse.nodes": .count, "parse.edges": .count, "parse.maxindegree": .count,
          "parse.maxoutdegree": .count,
        ], ["edgedefault"]
      )
    case .node:
      return (["id": .token, "parse.indegree": .count, "parse.outdegree": .count], ["id"])
    case .port: return (["name": .token], ["name"])
    case .edge:
      return (
        [
          "id": .token, "source": .token, "target": .token, "directed": .truth,
          "sourceport": .token, "targetport": .token,
        ], ["source", "target"]
      )
    case .hyperedge: return (["id": .token], [])
    case .endpoint:
      return (
        ["id": .token, "node": .token, "port": .token, "type": .word(["in", "out", "undir"])],
        ["node"]
      )
    case .data: return (["key": .token, "id": .token, "time": .long], ["key"])
    }
  }

  private static let allowed = Dictionary(
    uniqueKeysWithValues: Tag.allCases.map { ($0, attributes(of: $0)) })
  private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
  private static let link = "http://www.w3.org/1999/xlink"

  /// Notes attributes that the schema does not allow, and those that it misses.
  mutating func checkAttributes(_ tag: Tag, _ attributes: [XMLAttribute]) {
    guard let (all, required) = Self.allowed[tag] else { return }
    for attribute in attributes {
      if attribute.name.namespace == Self.schemaInstance { continue }
      if tag == .locator, attribute.name.namespace == Self.link,
        ["href", "type"].contains(attribute.name.local)
      {
        continue
      }
      let isPlain = attribute.name.namespace.isEmpty && attribute.name.prefix.isEmpty
      guard isPlain, let content = all[attribute.name.local] else {
        note(.unknownAttribute, "\(tag.rawValue)/@\(attribute.name.qualified)")
        continue
      }
      if content.holds(attribute.value) { continue }
      if case .token = content {
        note(.notNameToken, attribute.value)
      } else {
        note(.wrongAttribute, "\(tag.rawValue)/@\(attribute.name.local)=\(attribute.value)")
      }
    }
    for name in required where attributes.plain(name) == nil {
      note(.missingAttribute, "\(tag.rawValue)/@\(name)")
    }
    if tag == .locator, !attributes.contains(where: { $0.name.local == "href" }) {
      note(.missingAttribute, "locator/@xlink:href")
    }
  }
}
