/// Vertices waiting with a key each, the lowest key first; of equal keys the lowest vertex.
///
/// A heap of four children a node. A vertex whose key gets lower is put in again: finding the old entry
/// would take longer than passing it over when it comes up, which is left to the user.
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

  /// Lets a vertex wait with a key, besides any that it waits with already.
  ///
  /// - Complexity: O(log waiting).
  mutating func insert(_ vertex: UInt32, key: Double) {
    let entry = Entry(key: key, vertex: vertex)
    entries.append(entry)
    var heap = entries.mutableSpan
    var position = heap.count &- 1
    while position > 0 {
      let parent = (position &- 1) >> 2
      let other = heap[parent]
      guard entry.comes(before: other) else { break }
      heap[position] = other
      position = parent
    }
    heap[position] = entry
  }

  /// Takes out the first vertex; it has come before if it was put in with a lower key too.
  ///
  /// - Complexity: O(log waiting).
  mutating func removeFirst() -> (vertex: UInt32, key: Double)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty { sink(last) }
    return (first.vertex, first.key)
  }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// Puts an entry in place of the first.
  private mutating func sink(_ entry: Entry) {
    var heap = entries.mutableSpan
    var position = 0
    while true {
      let start = position << 2 &+ 1
      guard start < heap.count else { break }
      var least = start
      var leastEntry = heap[start]
      var child = start &+ 1
      let end = min(start &+ 4, heap.count)
      while child < end {
        let other = heap[child]
        if other.comes(before: leastEntry) {
          least = child
          leastEntry = other
        }
        child &+= 1
      }
      guard leastEntry.comes(before: entry) else { break }
      heap[position] = leastEntry
      position = least
    }
    heap[position] = entry
  }
}
