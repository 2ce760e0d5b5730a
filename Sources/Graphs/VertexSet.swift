/// A set of vertices of one graph, listed in ascending order.
public struct VertexSet: Hashable, Sendable {
  /// Bit v % 64 of word v / 64 stands for vertex v; bits beyond the last vertex are 0.
  private var words: [UInt64]
  /// How many vertices are in the set.
  public private(set) var count = 0

  init(vertexCount: Int) {
    words = [UInt64](repeating: 0, count: (vertexCount + 63) / 64)
  }

  /// The set of the bits that are 1; `count` says how many those are.
  init(words: [UInt64], count: Int) {
    self.words = words
    self.count = count
  }

  /// Whether a vertex is in the set; false for a number that is no vertex of the graph.
  public func contains(_ vertex: Int) -> Bool {
    vertex >= 0 && vertex >> 6 < words.count && words[vertex >> 6] >> UInt64(vertex & 63) & 1 == 1
  }

  /// Adds a vertex; says whether it was not there before.
  @discardableResult
  mutating func insert(_ vertex: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(vertex & 63)
    guard words[vertex >> 6] & bit == 0 else { return false }
    words[vertex >> 6] |= bit
    count += 1
    return true
  }
}

extension VertexSet: Sequence {
  public var underestimatedCount: Int { count }

  /// Whether no vertex is in the set.
  public var isEmpty: Bool { count == 0 }

  public func makeIterator() -> Iterator { Iterator(words: words) }

  /// Walks over the vertices of a set in ascending order.
  public struct Iterator: IteratorProtocol {
    fileprivate let words: [UInt64]
    private var index = 0
    private var rest: UInt64

    fileprivate init(words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    public mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest &- 1
      return index << 6 | bit
    }
  }
}
