import Liantu

extension Measure {
  /// Who depends on whom, when edges lead from an input to what is made of it.
  static let supply: [Measure] = [
    Measure(
      key: "hhi", name: Bilingual("投入集中度", "concentration of inputs"),
      summary: Bilingual(
        "各入边权重份额的平方和（HHI），0–1", "squared shares of the weights coming in (HHI), 0–1"),
      options: [.weight, .merge], compute: concentration),
    Measure(
      key: "single-points", name: Bilingual("单点失效", "single points of failure"),
      summary: Bilingual(
        "谁单独失效就使它停；--gates 列写 all 的点要全部投入",
        "whose failure alone stops a node; see --gates"),
      options: [.gates, .to], compute: singlePoints),
  ]

  private static func concentration(_ input: MeasureInput) throws -> MeasureResult {
    let shares = try input.arcs.inputConcentration(
      weights: input.arcWeights, input.parallelEdges)
    let vertices = 0..<input.arcs.vertexCount
    let indices = vertices.map { shares.index(of: $0) }
    return MeasureResult(
      facts: [
        .init(
          "with_inputs", Bilingual("有投入的点", "nodes with inputs"),
          .count(indices.count { $0 != nil })),
        .init(
          "single", Bilingual("只有一个来源的", "with a single source"),
          .count(indices.count { $0.map { $0 > 1 - 1e-9 } ?? false })),
        .init(
          "sum", Bilingual("合计", "sum"), .number(indices.compactMap { $0 }.reduce(0, +))),
      ],
      nodeColumns: [
        ResultColumn(
          key: "hhi", name: Bilingual("HHI（0–1）", "HHI, 0–1"), values: .optionalNumbers(indices)),
        ResultColumn(
          key: "effective_inputs", name: Bilingual("相当于几个等量来源", "as few as equal sources"),
          values: .optionalNumbers(vertices.map { shares.effectiveCount(of: $0) }),
          isRanked: false),
      ])
  }

  /// Vertices without predecessors are the leaves; every other needs all of its predecessors or any one.
  ///
  /// Parallel edges and self-loops change nothing: a node is a source once, and needs itself anyway.
  private static func singlePoints(_ input: MeasureInput) throws -> MeasureResult {
    let graph = input.arcs
    var builder = AndOrGraph.Builder()
    builder.reserve(vertices: graph.vertexCount, links: graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      let inputs = graph.predecessors(of: vertex)
      if inputs.allSatisfy({ $0 == vertex }) {
        _ = builder.addLeaf()
      } else if input.needsAll?[vertex] ?? false {
        _ = builder.addAll(inputs.lazy.filter { $0 != vertex })
      } else {
        _ = builder.addAny(inputs.lazy.filter { $0 != vertex })
      }
    }
    let andOr = try builder.graph()
    let points = andOr.singlePointsOfFailure(input.semantics)
    let counts = (0..<graph.vertexCount).map { vertex in
      andOr.kind(of: vertex) == .leaf ? nil : points.count(of: vertex)
    }
    return MeasureResult(
      facts: [
        .init("leaves", Bilingual("源头", "beginnings, without inputs"), .count(andOr.leaves.count)),
        .init(
          "exposed", Bilingual("有单点失效的点", "nodes that one failure stops"),
          .count(counts.count { ($0 ?? 0) > 0 })),
      ] + pairs(andOr, input),
      nodeColumns: [
        ResultColumn(
          key: "single_points", name: Bilingual("几个源头单独使它停", "beginnings that alone stop it"),
          values: .optionalIntegers(counts), isRanked: false),
        ResultColumn(
          key: "stops", name: Bilingual("单独失效时停掉几个点", "nodes that stop when it fails"),
          // A leaf stops itself too, which nobody asks about.
          values: .optionalIntegers(points.stoppedCounts().map { count in count.map { $0 - 1 } })),
      ])
  }

  /// With one `--to`, what stops it, alone and in pairs.
  private static func pairs(
    _ andOr: AndOrGraph, _ input: MeasureInput
  ) -> [MeasureResult.Fact] {
    guard input.isToGiven, input.to.count == 1, let top = input.to.first,
      let alone = andOr.singlePointsOfFailure(of: top, input.semantics)
    else { return [] }
    let pairs = andOr.pairsOfFailure(of: top, among: andOr.leaves, input.semantics) ?? []
    return [
      .init("alone", Bilingual("单独使它停的", "each alone stops it"), .vertices(alone)),
      .init(
        "pairs", Bilingual("两个一起使它停的", "two together stop it"),
        .groups(pairs.map { [$0.first, $0.second] })),
    ]
  }
}
