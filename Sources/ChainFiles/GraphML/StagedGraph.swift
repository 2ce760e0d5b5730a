import Chains
import GraphML

/// The graph of a chain with its stages as groups, and every node in a column by its place and a band by its stage, so that
/// no group overlaps another.
struct StagedGraph {
  private(set) var document: GraphMLDocument
  /// By node id, the stage that it belongs to.
  private var stageOf: [String: Stage.ID] = [:]
  private let stages: [Stage]
  private var columns = Columns()
  /// The stages that have become groups; a circle of stages above one another would have no end.
  private var grouped: Set<Stage.ID> = []
  /// The lower end of what has been placed, downwards.
  private var bottom = 0.0

  private static let height = 30.0
  private static let (gap, margin, header) = (14.0, 15.0, 24.0)

  init(_ document: GraphMLDocument, stages: [Stage]) {
    self.document = document
    self.stages = stages
    guard let graph = document.graphs.first else { return }
    stageOf = Self.stages(of: graph, known: stages)
    columns = Columns(graph.nodes)
    for (name, role) in [
      ("x", GraphMLDocument.Role.x), ("y", .y), ("width", .width), ("height", .height),
    ] {
      self.document.declare(name, for: .node, as: .double, role: role)
    }
    self.document.declare(GraphNames.row, for: .node, as: .int)
    self.document.declare("label", for: .edge, as: .string, role: .label)
    group()
    labelEdges()
  }

  /// The stage of each product, and of each enterprise that of the first product that it makes.
  private static func stages(
    of graph: GraphMLDocument.Graph, known: [Stage]
  ) -> [String: Stage.ID] {
    var found: [String: Stage.ID] = [:]
    for node in graph.nodes {
      guard let text = node.values[GraphNames.attribute(.stage)]?.string else { continue }
      let stage = known.first { $0.id.text == text } ?? known.first { $0.name == text }
      found[node.id] = stage?.id ?? Stage.ID(text)
    }
    for edge in graph.edges
    where edge.values[GraphNames.table]?.string == Table.capacities.rawValue {
      if found[edge.source] == nil, let stage = found[edge.target] { found[edge.source] = stage }
    }
    return found
  }

  private mutating func group() {
    let nodes = document.graphs[0].nodes
    var rows: [String: Int32] = [:]
    var members: [Stage.ID?: [GraphMLDocument.Node]] = [:]
    for var node in nodes {
      let table = node.values[GraphNames.table]?.string ?? ""
      node.values[GraphNames.row] = .int(rows[table, default: 0])
      rows[table, default: 0] += 1
      members[stageOf[node.id], default: []].append(node)
    }
    let listed = Set(stages.map(\.id))
    let implied = members.keys.compactMap { $0 }.filter { !listed.contains($0) }
      .sorted { $0.text < $1.text }
    let tops = stages.filter { $0.parent.map { !listed.contains($0) } ?? true }.map(\.id)
    var groups: [GraphMLDocument.Node] = []
    for stage in tops + implied {
      if let node = group(stage, &members) { groups.append(node) }
    }
    // Stages that are above one another in a circle, and what has no stage.
    for stage in stages.map(\.id) where members[stage] != nil {
      if let node = group(stage, &members) { groups.append(node) }
    }
    document.graphs[0].nodes = groups + place(members[nil] ?? [])
  }

  /// A group with the nodes of a stage and the groups of the stages below it; nil if there is nothing in it.
  private mutating func group(
    _ id: Stage.ID, _ members: inout [Stage.ID?: [GraphMLDocument.Node]]
  ) -> GraphMLDocument.Node? {
    if !grouped.insert(id).inserted { return nil }
    let start = bottom
    bottom += Self.margin + Self.header
    var nodes = place(members.removeValue(forKey: id) ?? [])
    for stage in stages where stage.parent == id {
      if let inner = group(stage.id, &members) { nodes.append(inner) }
    }
    if nodes.isEmpty {
      bottom = start
      return nil
    }
    bottom += Self.margin + Self.gap
    let name = stages.first { $0.id == id }?.name ?? ""
    var group = GraphMLDocument.Node(
      id: "stage:\(id.text)",
      values: ["kind": "stage", "name": .string(name.isEmpty ? id.text : name)])
    group.graphs = [.init(isDirected: true, nodes: nodes)]
    return group
  }

  /// Stacks nodes in their columns, those that were higher above.
  private mutating func place(_ nodes: [GraphMLDocument.Node]) -> [GraphMLDocument.Node] {
    var filled: [Int: Int] = [:]
    var nodes = nodes
    let order = nodes.indices.sorted { first, second in
      let heights = [first, second].map { -(nodes[$0].values["y"]?.number ?? 0) }
      return (heights[0], first) < (heights[1], second)
    }
    for place in order {
      let column = columns.column(of: nodes[place])
      let rank = filled[column, default: 0]
      filled[column] = rank + 1
      let middle = bottom + Double(rank) * (Self.height + Self.gap) + Self.height / 2
      nodes[place].values["x"] = .double(columns.middles[column])
      nodes[place].values["y"] = .double(0 - middle)
      nodes[place].values["width"] = .double(Columns.width(of: nodes[place]))
      nodes[place].values["height"] = .double(Self.height)
    }
    bottom += Double(filled.values.max() ?? 0) * (Self.height + Self.gap)
    return nodes
  }

  /// Ties name their product; what the other edges are is seen from what they join.
  private mutating func labelEdges() {
    let names = Dictionary(
      document.graphs[0].withNested.flatMap(\.nodes).compactMap { node in
        node.values[GraphNames.record]?.string.map {
          (node.id, node.values["name"]?.string ?? $0)
        }
      }, uniquingKeysWith: { first, _ in first })
    for place in document.graphs[0].edges.indices {
      let product = document.graphs[0].edges[place].values[GraphNames.attribute(.product)]?.string
      let isTie =
        document.graphs[0].edges[place].values[GraphNames.table]?.string == Table.ties.rawValue
      let name = product.map { names[GraphNames.node(.products, $0)] ?? $0 }
      document.graphs[0].edges[place].values["label"] = .string(isTie ? name ?? "" : "")
    }
  }
}

/// The columns of a drawing, from left to right: one for each place across, wide enough for its widest node.
private struct Columns {
  private var numbers: [Double: Int] = [:]
  /// The middle of each column.
  private(set) var middles: [Double] = []

  private static let gap = 60.0

  init() {}

  init(_ nodes: [GraphMLDocument.Node]) {
    for place in Set(nodes.map(Self.place)).sorted() { numbers[place] = numbers.count }
    var widths = [Double](repeating: 0, count: numbers.count)
    for node in nodes {
      let column = column(of: node)
      widths[column] = max(widths[column], Self.width(of: node))
    }
    var left = 0.0
    for width in widths {
      middles.append(left + width / 2)
      left += width + Self.gap
    }
  }

  func column(of node: GraphMLDocument.Node) -> Int { numbers[Self.place(node)] ?? 0 }

  /// The place across; without one, enterprises stand left of products.
  private static func place(_ node: GraphMLDocument.Node) -> Double {
    let isProduct = node.values[GraphNames.table]?.string == Table.products.rawValue
    return node.values["x"]?.number ?? (isProduct ? 1 : 0)
  }

  /// A Chinese character is as wide as it is high, two Latin ones take as much.
  static func width(of node: GraphMLDocument.Node) -> Double {
    let name = node.values["name"]?.string ?? node.id
    return max(60, name.unicodeScalars.reduce(16.0) { $0 + ($1.value < 0x2E80 ? 7 : 13) })
  }
}
