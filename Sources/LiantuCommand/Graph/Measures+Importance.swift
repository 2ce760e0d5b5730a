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
        "最短路经过多少次，权为长度；--samples 抽样估计并给误差界",
        "shortest paths through it; --samples estimates, with a bound"),
      options: [.weight, .samples, .merge], compute: betweenness),
    Measure(
      key: "constraint", name: Bilingual("结构洞约束", "constraint"),
      summary: Bilingual(
        "伯特约束，不看方向；越低越居于要津", "Burt's constraint without directions; the lower, the freer"),
      options: [.weight], compute: constraint),
  ]

  private static func pageRank(_ input: MeasureInput) throws -> MeasureResult {
    let rank = try input.arcs.pageRank(
      damping: input.damping, restart: input.restart, threads: input.threads)
    return ranks(rank, key: "pagerank", Bilingual("PageRank", "PageRank"))
  }

  private static func cheiRank(_ input: MeasureInput) throws -> MeasureResult {
    let rank = try input.arcs.cheiRank(
      damping: input.damping, restart: input.restart, threads: input.threads)
    return ranks(rank, key: "cheirank", Bilingual("CheiRank", "CheiRank"))
  }

  private static func ranks(_ rank: PageRank, key: String, _ name: Bilingual) -> MeasureResult {
    MeasureResult(
      facts: [.init("rounds", Bilingual("迭代轮数", "rounds"), .count(rank.rounds))],
      nodeColumns: [ResultColumn(key: key, name: name, values: .numbers(rank.ranks))])
  }

  /// With `--weight`, paths are as long as the weights of their edges together.
  private static func betweenness(_ input: MeasureInput) throws -> MeasureResult {
    let arcs = input.arcs
    var facts: [MeasureResult.Fact]
    let betweenness: Betweenness
    if let samples = input.samples {
      var random = SplitMix64(seed: input.seed)
      let estimate =
        try input.weights == nil
        ? arcs.betweenness(
          sampleCount: samples, using: &random, input.parallelEdges, threads: input.threads)
        : arcs.betweenness(
          sampleCount: samples, weights: input.arcWeights, using: &random, input.parallelEdges,
          threads: input.threads, check: input.ticks(of: samples, size: 64))
      facts = [
        .init("samples", Bilingual("抽样的起点数", "nodes sampled"), .count(estimate.sampleCount)),
        .init("confidence", Bilingual("置信度", "confidence"), .number(input.confidence)),
        .init(
          "error", Bilingual("误差不超过", "no value is further off than"),
          .number(estimate.error(confidence: input.confidence))),
      ]
      betweenness = estimate.betweenness
    } else {
      let sources = 0..<arcs.vertexCount
      let check = input.ticks(of: sources.count, size: 64)
      betweenness =
        try input.weights == nil
        ? arcs.betweenness(
          from: sources, input.parallelEdges, threads: input.threads, check: check)
        : arcs.betweenness(
          from: sources, weights: input.arcWeights, input.parallelEdges, threads: input.threads,
          check: check)
      facts = [
        .init("sources", Bilingual("精确，起点数", "exact, from all nodes"), .count(sources.count))
      ]
    }
    return MeasureResult(
      facts: facts,
      nodeColumns: [
        ResultColumn(
          key: "betweenness", name: Bilingual("介数", "betweenness"),
          values: .numbers(betweenness.values))
      ])
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
