import Liantu

extension Measure {
  /// Which nodes matter.
  static let importance: [Measure] = [
    Measure(
      key: "pagerank", name: Bilingual("PageRank", "PageRank"),
      summary: Bilingual(
        "随机沿边走，常到哪里；--restart 则为个性化",
        "where walks along edges are found; see --restart"),
      options: [.damping, .restart], isUsual: true, compute: pageRank),
    Measure(
      key: "cheirank", name: Bilingual("CheiRank", "CheiRank"),
      summary: Bilingual("逆着边走的 PageRank", "PageRank against the edges"),
      options: [.damping, .restart], compute: cheiRank),
    Measure(
      key: "betweenness", name: Bilingual("介数", "betweenness"),
      summary: Bilingual(
        "最短路经过多少次；--samples 抽样估计并给误差界",
        "shortest paths through it; --samples estimates, with a bound"),
      options: [.samples, .merge], compute: betweenness),
    Measure(
      key: "constraint", name: Bilingual("结构洞约束", "constraint"),
      summary: Bilingual(
        "伯特约束，不看方向；越低越居于要津", "Burt's constraint without directions; the lower, the freer"),
      options: [.weight], compute: constraint),
  ]

  private static func pageRank(_ input: MeasureInput) throws -> MeasureResult {
    let rank = try input.arcs.pageRank(damping: input.damping, restart: input.restart)
    return ranks(rank, key: "pagerank", Bilingual("PageRank", "PageRank"))
  }

  private static func cheiRank(_ input: MeasureInput) throws -> MeasureResult {
    let rank = try input.arcs.cheiRank(damping: input.damping, restart: input.restart)
    return ranks(rank, key: "cheirank", Bilingual("CheiRank", "CheiRank"))
  }

  private static func ranks(_ rank: PageRank, key: String, _ name: Bilingual) -> MeasureResult {
    MeasureResult(
      facts: [.init("rounds", Bilingual("迭代轮数", "rounds"), .count(rank.rounds))],
      nodeColumns: [ResultColumn(key: key, name: name, values: .numbers(rank.ranks))])
  }

  private static func betweenness(_ input: MeasureInput) -> MeasureResult {
    let name = Bilingual("介数", "betweenness")
    guard let samples = input.samples else {
      let values = exactBetweenness(input)
      return MeasureResult(
        facts: [
          .init("sources", Bilingual("精确，起点数", "exact, from all nodes"), .count(values.count))
        ],
        nodeColumns: [ResultColumn(key: "betweenness", name: name, values: .numbers(values))])
    }
    var random = SplitMix64(seed: input.seed)
    let estimate = input.arcs.betweenness(
      sampleCount: samples, using: &random, input.parallelEdges)
    return MeasureResult(
      facts: [
        .init("samples", Bilingual("抽样的起点数", "nodes sampled"), .count(estimate.sampleCount)),
        .init("confidence", Bilingual("置信度", "confidence"), .number(input.confidence)),
        .init(
          "error", Bilingual("误差不超过", "no value is further off than"),
          .number(estimate.error(confidence: input.confidence))),
      ],
      nodeColumns: [
        ResultColumn(key: "betweenness", name: name, values: .numbers(estimate.betweenness.values))
      ])
  }

  /// Some sources at a time, so that progress can be told; added up in their order, whoever computed them.
  private static func exactBetweenness(_ input: MeasureInput) -> [Double] {
    let count = input.arcs.vertexCount
    var values = [Double](repeating: 0, count: count)
    let batch = max(64, count / 256)
    var start = 0
    while start < count {
      let starts = (0..<input.threads).map { start + $0 * batch }.filter { $0 < count }
      let parts = Parallel.map(starts) { start in
        input.arcs.betweenness(
          from: start..<min(start + batch, count), input.parallelEdges
        ).values
      }
      for part in parts {
        for vertex in values.indices { values[vertex] += part[vertex] }
      }
      start += starts.count * batch
      input.progress(min(1, Double(start) / Double(count)))
    }
    return values
  }

  private static func constraint(_ input: MeasureInput) throws -> MeasureResult {
    let holes = try input.graph.structuralHoles(weights: input.weights)
    let values = (0..<input.graph.vertexCount).map { holes.constraint(of: $0) }
    return MeasureResult(
      facts: [.init("lowest", Bilingual("最低", "lowest"), .number(values.compactMap { $0 }.min()))],
      nodeColumns: [
        ResultColumn(
          key: "constraint", name: Bilingual("约束", "constraint"), values: .optionalNumbers(values),
          ranksLowest: true)
      ])
  }
}

/// The generator SplitMix64 (Steele, Lea, Flood, 2014, doi:10.1145/2660193.2660195): the same seed, the same draws.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
