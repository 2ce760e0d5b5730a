/// The dominators of all vertices that some roots reach.
///
/// A vertex d dominates a vertex v when every path from a root to v goes through d; v dominates
/// itself. The dominators of v form a chain, and the last before v is its immediate dominator.
///
///     let tree = graph.dominators(from: quarries)
///     tree.dominators(of: car)      // what every way from any quarry to the car goes through
///     tree.count(dominatedBy: port) // how many vertices are cut off without the port, itself included
public struct DominatorTree: Hashable, Sendable {
  /// The vertices that were searched from, ascending, each once.
  public let roots: [Int]
  /// V long: the immediate dominator; `none` where there is none, `unreached` where no root leads.
  private let parents: [UInt32]
  /// V long: when the vertex is met in a walk over the tree, parents first; `UInt32.max` where no
  /// root leads.
  private let positions: [UInt32]
  /// In the order of the walk: the vertices.
  private let order: [UInt32]
  /// In the order of the walk: how many vertices the vertex dominates, itself included.
  private let sizes: [UInt32]

  private static let unreached = UInt32.max
  private static let none = UInt32.max - 1

  fileprivate init(_ graph: Digraph, roots: [Int]) {
    let search = DominatorSearch(graph, roots: roots)
    let reached = search.vertices
    let above = search.dominators
    self.roots = Set(roots).sorted()
    var parents = [UInt32](large: Self.unreached, count: graph.vertexCount)
    // By visit number, where a dominator has a lower one than what it dominates.
    var sizes = [UInt32](large: 1, count: reached.count)
    do {
      let reached = reached.span
      let above = above.span
      var parents = parents.mutableSpan
      var sizes = sizes.mutableSpan
      for number in stride(from: reached.count - 1, to: 0, by: -1) {
        let parent = Int(above[number])
        parents[Int(reached[number])] = parent == 0 ? Self.none : reached[parent]
        sizes[parent] &+= sizes[number]
      }
    }
    // A vertex stands after its parent and behind the siblings with lower numbers.
    var positions = [UInt32](large: Self.unreached, count: graph.vertexCount)
    var order = [UInt32](large: 0, count: reached.count - 1)
    var walkSizes = [UInt32](large: 0, count: reached.count - 1)
    var free = [UInt32](large: 0, count: reached.count)
    do {
      let reached = reached.span
      let above = above.span
      let sizes = sizes.span
      var positions = positions.mutableSpan
      var order = order.mutableSpan
      var walkSizes = walkSizes.mutableSpan
      var free = free.mutableSpan
      for number in 1..<reached.count {
        let parent = Int(above[number])
        let position = free[parent]
        free[parent] &+= sizes[number]
        free[number] = position &+ 1
        positions[Int(reached[number])] = position
        order[Int(position)] = reached[number]
        walkSizes[Int(position)] = sizes[number]
      }
    }
    self.parents = parents
    self.positions = positions
    self.order = order
    self.sizes = walkSizes
  }

  /// How many vertices the roots reach, themselves included.
  public var reachedCount: Int { order.count }

  /// Whether a path leads from a root to a vertex; true for a root.
  public func isReached(_ vertex: Int) -> Bool { parents[vertex] != Self.unreached }

  /// The last vertex before this one that every path from a root goes through; nil when there is
  /// none, as for a root, or when no root reaches the vertex.
  ///
  /// - Complexity: O(1).
  public func immediateDominator(of vertex: Int) -> Int? {
    parents[vertex] < Self.none ? Int(parents[vertex]) : nil
  }

  /// The other vertices that every path from a root to this one goes through, the nearest first;
  /// empty when no root reaches the vertex.
  ///
  /// - Complexity: O(dominators).
  public func dominators(of vertex: Int) -> [Int] {
    var dominators: [Int] = []
    var current = parents[vertex]
    while current < Self.none {
      dominators.append(Int(current))
      current = parents[Int(current)]
    }
    return dominators
  }

  /// Whether every path from a root to a vertex goes through another; a reached vertex dominates
  /// itself. False when no root reaches either.
  ///
  /// - Complexity: O(1).
  public func dominates(_ dominator: Int, _ vertex: Int) -> Bool {
    guard isReached(dominator), isReached(vertex) else { return false }
    let start = positions[dominator]
    return positions[vertex] >= start && positions[vertex] &- start < sizes[Int(start)]
  }

  /// How many vertices the roots no longer reach without this one, itself included; 0 for one that
  /// they do not reach anyway.
  ///
  /// - Complexity: O(1).
  public func count(dominatedBy vertex: Int) -> Int {
    isReached(vertex) ? Int(sizes[Int(positions[vertex])]) : 0
  }

  /// The vertices that the roots no longer reach without this one, itself included, ascending.
  ///
  /// - Complexity: O(n log n) for n of them.
  public func vertices(dominatedBy vertex: Int) -> [Int] {
    let start = isReached(vertex) ? Int(positions[vertex]) : 0
    return order[start..<start + count(dominatedBy: vertex)].map { Int($0) }.sorted()
  }
}

extension Digraph {
  /// What every path from some roots to each vertex goes through.
  ///
  /// Self-loops and parallel edges change nothing. A root given twice counts once; without roots
  /// nothing is reached. A root that another root reaches has no dominator, for a path may start
  /// at it. Unreached vertices dominate nothing, and their edges do not count.
  ///
  /// Source: L. Georgiadis, R. E. Tarjan, R. F. Werneck, *Finding dominators in practice*, Journal of
  /// Graph Algorithms and Applications 10 (2006), doi:10.7155/jgaa.00119; the Semi-NCA algorithm. Its
  /// walks up the tree, which can be quadratic, go over to the skip pointers of E. W. Myers, *An
  /// applicative random-access stack*, Information Processing Letters 17 (1983),
  /// doi:10.1016/0020-0190(83)90106-0, once they have taken 4 V steps.
  ///
  /// - Precondition: all `roots` are vertices.
  /// - Complexity: O((V + E) log V) time at worst, in practice linear; O(V) extra space; iterative,
  ///   so depth is no limit.
  public func dominators(from roots: some Sequence<Int>) -> DominatorTree {
    DominatorTree(self, roots: Array(roots))
  }

  /// What every path from one root to each vertex goes through.
  ///
  /// - Precondition: `root` is a vertex.
  /// - Complexity: as `dominators(from:)` with several roots.
  public func dominators(from root: Int) -> DominatorTree {
    dominators(from: CollectionOfOne(root))
  }

  /// What every path from each vertex to some exits goes through: the dominators of the reversed
  /// graph.
  ///
  /// In the tree, "reached" then means that a path leads from the vertex to an exit.
  ///
  /// - Precondition: all `exits` are vertices.
  /// - Complexity: as `dominators(from:)`.
  public func postDominators(to exits: some Sequence<Int>) -> DominatorTree {
    reversed.dominators(from: exits)
  }

  /// What every path from each vertex to one exit goes through.
  ///
  /// - Precondition: `exit` is a vertex.
  /// - Complexity: as `dominators(from:)`.
  public func postDominators(to exit: Int) -> DominatorTree {
    postDominators(to: CollectionOfOne(exit))
  }
}
