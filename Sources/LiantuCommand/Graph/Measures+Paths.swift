import Liantu

extension Measure {
  /// Ways from some nodes to others.
  static let paths: [Measure] = [
    Measure(
      key: "distance", name: Bilingual("最短距离", "distance"),
      summary: Bilingual("到每个点的最短距离，权为长度", "shortest way to each node; weights are lengths"),
      options: [.from, .weight], compute: distances),
    Measure(
      key: "paths", name: Bilingual("最短路", "shortest paths"),
      summary: Bilingual("从一点到一点最短的几条路", "the shortest few from one node to one"),
      options: [.from, .to, .weight, .count], compute: shortestPaths),
    Measure(
      key: "longest", name: Bilingual("最长路", "longest path"),
      summary: Bilingual("回路缩成一点后最长的路（关键路径）", "the critical path, each circle being one point"),
      options: [.weight], compute: longestPath),
    Measure(
      key: "dominators", name: Bilingual("支配点", "dominators"),
      summary: Bilingual("到一点的路都要经过谁", "what every way from the beginning passes"),
      options: [.from], compute: dominators),
    Measure(
      key: "post-dominators", name: Bilingual("后支配点", "post-dominators"),
      summary: Bilingual("一点往后的路都要经过谁", "what every way to the end passes"),
      options: [.to], compute: postDominators),
    Measure(
      key: "reach", name: Bilingual("可达点数", "reach"),
      summary: Bilingual("沿边能到几个点，含自己", "nodes that can be reached, itself included"),
      compute: reach),
    Measure(
      key: "flow", name: Bilingual("最大流", "maximum flow"),
      summary: Bilingual(
        "最多能流过多少、卡在哪些边（权为容量）", "how much can flow, and which edges limit it"),
      options: [.from, .to, .weight], compute: flow),
  ]

  private static func distances(_ input: MeasureInput) throws -> MeasureResult {
    let distances: [Double?]
    if input.weights == nil {
      let search = input.arcs.breadthFirstSearch(from: input.from, threads: input.threads)
      distances = (0..<input.arcs.vertexCount).map { search.distance(to: $0).map(Double.init) }
    } else {
      let search = try input.arcs.shortestPaths(from: input.from, weights: input.arcWeights)
      distances = (0..<input.arcs.vertexCount).map { search.distance(to: $0) }
    }
    let reached = distances.compactMap { $0 }
    return MeasureResult(
      facts: [
        .init("reached", Bilingual("可达点数", "nodes reached"), .count(reached.count)),
        .init("farthest", Bilingual("最远距离", "greatest distance"), .number(reached.max())),
      ],
      nodeColumns: [
        ResultColumn(
          key: "distance", name: Bilingual("距离", "distance"), values: .optionalNumbers(distances))
      ])
  }

  private static func shortestPaths(_ input: MeasureInput) throws -> MeasureResult {
    guard input.from.count == 1, input.to.count == 1 else {
      throw Failure(
        .usage,
        Bilingual(
          "paths 要一个起点和一个终点：请用 --from 和 --to 各指定一个",
          "paths takes one node to start from and one to end at: name each with --from and --to"))
    }
    let paths = try input.arcs.shortestPaths(
      from: input.from[0], to: input.to[0], count: input.count, weights: input.arcWeights)
    return MeasureResult(facts: [
      .init(
        "paths", Bilingual("最短的路", "shortest"),
        .paths(paths.map { MeasureResult.Path(vertices: $0.vertices, length: $0.length) }))
    ])
  }

  private static func longestPath(_ input: MeasureInput) throws -> MeasureResult {
    let paths = try input.arcs.condensation().longestPaths(weights: input.arcWeights)
    let edges = paths.edges.map(input.network.edge)
    var isOn = [Bool](repeating: false, count: input.graph.edgeCount)
    for edge in edges { isOn[edge] = true }
    return MeasureResult(
      facts: [
        .init("length", Bilingual("长度", "length"), .number(paths.length)),
        .init("edges", Bilingual("经过的边", "its edges"), .edges(edges)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "longest_to", name: Bilingual("到此的最长路", "longest way here"),
          values: .numbers((0..<input.arcs.vertexCount).map(paths.length)), isRanked: false)
      ],
      edgeColumns: [
        ResultColumn(
          key: "on_longest", name: Bilingual("在最长路上", "on the longest path"),
          values: .flags(isOn), isRanked: false)
      ])
  }

