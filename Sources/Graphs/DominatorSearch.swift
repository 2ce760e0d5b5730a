/// Immediate dominators by visit numbers: the Semi-NCA algorithm.
///
/// Vertices are known by the order in which a depth-first search visits them. Number 0 is a root
/// above all roots that is no vertex.
struct DominatorSearch {
  /// By number: the vertex; for number 0 `UInt32.max`.
  let vertices: [UInt32]
  /// By number: the number of the immediate dominator, which is lower; 0 for number 0.
  private(set) var dominators: [UInt32]

  /// - Complexity: O((V + E) log V) time, O(V) extra space.
  init(_ graph: Digraph, roots: [Int]) {
    let tree = graph.outgoing.depthFirstTree(from: roots)
    // Numbers are one higher, since 0 is the root above all roots; vertices that no root reaches have 0 too.
    let count = tree.order.count + 1
    var vertices = [UInt32](large: .max, count: count)
    var parents = [UInt32](large: 0, count: count)
    var numbers = [UInt32](large: 0, count: graph.vertexCount)
    for number in 1..<count {
      let vertex = tree.order[number - 1]
      vertices[number] = vertex
      numbers[Int(vertex)] = UInt32(truncatingIfNeeded: number)
      // For a root one more than `UInt32.max`, which is 0.
      parents[number] = tree.parents[number - 1] &+ 1
    }
    self.vertices = vertices
    dominators = parents
    let semidominators = Self.semidominators(
      graph.incoming, roots: roots, numbers: numbers, vertices: vertices, parents: parents)
    findDominators(semidominators)
  }

  /// By number: the lowest number from which a path leads here over higher numbers only.
  ///
  /// Numbers are taken in descending order. Those done form trees by `links`; looking up the lowest
  /// semidominator on the way to the top of a tree shortens the way for the next look-up.
  private static func semidominators(
    _ rows: CompressedRows, roots: [Int], numbers: [UInt32], vertices: [UInt32], parents: [UInt32]
  ) -> [UInt32] {
    let offsets = rows.offsets.span
    let values = rows.values.span
    let numberSpan = numbers.span
    let vertexSpan = vertices.span
    var trailArray = [Trail](large: Trail(lowest: 0, link: 0), count: parents.count)
    var trails = trailArray.mutableSpan
    for number in trails.indices {
      trails[number] = Trail(
        lowest: UInt32(truncatingIfNeeded: number), link: parents[number])
    }
    var semidominators = parents
    var results = semidominators.mutableSpan
    var isRoot = [Bool](repeating: false, count: parents.count)
    for root in roots { isRoot[Int(numbers[root])] = true }
    // The predecessors of one vertex from which more than one step leads up.
    let most = (0..<rows.rowCount).reduce(0) { max($0, rows.degree($1)) }
    var farArray = [UInt32](repeating: 0, count: most)
    var far = farArray.mutableSpan
    var way: [UInt32] = []
    for number in stride(from: parents.count - 1, to: 0, by: -1) {
      let current = UInt32(truncatingIfNeeded: number)
      let vertex = Int(vertexSpan[number])
      var semidominator = isRoot[number] ? 0 : parents[number]
      // Without a branch on what is read, memory is waited for once a row and not once an edge.
      var farCount = 0
      for position in Int(offsets[vertex])..<Int(offsets[vertex &+ 1]) {
        let predecessor = numberSpan[Int(values[position])]
        let trail = trails[Int(predecessor)]
        let isDone = predecessor > current
        let isFar = isDone && trail.link > current
        // What is not done yet counts itself, unless no root leads there.
        let itself = predecessor == 0 ? UInt32.max : predecessor
        let found = isFar ? UInt32.max : isDone ? trail.lowest : itself
        semidominator = min(semidominator, found)
        far[farCount] = predecessor
        farCount &+= isFar ? 1 : 0
      }
      for index in 0..<farCount {
        var top = far[index]
        var trail = trails[Int(top)]
        while trail.link > current {
          way.append(top)
          top = trail.link
          trail = trails[Int(top)]
        }
        while let passed = way.popLast() {
          trail.lowest = min(trail.lowest, trails[Int(passed)].lowest)
          trails[Int(passed)] = trail
        }
        semidominator = min(semidominator, trail.lowest)
      }
      results[number] = semidominator
      trails[number].lowest = semidominator
    }
    return semidominators
  }

  /// What a look-up on the way to the top of a tree needs from each number.
  private struct Trail {
    /// Lowered for those done: the lowest semidominator on the way up to `link`.
    var lowest: UInt32
    /// The parent, or one further up once the way has been shortened.
    var link: UInt32
  }

  /// The immediate dominator is the lowest common ancestor of parent and semidominator in the tree
  /// built so far: the first from the parent upwards that is not above the semidominator.
  private mutating func findDominators(_ semidominators: [UInt32]) {
    let count = dominators.count
    var stepsLeft = 4 * count
    var number = 1
    do {
      var dominators = self.dominators.mutableSpan
      let semidominators = semidominators.span
      while number < count && stepsLeft > 0 {
        let semidominator = semidominators[number]
        var ancestor = dominators[number]
        while ancestor > semidominator {
          ancestor = dominators[Int(ancestor)]
          stepsLeft &-= 1
        }
        dominators[number] = ancestor
        number += 1
      }
    }
    guard number < count else { return }
    var skips = Skips(dominators[..<number])
    for number in number..<count {
      var ancestor = dominators[number]
      let semidominator = semidominators[number]
      while ancestor > semidominator {
        let skip = skips.targets[Int(ancestor)]
        ancestor = skip >= semidominator ? skip : dominators[Int(ancestor)]
      }
      dominators[number] = ancestor
      skips.append(above: ancestor)
    }
  }
}

/// For every vertex of a growing tree an ancestor to skip to, so that any ancestor is found in
/// O(log V) steps.
private struct Skips {
  private(set) var targets: [UInt32] = [0]
  private var depths: [UInt32] = [0]

  init(_ parents: ArraySlice<UInt32>) {
    for parent in parents.dropFirst() { append(above: parent) }
  }

  /// Adds the next vertex below one that is there.
  mutating func append(above parent: UInt32) {
    let skip = targets[Int(parent)]
    let far = targets[Int(skip)]
    let isEven =
      depths[Int(parent)] &- depths[Int(skip)] == depths[Int(skip)] &- depths[Int(far)]
    targets.append(isEven ? far : parent)
    depths.append(depths[Int(parent)] &+ 1)
  }
}
