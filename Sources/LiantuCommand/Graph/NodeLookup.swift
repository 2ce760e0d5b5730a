import Liantu

/// Finds nodes by what a person types: the id, or else the label if only one node has it.
struct NodeLookup {
  private let network: Network
  private let labels: PropertyGraph.Column?

  init(_ network: Network, _ labels: PropertyGraph.Column?) {
    self.network = network
    self.labels = labels
  }

  func vertices(_ names: [String], option: String) throws(Failure) -> [Int] {
    var vertices: [Int] = []
    for name in names { vertices.append(try vertex(name, option: option)) }
    return vertices
  }

  private func vertex(_ name: String, option: String) throws(Failure) -> Int {
    let ids = network.properties.nodeIDs
    if let vertex = ids.index(of: name) { return vertex }
    let labelled = vertices(labelled: name)
    if labelled.count == 1 { return labelled[0] }
    if labelled.count > 1 {
      let shown = labelled.prefix(6).map { ids[$0] }
      throw Failure(
        .usage,
        Bilingual(
          "\(option)：有 \(labelled.count) 个点叫“\(name)”，请用编号：\(shown.joined(separator: "、"))",
          "\(option): \(labelled.count) nodes are called “\(name)”; name one by its id: "
            + shown.joined(separator: ", ")))
    }
    let near = ids.lazy.filter { $0.lowercased().contains(name.lowercased()) }.prefix(6)
    let hint = near.isEmpty ? "" : near.joined(separator: ", ")
    throw Failure(
      .usage,
      Bilingual(
        "\(option)：没有点“\(name)”" + (hint.isEmpty ? "" : "；相近的有：\(hint)"),
        "\(option): no node “\(name)”" + (hint.isEmpty ? "" : "; near it: \(hint)")))
  }

  private func vertices(labelled name: String) -> [Int] {
    guard let labels, let code = labels.texts.index(of: name) else { return [] }
    return labels.codes.indices.filter { labels.isStated($0) && labels.codes[$0] == UInt32(code) }
  }
}
