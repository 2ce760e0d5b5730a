/// Where yEd draws a node: its upper left corner, to the right and downwards, and its size.
struct YEdBox {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// The room between a group's border and what is in it, and that for its label.
  private static let (margin, header) = (15.0, 24.0)

  /// The box of every node by id. Places are the middles of nodes, upwards; nodes without one stand in a square, row by row;
  /// a group is drawn around what is in it.
  static func boxes(
    of document: GraphMLDocument, _ columns: DialectColumns
  ) -> [String: YEdBox] {
    var count = 0
    document.forEachGraph { count += $0.nodes.count }
    var layout = Layout(
      columns: columns, rowLength: max(Int(Double(count).squareRoot().rounded(.up)), 1))
    for graph in document.graphs { _ = layout.place(graph) }
    return layout.boxes
  }

  /// The smallest box around both.
  fileprivate func union(_ other: YEdBox) -> YEdBox {
    let (left, top) = (min(x, other.x), min(y, other.y))
    let right = max(x + width, other.x + other.width)
    let bottom = max(y + height, other.y + other.height)
    return YEdBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  private struct Layout {
    let columns: DialectColumns
    let rowLength: Int
    var boxes: [String: YEdBox] = [:]
    var nextPlace = 0

    /// Places the nodes of a graph, and gives the box around all of them.
    mutating func place(_ graph: GraphMLDocument.Graph) -> YEdBox? {
      var whole: YEdBox?
      for node in graph.nodes {
        let inner = node.graphs.compactMap { place($0) }
        var box = box(of: node)
        if let first = inner.first {
          let content = inner.dropFirst().reduce(first) { $0.union($1) }
          box = YEdBox(
            x: content.x - margin, y: content.y - margin - header,
            width: content.width + 2 * margin, height: content.height + 2 * margin + header)
        }
        boxes[node.id] = box
        whole = whole?.union(box) ?? box
      }
      return whole
    }

    private mutating func box(of node: GraphMLDocument.Node) -> YEdBox {
      let number = { [columns] (role: GraphMLDocument.Role) in
        columns.value(of: role, in: node.values, .node)?.number.flatMap { $0.isFinite ? $0 : nil }
      }
      let positive = { (role: GraphMLDocument.Role) in number(role).flatMap { $0 > 0 ? $0 : nil } }
      let label = columns.value(of: .label, in: node.values, .node)?.string ?? node.id
      // A Chinese character is as wide as it is high, two Latin ones take as much.
      let length = label.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 7 : 13) }
      let width = positive(.width) ?? positive(.size) ?? max(30, length + 16)
      let height = positive(.height) ?? positive(.size) ?? 30
      if let x = number(.x), let y = number(.y) {
        return YEdBox(x: x - width / 2, y: -y - height / 2, width: width, height: height)
      }
      defer { nextPlace += 1 }
      return YEdBox(
        x: Double(nextPlace % rowLength) * 160, y: Double(nextPlace / rowLength) * 80,
        width: width, height: height)
    }
  }
}
