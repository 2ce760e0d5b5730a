import Liantu

extension Measure {
  /// Pieces, circles, layers: what a graph is made of.
  static let structure: [Measure] = [
    Measure(
      key: "degree", name: Bilingual("度", "degree"),
      summary: Bilingual("每个点有几条入边、出边", "edges into and out of each node"),
      isUsual: true, compute: degrees),
    Measure(
      key: "weak", name: Bilingual("弱连通分量", "weak components"),
      summary: Bilingual("不看方向，图分成几块", "pieces when directions do not count"),
      isUsual: true, compute: weakComponents),
    Measure(
      key: "strong", name: Bilingual("强连通分量", "strong components"),
      summary: Bilingual("彼此可达的点为一组；多于一点即有回路", "nodes that reach one another: circles"),
      isUsual: true, compute: strongComponents),
    Measure(
      key: "cut-points", name: Bilingual("割点与桥", "cut points and bridges"),
      summary: Bilingual("去掉哪个点或边，图会断开", "nodes and edges without which a piece falls apart"),
      isUsual: true, compute: cutPoints),
    Measure(
      key: "core", name: Bilingual("核数", "core numbers"),
      summary: Bilingual("在多密的部分之内", "how dense the densest part is that holds a node"),
      options: [.merge], isUsual: true, compute: cores),
    Measure(
      key: "layers", name: Bilingual("层", "layers"),
      summary: Bilingual("从起点数第几层，回路算一层", "steps from the beginning, a circle being one"),
      isUsual: true, compute: layers),
    Measure(
      key: "order", name: Bilingual("拓扑序", "topological order"),
      summary: Bilingual("边都向后的次序；有回路则列出一条", "an order in which edges lead forward, or a circle"),
      compute: order),
  ]

  private static func degrees(_ input: MeasureInput) -> MeasureResult {
    let graph = input.arcs
    let ins = (0..<graph.vertexCount).map { graph.predecessors(of: $0).count }
    let outs = (0..<graph.vertexCount).map { graph.successors(of: $0).count }
    let alone = (0..<graph.vertexCount).count { ins[$0] + outs[$0] == 0 }
    return MeasureResult(
      facts: [
        .init(
          "no_input", Bilingual("没有入边的点", "nodes without edges in"), .count(ins.count { $0 == 0 })),
        .init(
          "no_output", Bilingual("没有出边的点", "nodes without edges out"),
          .count(outs.count { $0 == 0 })),
        .init("isolated", Bilingual("孤立点", "isolated nodes"), .count(alone)),
      ],
      nodeColumns: [
        ResultColumn(key: "in_degree", name: Bilingual("入度", "edges in"), values: .integers(ins)),
        ResultColumn(
          key: "out_degree", name: Bilingual("出度", "edges out"), values: .integers(outs)),
      ])
  }

  private static func weakComponents(_ input: MeasureInput) -> MeasureResult {
    let components = input.graph.weaklyConnectedComponents()
    let largest = components.largest.map { components.members(of: $0).count } ?? 0
    let alone = (0..<components.count).count { components.members(of: $0).count == 1 }
    return MeasureResult(
      facts: [
        .init("count", Bilingual("个数", "number"), .count(components.count)),
        .init("largest", Bilingual("最大的点数", "nodes in the largest"), .count(largest)),
        .init("single", Bilingual("只有一点的", "of one node"), .count(alone)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "component", name: Bilingual("分量号", "component"),
          values: .integers((0..<input.graph.vertexCount).map(components.component)),
          isRanked: false)
      ])
  }

  private static func strongComponents(_ input: MeasureInput) -> MeasureResult {
    let components = input.arcs.stronglyConnectedComponents()
    let sizes = (0..<components.count).map { components.members(of: $0).count }
    let numbers = (0..<input.arcs.vertexCount).map(components.component)
    return MeasureResult(
      facts: [
        .init("count", Bilingual("个数", "number"), .count(components.count)),
        .init("largest", Bilingual("最大的点数", "nodes in the largest"), .count(sizes.max() ?? 0)),
        .init(
          "circles", Bilingual("多于一点的（含回路）", "of several nodes: circles"),
          .count(sizes.count { $0 > 1 })),
      ],
      nodeColumns: [
        ResultColumn(
          key: "strong_component", name: Bilingual("强分量号", "strong component"),
          values: .integers(numbers), isRanked: false),
        ResultColumn(
          key: "circle_size", name: Bilingual("所在强分量点数", "size of its component"),
          values: .integers(numbers.map { sizes[$0] }), isRanked: false),
      ])
  }

  private static func cutPoints(_ input: MeasureInput) -> MeasureResult {
    let cuts = input.graph.cutPoints()
    return MeasureResult(
      facts: [
        .init("cut_points", Bilingual("割点", "cut points"), .count(cuts.articulationPoints.count)),
        .init("bridges", Bilingual("桥", "bridges"), .count(cuts.bridges.count)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "cut_parts", name: Bilingual("去掉后断成几块", "parts without it"),
          values: .integers(
            (0..<input.graph.vertexCount).map {
              cuts.isArticulationPoint($0) ? cuts.parts(without: $0) : 0
            }))
      ],
      edgeColumns: [
        ResultColumn(
          key: "bridge", name: Bilingual("是否桥", "bridge"),
          values: .flags((0..<input.graph.edgeCount).map(cuts.isBridge)), isRanked: false)
      ])
  }

  private static func cores(_ input: MeasureInput) -> MeasureResult {
    let cores = input.graph.coreNumbers(input.parallelEdges)
    return MeasureResult(
      facts: [
        .init("maximum", Bilingual("最大核数", "greatest"), .count(cores.maximum)),
        .init(
          "in_maximum", Bilingual("最大核的点数", "nodes in that core"),
          .count(cores.maximum > 0 ? cores.members(ofCore: cores.maximum).count : 0)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "core", name: Bilingual("核数", "core"),
          values: .integers((0..<input.graph.vertexCount).map(cores.core)))
      ])
  }

  private static func layers(_ input: MeasureInput) -> MeasureResult {
    let layers = input.arcs.condensation().layers()
    let widest = (0..<layers.count).map { layers.members(of: $0).count }.max() ?? 0
    return MeasureResult(
      facts: [
        .init("count", Bilingual("层数", "number"), .count(layers.count)),
        .init("widest", Bilingual("最宽一层的点数", "nodes in the widest"), .count(widest)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "layer", name: Bilingual("层（从 0 数起）", "layer, from 0"),
          values: .integers((0..<input.arcs.vertexCount).map(layers.layer)), isRanked: false)
      ])
  }

  private static func order(_ input: MeasureInput) -> MeasureResult {
    do throws(CycleError) {
      let order = try input.arcs.topologicalOrder()
      var positions = [Int](repeating: 0, count: order.count)
      for (position, vertex) in order.enumerated() { positions[vertex] = position }
      return MeasureResult(
        facts: [.init("cycle", Bilingual("回路", "circle"), .vertices([]))],
        nodeColumns: [
          ResultColumn(
            key: "position", name: Bilingual("次序（从 0 数起）", "position, from 0"),
            values: .integers(positions), isRanked: false)
        ])
    } catch {
      return MeasureResult(facts: [
        .init("cycle", Bilingual("回路", "circle"), .vertices(error.cycle))
      ])
    }
  }
}
