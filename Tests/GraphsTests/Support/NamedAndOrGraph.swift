import Graphs

/// An and-or graph written down as text, and the names of its vertices.
///
/// A line a vertex: `car = all assembly engine` or `engine = any a b`. Names on the right that have
/// no line are leaves. Vertices are numbered in the order in which they are first mentioned.
struct NamedAndOrGraph {
  let graph: AndOrGraph
  let names: [String]

  init(_ text: String) throws {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var kinds: [AndOrGraph.Kind] = []
    var links: [(parent: UInt32, child: UInt32)] = []
    func number(_ name: String) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      kinds.append(.leaf)
      return names.count - 1
    }
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let parent = number(words[0])
      if words.count == 1 { continue }
      kinds[parent] = words[2] == "all" ? .all : .any
      for child in words.dropFirst(3) { links.append((UInt32(parent), UInt32(number(child)))) }
    }
    graph = try AndOrGraph(
      kinds: kinds, parents: links.map(\.parent), children: links.map(\.child))
    self.names = names
  }

  /// The number of a vertex; -1, which no graph accepts, when the name is unknown.
  subscript(name: String) -> Int { names.firstIndex(of: name) ?? -1 }

  func names(_ vertices: some Sequence<Int>) -> [String] { vertices.map { names[$0] }.sorted() }

  /// The leaves whose names begin in one of some ways.
  func leaves(_ prefixes: String...) -> [Int] {
    graph.leaves.filter { leaf in prefixes.contains { names[leaf].hasPrefix($0) } }
  }

  func singlePoints(of name: String, _ semantics: AndOrGraph.Semantics = .running) -> [String]? {
    graph.singlePointsOfFailure(of: self[name], semantics).map(names)
  }

  /// Pairs as "a b", both parts and the list in the order of the names.
  func pairs(
    of name: String, among leaves: [Int], _ semantics: AndOrGraph.Semantics = .running
  ) -> [String]? {
    graph.pairsOfFailure(of: self[name], among: leaves, semantics)?
      .map { names([$0.first, $0.second]).joined(separator: " ") }.sorted()
  }
}
