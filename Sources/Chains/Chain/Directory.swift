/// Finds the records of one table by id, and, where no id fits, by name or alias.
struct Directory<Subject: Identified>: Sendable {
  /// The id of each record, in the order of the table.
  let ids: [Identifier<Subject>]
  /// The first record of each id.
  let positions: [Identifier<Subject>: Int]
  /// Records by name and alias, as a person may write them instead of the id.
  private let named: [String: [Int]]

  init(_ records: [Subject], aliases: (Subject) -> [String] = { _ in [] }) {
    var positions = [Identifier<Subject>: Int](minimumCapacity: records.count)
    var named: [String: [Int]] = [:]
    for (position, record) in records.enumerated() {
      if positions[record.id] == nil { positions[record.id] = position }
      for name in Set([record.name] + aliases(record)) where name != record.id.text {
        named[name, default: []].append(position)
      }
    }
    self.ids = records.map(\.id)
    self.positions = positions
    self.named = named
  }

  enum Match {
    case one(Int)
    case none
    case several([Int])
  }

  func find(_ mention: Identifier<Subject>) -> Match {
    if let position = positions[mention] { return .one(position) }
    guard let candidates = named[mention.text], let first = candidates.first else { return .none }
    return candidates.count == 1 ? .one(first) : .several(candidates)
  }

  /// Every id, name and alias, once each.
  var names: Set<String> { Set(positions.keys.map(\.text)).union(named.keys) }

  /// Up to three ids or names that look like `mention`, most alike first.
  func similar(to mention: String) -> [String] {
    guard positions.count <= 5000, mention.count <= 60 else { return [] }
    let wanted = Array(mention.lowercased())
    let close = names.compactMap { name -> (distance: Int, name: String)? in
      let other = Array(name.lowercased())
      guard abs(other.count - wanted.count) <= 3 else { return nil }
      let distance = editDistance(wanted, other)
      let isClose = distance <= max(1, wanted.count / 3) && distance < wanted.count
      return isClose ? (distance, name) : nil
    }
    return close.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}

/// The least number of insertions, deletions and replacements that turn one text into the other.
///
/// V. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(min(above, row[j]) + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
