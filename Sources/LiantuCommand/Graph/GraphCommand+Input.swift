import Liantu

/// What the measures work on.
extension GraphCommand {
  func measureInput(
    _ network: Network, _ reading: GraphFile.Reading, _ labels: PropertyGraph.Column?
  ) throws(Failure) -> MeasureInput {
    let graph = network.arcs
    let lookup = NodeLookup(network, labels)
    var input = MeasureInput(network: network)
    input.weights = try weights(of: network.properties, reading)
    input.from = try lookup.vertices(from, option: "--from")
    input.to = try lookup.vertices(to, option: "--to")
    input.isToGiven = !to.isEmpty
    if from.isEmpty {
      input.from = (0..<graph.vertexCount).filter { graph.predecessors(of: $0).isEmpty }
    }
    if to.isEmpty {
      input.to = (0..<graph.vertexCount).filter { graph.successors(of: $0).isEmpty }
    }
    // A node alone is where nothing starts and nothing ends.
    let isAlone = { (vertex: Int) in
      graph.predecessors(of: vertex).isEmpty && graph.successors(of: vertex).isEmpty
    }
    if from.isEmpty { input.from.removeAll(where: isAlone) }
    if to.isEmpty { input.to.removeAll(where: isAlone) }
    if !restart.isEmpty {
      var shares = [Double](repeating: 0, count: graph.vertexCount)
      for vertex in try lookup.vertices(restart, option: "--restart") { shares[vertex] += 1 }
      input.restart = shares
    }
    input.damping = damping
    input.samples = samples
    input.seed = seed
    input.confidence = confidence
    input.parallelEdges = mergesParallel ? .merged : .counted
    input.count = count
    input.needsAll = try gates(of: network.properties)
    input.semantics = buildable ? .buildable : .running
    input.threads = self.input.parallel.threadCount
    return input
  }

  private func weights(
    of graph: PropertyGraph, _ reading: GraphFile.Reading
  ) throws(Failure) -> [Double]? {
    guard let weight else { return nil }
    guard let column = graph.edgeColumn(weight) else {
      throw Failure(.usage, noColumn(weight, "--weight", graph.edgeColumns))
    }
    var weights: [Double] = []
    weights.reserveCapacity(graph.edgeCount)
    for edge in 0..<graph.edgeCount {
      guard let number = column.number(edge) else {
        let ends = [graph.sources[edge], graph.targets[edge]].map { graph.nodeIDs[Int($0)] }
        let value = column[edge]?.text
        let place = place(ofEdge: edge, reading)
        throw Failure(
          .badData,
          Bilingual(
            "\(place)边 \(ends[0]) → \(ends[1]) 的 \(weight) "
              + (value.map { "“\($0)”不是数字" } ?? "未填") + "：未知不能当作 0，请补上或换一个 --weight",
            "\(place)the edge \(ends[0]) → \(ends[1]) has "
              + (value.map { "“\($0)” as \(weight), which is no number" } ?? "no \(weight)")
              + ": unknown is not zero; fill it in or name another --weight"))
      }
      weights.append(number)
    }
    return weights
  }

  /// Where an edge stands, as a message begins: the file, and the line of an edge list.
  func place(ofEdge edge: Int, _ reading: GraphFile.Reading) -> String {
    let line = reading.edgeList?.line(ofEdge: edge)
    return line.map { "\(input.path):\($0): " } ?? "\(input.path): "
  }

  private func gates(of graph: PropertyGraph) throws(Failure) -> [Bool]? {
    guard let gates else { return nil }
    guard let column = graph.nodeColumn(gates) else {
      throw Failure(.usage, noColumn(gates, "--gates", graph.nodeColumns))
    }
    let words: Set<String> = ["all", "and", "全部", "与"]
    return (0..<graph.nodeCount).map { node in
      column[node].map { words.contains($0.text.lowercased()) } ?? false
    }
  }

  private func noColumn(
    _ name: String, _ option: String, _ columns: [PropertyGraph.Column]
  ) -> Bilingual {
    let names = columns.map(\.name)
    return Bilingual(
      "\(option)：没有属性“\(name)”；有：\(names.isEmpty ? "（无）" : names.joined(separator: "、"))",
      "\(option): no column “\(name)”; there are: \(names.isEmpty ? "none" : names.joined(separator: ", "))"
    )
  }
}
