/// Many sets of small numbers in one store, which keeps each part that they have in common once.
///
/// A set is a trie over its numbers: a *block* holds up to 64 neighbouring numbers as bits, a
/// *branch* joins two tries that differ first in one bit of the block number. No two nodes are equal,
/// so equal sets have equal handles and a set that grows by one number shares all but one path with
/// what it was: n sets that grow by one number each take O(n log n) space, not O(n²).
///
/// Sources: C. Okasaki, A. Gill, *Fast mergeable integer maps*, ACM SIGPLAN Workshop on ML (1998);
/// J.-C. Filliâtre, S. Conchon, *Type-safe modular hash-consing*, ACM SIGPLAN Workshop on ML (2006),
/// doi:10.1145/1159876.1159880.
struct SharedSets: Sendable {
  /// A set of this store.
  typealias Handle = UInt32

  /// The set without numbers.
  static let empty: Handle = 0
  /// The set of all numbers there could be; never inside another set.
  static let everything: Handle = 1

  private struct Node {
    /// For a block its number with the top bit set. For a branch the bits that all block numbers
    /// below have in common, then a 1 in place of the first bit in which they differ, then zeros.
    let tag: UInt32
    /// The lower half of a block's bits, or the trie of the numbers with a 0 in the branching bit.
    let low: UInt32
    /// The upper half of a block's bits, or the trie of the numbers with a 1 in the branching bit.
    let high: UInt32

    var isBlock: Bool { tag >> 31 == 1 }
    /// The bits of a block number above the branching bit.
    var prefixMask: UInt32 { ~(tag ^ (tag &- 1)) }
    var branchingBit: UInt32 { tag & (0 &- tag) }
    /// Some block number of the trie, as far as its branchings above need it.
    var key: UInt32 { tag & 0x7FFF_FFFF }
  }

  /// By handle; the first two stand for `empty` and `everything` and are never looked at.
  private var nodes = [Node](repeating: Node(tag: 0, low: 0, high: 0), count: 2)
  /// Handles by the hash of their node, linear probing, 0 where free; a power of two long, at least
  /// twice the number of nodes.
  private var table = [Handle](repeating: 0, count: 64)

  /// The set of one number, which is below 2³².
  mutating func singleton(_ number: UInt32) -> Handle {
    block(number >> 6, bits: 1 << UInt64(number & 63))
  }

  /// Forgets all sets but keeps the room.
  mutating func removeAll() {
    nodes.removeLast(nodes.count - 2)
    for slot in table.indices { table[slot] = 0 }
  }

  /// Gives back the room that only new sets need.
  ///
  /// - Precondition: from now on sets are only read.
  mutating func freeze() { table = [] }
}

// MARK: - Operations

extension SharedSets {
  /// The numbers that are in one set or the other.
  ///
  /// - Complexity: O(nodes that the two do not share).
  mutating func union(_ left: Handle, _ right: Handle) -> Handle {
    if left == right || right == Self.empty || left == Self.everything { return left }
    if left == Self.empty || right == Self.everything { return right }
    let (a, b) = (nodes[Int(left)], nodes[Int(right)])
    if a.isBlock && b.isBlock && a.tag == b.tag {
      let (low, high) = (a.low | b.low, a.high | b.high)
      if low == a.low && high == a.high { return left }
      if low == b.low && high == b.high { return right }
      return node(a.tag, low, high)
    }
    if !a.isBlock && a.tag == b.tag {
      let low = union(a.low, b.low)
      let high = union(a.high, b.high)
      if low == a.low && high == a.high { return left }
      if low == b.low && high == b.high { return right }
      return node(a.tag, low, high)
    }
    if contains(a, b) {
      let isLow = b.key & a.branchingBit == 0
      let merged = union(isLow ? a.low : a.high, right)
      if merged == (isLow ? a.low : a.high) { return left }
      return isLow ? node(a.tag, merged, a.high) : node(a.tag, a.low, merged)
    }
    if contains(b, a) {
      let isLow = a.key & b.branchingBit == 0
      let merged = union(left, isLow ? b.low : b.high)
      if merged == (isLow ? b.low : b.high) { return right }
      return isLow ? node(b.tag, merged, b.high) : node(b.tag, b.low, merged)
    }
    return join(left, a.key, right, b.key)
  }

  /// The numbers that are in both sets.
  ///
  /// - Complexity: O(nodes that the two do not share).
  mutating func intersection(_ left: Handle, _ right: Handle) -> Handle {
    if left == right || left == Self.empty || right == Self.everything { return left }
    if right == Self.empty || left == Self.everything { return right }
    let (a, b) = (nodes[Int(left)], nodes[Int(right)])
    if a.isBlock && b.isBlock {
      guard a.tag == b.tag else { return Self.empty }
      let (low, high) = (a.low & b.low, a.high & b.high)
      if low == a.low && high == a.high { return left }
      if low == b.low && high == b.high { return right }
      return low | high == 0 ? Self.empty : node(a.tag, low, high)
    }
    if !a.isBlock && a.tag == b.tag {
      let low = intersection(a.low, b.low)
      let high = intersection(a.high, b.high)
      if low == a.low && high == a.high { return left }
      if low == b.low && high == b.high { return right }
      if low == Self.empty { return high }
      return high == Self.empty ? low : node(a.tag, low, high)
    }
    if contains(a, b) {
      return intersection(b.key & a.branchingBit == 0 ? a.low : a.high, right)
    }
    if contains(b, a) {
      return intersection(left, a.key & b.branchingBit == 0 ? b.low : b.high)
    }
    return Self.empty
  }

