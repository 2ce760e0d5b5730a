import Liantu

/// What the reader should know about the question, on standard error.
extension GraphCommand {
  /// Says which of the given options change none of the chosen measures.
  func sayWhatIsIdle() throws {
    let given: [Measure.Need: Bool] = [
      .weight: weight != nil, .from: !from.isEmpty, .to: !to.isEmpty, .samples: samples != nil,
      .restart: !restart.isEmpty, .damping: damping != 0.85, .merge: mergesParallel,
      .count: count != 3, .gates: gates != nil,
    ]
    let heard = Set(try chosen().flatMap(\.options))
    let idle = Measure.Need.allCases.filter { given[$0] == true && !heard.contains($0) }
    if idle.isEmpty || answer.quiet { return }
    let names = idle.map(\.rawValue).joined(separator: ", ")
    Output.error(
      Bilingual("\(names) 对所选指标没有作用", "\(names): none of these measures takes it")[
        answer.language])
  }

  /// Says where no node is without edges in or out, so that measures which begin or end there find nothing.
  func sayWhatIsMissing(_ input: MeasureInput) throws {
    if answer.quiet || input.network.graph.vertexCount == 0 { return }
    let heard = Set(try chosen().flatMap(\.options))
    if from.isEmpty, input.from.isEmpty, heard.contains(.from) {
      Output.error(
        Bilingual(
          "每个点都有入边，没有默认的起点：请用 --from 指定",
          "every node has edges in, so that nothing starts anywhere: name nodes with --from")[
            answer.language])
    }
    if to.isEmpty, input.to.isEmpty, heard.contains(.to) {
      Output.error(
        Bilingual(
          "每个点都有出边，没有默认的终点：请用 --to 指定",
          "every node has edges out, so that nothing ends anywhere: name nodes with --to")[
            answer.language])
    }
  }
}
