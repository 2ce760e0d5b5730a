/// A line of an enterprise on which it makes several products (产线): what it makes of one it cannot make
/// of another at the same time.
///
/// Each activity's capacity is what the line makes in a year of that product alone, so Σ output / capacity
/// over the activities is at most 1.
public struct ProductionLine: Hashable, Sendable {
  /// The number of the enterprise.
  public let enterprise: Int
  /// What the column `line` calls it; unique within the enterprise only.
  public let name: String
  /// The activities that share it, at least two, ascending.
  public let activities: [Int]
}

extension Chain {
  /// The lines that several activities share, in the order of their first activities.
  ///
  /// Rows of a history that are not in force count for nothing, and a line with one product is none.
  ///
  /// - Complexity: O(activities)
  public var sharedLines: [ProductionLine] {
    struct Key: Hashable {
      let enterprise: Int
      let name: String
    }
    var order: [Key] = []
    var members: [Key: [Int]] = [:]
    for (number, activity) in activities.enumerated() {
      guard let name = capacity(of: activity)?.line else { continue }
      let key = Key(enterprise: activity.enterprise, name: name)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(number)
    }
    return order.compactMap { key in
      guard let sharing = members[key], sharing.count > 1 else { return nil }
      return ProductionLine(enterprise: key.enterprise, name: key.name, activities: sharing)
    }
  }
}
