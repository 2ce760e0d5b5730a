extension Digraph {
  /// How many vertices each vertex reaches along the edges, itself included; exact.
  ///
  /// Element v of the result belongs to vertex v. Self-loops and parallel edges change nothing; a
  /// vertex without outgoing edges reaches 1. The empty graph has the empty result. How many
  /// vertices reach each vertex is `reversed.reachabilityCounts()`.
  ///
  /// Method: the condensation is walked backwards once for every 512 of its vertices, with one bit
  /// for each of them, and the bits that arrive are counted. To find out about a few vertices alone
  /// a breadth-first search from each is quicker.
  ///
  /// Source: the transitive closure by bits of P. Purdom, *A transitive closure algorithm*, BIT 10
  /// (1970), doi:10.1007/BF01940892.
  ///
  /// - Complexity: O(V + E + C D / 512) time in steps of 512 bits, for C strong components and D
  ///   edges between them; O(V + E + 64 C bytes) extra space.
  public func reachabilityCounts() -> [Int] {
    let condensation = condensation()
    let components = condensation.components
    let counts = condensation.graph.reachedWeights(
      (0..<components.count).map { components.members(of: $0).count })
    return components.components.map { counts[Int($0)] }
  }

  /// The sum of weights over everything that each vertex reaches, where all edges lead to higher
  /// vertices and no weight is below 1.
  private func reachedWeights(_ weights: [Int]) -> [Int] {
    let offsets = outgoing.offsets
    let values = outgoing.values
    var sums = [Int](repeating: 0, count: vertexCount)
    var sets = [SIMD8<UInt64>](repeating: .zero, count: vertexCount)
    for start in stride(from: 0, to: vertexCount, by: 512) {
      let end = min(start + 512, vertexCount)
      let heavy = BitBlock(start..<end, where: { weights[$0] > 1 })
      let isHeavy = heavy.bits != .zero
      for vertex in stride(from: end - 1, through: 0, by: -1) {
        var set = SIMD8<UInt64>.zero
        for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
          // What lies behind the block reaches nothing in it, and its set is still empty.
          set |= sets[Int(values[position])]
        }
        if vertex >= start { set[(vertex &- start) >> 6] |= 1 << UInt64((vertex &- start) & 63) }
        sets[vertex] = set
        var sum = BitBlock.count(set)
        // Every bit has been counted as 1; few stand for more.
        if isHeavy {
          for index in BitBlock.indices(of: heavy.bits & set) {
            sum &+= weights[start &+ index] &- 1
          }
        }
        sums[vertex] &+= sum
      }
    }
    return sums
  }
}

/// A set of numbers below 512.
private struct BitBlock {
  private(set) var bits = SIMD8<UInt64>.zero

  /// The numbers, counted from the start of a range, for which something is true.
  init(_ range: Range<Int>, where isMember: (Int) -> Bool) {
    for number in range where isMember(number) {
      let index = number - range.lowerBound
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
  }

  /// How many numbers are in a set; added up in all lanes at once, because a baseline x86-64 has no
  /// instruction that counts bits.
  static func count(_ bits: SIMD8<UInt64>) -> Int {
    let pairs = SIMD8<UInt64>(repeating: 0x5555_5555_5555_5555)
    let fours = SIMD8<UInt64>(repeating: 0x3333_3333_3333_3333)
    let bytes = SIMD8<UInt64>(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    var counts = bits &- ((bits &>> 1) & pairs)
    counts = (counts & fours) &+ ((counts &>> 2) & fours)
    counts = (counts &+ (counts &>> 4)) & bytes
    // Up to 64 a byte, then up to 128 in every second one.
    let sum = counts.wrappedSum()
    let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum &>> 8) & 0x00FF_00FF_00FF_00FF)
    return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
  }

  static func indices(of bits: SIMD8<UInt64>) -> [Int] {
    var indices: [Int] = []
    for lane in 0..<8 {
      var rest = bits[lane]
      while rest != 0 {
        indices.append(lane << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
    return indices
  }
}