  /// Whether the whole trie of `inner` lies below one of the two children of `outer`.
  private func contains(_ outer: Node, _ inner: Node) -> Bool {
    !outer.isBlock && (inner.isBlock || inner.branchingBit < outer.branchingBit)
      && (inner.key ^ outer.tag) & outer.prefixMask == 0
  }

  /// The trie of two that lie apart.
  private mutating func join(
    _ left: Handle, _ leftKey: UInt32, _ right: Handle, _ rightKey: UInt32
  ) -> Handle {
    let bit = (1 as UInt32) << UInt32(31 - (leftKey ^ rightKey).leadingZeroBitCount)
    let tag = leftKey & ~(bit | (bit &- 1)) | bit
    return leftKey & bit == 0 ? node(tag, left, right) : node(tag, right, left)
  }
}

// MARK: - Reading

extension SharedSets {
  /// Whether a number is in a set.
  ///
  /// - Complexity: O(1): at most 27 branches.
  func contains(_ number: UInt32, in set: Handle) -> Bool {
    if set == Self.empty || set == Self.everything { return set == Self.everything }
    let key = number >> 6
    var node = nodes[Int(set)]
    while !node.isBlock {
      guard (key ^ node.tag) & node.prefixMask == 0 else { return false }
      node = nodes[Int(key & node.branchingBit == 0 ? node.low : node.high)]
    }
    return node.key == key && bits(of: node) >> UInt64(number & 63) & 1 == 1
  }

  /// The numbers of a set in ascending order; none for `everything`.
  ///
  /// - Complexity: O(n).
  func numbers(in set: Handle) -> [UInt32] {
    var numbers: [UInt32] = []
    var rest = set == Self.empty || set == Self.everything ? [] : [set]
    while let handle = rest.popLast() {
      let node = nodes[Int(handle)]
      guard node.isBlock else {
        rest.append(node.high)
        rest.append(node.low)
        continue
      }
      var bits = bits(of: node)
      while bits != 0 {
        numbers.append(node.key << 6 | UInt32(truncatingIfNeeded: bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
    return numbers
  }

  /// By handle, how many numbers each set has; 0 for `everything`.
  ///
  /// - Complexity: O(nodes): the parts of a set are older than the set.
  func counts() -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: nodes.count)
    for index in 2..<nodes.count {
      let node = nodes[index]
      counts[index] =
        node.isBlock
        ? UInt32(truncatingIfNeeded: bits(of: node).nonzeroBitCount)
        : counts[Int(node.low)] &+ counts[Int(node.high)]
    }
    return counts
  }

  /// By number below `limit`, in how many of some sets it is; `everything` does not count.
  ///
  /// - Complexity: O(nodes): the parts of a set are older than the set, so that each is handed its count once.
  func memberships(of sets: [Handle], below limit: Int) -> [Int] {
    var pending = [Int](repeating: 0, count: nodes.count)
    for set in sets { pending[Int(set)] += 1 }
    var counts = [Int](repeating: 0, count: limit)
    for index in (2..<nodes.count).reversed() where pending[index] > 0 {
      let node = nodes[index]
      guard node.isBlock else {
        pending[Int(node.low)] += pending[index]
        pending[Int(node.high)] += pending[index]
        continue
      }
      var bits = bits(of: node)
      while bits != 0 {
        counts[Int(node.key) << 6 | bits.trailingZeroBitCount] += pending[index]
        bits &= bits &- 1
      }
    }
    return counts
  }

  private func bits(of block: Node) -> UInt64 { UInt64(block.high) << 32 | UInt64(block.low) }
}

// MARK: - Nodes

extension SharedSets {
  private mutating func block(_ number: UInt32, bits: UInt64) -> Handle {
    node(
      number | 0x8000_0000, UInt32(truncatingIfNeeded: bits),
      UInt32(truncatingIfNeeded: bits >> 32))
  }

  /// The handle of a node, an earlier one when it was made before.
  private mutating func node(_ tag: UInt32, _ low: UInt32, _ high: UInt32) -> Handle {
    if nodes.count &* 2 > table.count { grow() }
    let mask = table.count &- 1
    var slot = Self.hash(tag, low, high) & mask
    while table[slot] != 0 {
      let other = nodes[Int(table[slot])]
      if other.tag == tag && other.low == low && other.high == high { return table[slot] }
      slot = (slot &+ 1) & mask
    }
    let handle = Handle(truncatingIfNeeded: nodes.count)
    table[slot] = handle
    nodes.append(Node(tag: tag, low: low, high: high))
    return handle
  }

  private mutating func grow() {
    let mask = table.count &* 2 &- 1
    table = [Handle](repeating: 0, count: mask &+ 1)
    for index in 2..<nodes.count {
      let node = nodes[index]
      var slot = Self.hash(node.tag, node.low, node.high) & mask
      while table[slot] != 0 { slot = (slot &+ 1) & mask }
      table[slot] = Handle(truncatingIfNeeded: index)
    }
  }

  private static func hash(_ tag: UInt32, _ low: UInt32, _ high: UInt32) -> Int {
    let children = UInt64(high) << 32 | UInt64(low)
    let mixed = (children ^ (UInt64(tag) &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 29)
  }
}