  private static func dominators(_ input: MeasureInput) -> MeasureResult {
    result(
      input.arcs.dominators(from: input.from), input.arcs.vertexCount, prefix: "",
      Bilingual("直接支配点", "immediate dominator"),
      Bilingual("去掉后断开的点数，含自己", "nodes cut off without it, itself included"))
  }

  private static func postDominators(_ input: MeasureInput) -> MeasureResult {
    result(
      input.arcs.postDominators(to: input.to), input.arcs.vertexCount, prefix: "post_",
      Bilingual("直接后支配点", "immediate post-dominator"),
      Bilingual("没有它就到不了终点的点数，含自己", "nodes that reach no end without it, itself included"))
  }

  private static func result(
    _ tree: DominatorTree, _ vertexCount: Int, prefix: String, _ name: Bilingual,
    _ counted: Bilingual
  ) -> MeasureResult {
    let vertices = 0..<vertexCount
    let counts = vertices.map { tree.count(dominatedBy: $0) }
    return MeasureResult(
      facts: [
        .init("reached", Bilingual("可达点数", "nodes reached"), .count(tree.reachedCount)),
        .init(
          "dominating", Bilingual("支配别的点的", "nodes that others depend on"),
          .count(counts.count { $0 > 1 })),
      ],
      nodeColumns: [
        ResultColumn(
          key: prefix + "dominator", name: name,
          values: .vertices(vertices.map { tree.immediateDominator(of: $0) }), isRanked: false),
        ResultColumn(key: prefix + "dominated", name: counted, values: .integers(counts)),
      ])
  }

  private static func reach(_ input: MeasureInput) -> MeasureResult {
    let counts = input.arcs.reachabilityCounts(
      threads: input.threads, check: input.ticks(of: input.arcs.vertexCount, size: 16_384))
    return MeasureResult(
      facts: [
        .init(
          "pairs", Bilingual("可达的点对，含自己", "pairs with a way, each node with itself included"),
          .count(counts.reduce(0, +)))
      ],
      nodeColumns: [
        ResultColumn(
          key: "reach", name: Bilingual("可达点数", "nodes reached"), values: .integers(counts))
      ])
  }

  private static func flow(_ input: MeasureInput) throws -> MeasureResult {
    guard Set(input.from).isDisjoint(with: input.to) else {
      throw Failure(
        .usage,
        Bilingual("起点和终点不能相同", "a node cannot be both where the flow starts and where it ends"))
    }
    let flow = try input.arcs.maximumFlow(
      from: input.from, to: input.to, capacities: input.arcWeights)
    var flows = [Double](repeating: 0, count: input.graph.edgeCount)
    for arc in 0..<input.arcs.edgeCount {
      let edge = input.network.edge(ofArc: arc)
      // Of an edge without direction what flows back counts against what flows forth.
      let isForth = input.arcs.source(of: arc) == input.graph.source(of: edge)
      flows[edge] += isForth ? flow.flow(through: arc) : -flow.flow(through: arc)
    }
    let first = edges(flow.cutEdges, input)
    let last = edges(flow.lastCutEdges, input)
    var isCut = [Bool](repeating: false, count: input.graph.edgeCount)
    for edge in first { isCut[edge] = true }
    return MeasureResult(
      facts: [
        .init("value", Bilingual("最大流量", "greatest flow"), .number(flow.value)),
        .init("cut", Bilingual("最小割（靠近起点）", "smallest cut, nearest to the start"), .edges(first)),
        .init("last_cut", Bilingual("最小割（靠近终点）", "smallest cut, nearest to the end"), .edges(last)),
      ],
      nodeColumns: [
        ResultColumn(
          key: "source_side", name: Bilingual("在割的起点一侧", "on the near side of the cut"),
          values: .flags((0..<input.arcs.vertexCount).map { flow.sourceSide.contains($0) }),
          isRanked: false)
      ],
      edgeColumns: [
        ResultColumn(key: "flow", name: Bilingual("流量", "flow"), values: .numbers(flows)),
        ResultColumn(
          key: "cut", name: Bilingual("在最小割中", "in the smallest cut"), values: .flags(isCut),
          isRanked: false),
      ])
  }

  private static func edges(_ arcs: [Int], _ input: MeasureInput) -> [Int] {
    Set(arcs.map(input.network.edge)).sorted()
  }
}
