/// Vertices waiting with a key each, the lowest key first; of equal keys the lowest vertex.
///
/// A heap of four children a node, in which a waiting vertex is found at once.
struct VertexQueue {
  private struct Entry {
    let key: Double
    let vertex: UInt32

    @inline(__always)
    func comes(before other: Entry) -> Bool {
      key < other.key || (key == other.key && vertex < other.vertex)
    }
  }

  private var entries: [Entry] = []
  /// V long: where the vertex stands in `entries`; `UInt32.max` when it does not wait.
  private var positions: [UInt32]

  init(vertexCount: Int) { positions = [UInt32](repeating: .max, count: vertexCount) }

  /// Lets a vertex wait with a key, or lowers the key of one that waits; keys are not raised.
  ///
  /// - Complexity: O(log waiting).
  mutating func insert(_ vertex: UInt32, key: Double) {
    let position = positions[Int(vertex)]
    let entry = Entry(key: key, vertex: vertex)
    if position == .max {
      entries.append(entry)
      rise(entry, from: entries.count &- 1)
    } else {
      rise(entry, from: Int(position))
    }
  }

  /// Takes out the first vertex.
  ///
  /// - Complexity: O(log waiting).
  mutating func removeFirst() -> (vertex: UInt32, key: Double)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    positions[Int(first.vertex)] = .max
    if !entries.isEmpty { sink(last) }
    return (first.vertex, first.key)
  }

  /// - Complexity: O(waiting).
  mutating func removeAll() {
    for entry in entries { positions[Int(entry.vertex)] = .max }
    entries.removeAll(keepingCapacity: true)
  }

  private mutating func rise(_ entry: Entry, from position: Int) {
    var position = position
    while position > 0 {
      let parent = (position &- 1) >> 2
      let other = entries[parent]
      guard entry.comes(before: other) else { break }
      entries[position] = other
      positions[Int(other.vertex)] = UInt32(truncatingIfNeeded: position)
      position = parent
    }
    entries[position] = entry
    positions[Int(entry.vertex)] = UInt32(truncatingIfNeeded: position)
  }

  private mutating func sink(_ entry: Entry) {
    var position = 0
    while true {
      let start = position << 2 &+ 1
      guard start < entries.count else { break }
      var least = start
      var child = start &+ 1
      let end = min(start &+ 4, entries.count)
      while child < end {
        if entries[child].comes(before: entries[least]) { least = child }
        child &+= 1
      }
      let other = entries[least]
      guard other.comes(before: entry) else { break }
      entries[position] = other
      positions[Int(other.vertex)] = UInt32(truncatingIfNeeded: position)
      position = least
    }
    entries[position] = entry
    positions[Int(entry.vertex)] = UInt32(truncatingIfNeeded: position)
  }
}
