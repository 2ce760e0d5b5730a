/// Names that are all different: one that is taken gets a number behind it.
struct FreeNames {
  private var taken: Set<String>
  /// The next number to try behind a name, so that many equal names take no longer each.
  private var next: [String: Int] = [:]

  init(_ taken: some Sequence<String> = []) { self.taken = Set(taken) }

  mutating func insert(_ name: String) { taken.insert(name) }

  /// The name, or the name with `_2`, `_3`, … behind it, which is taken from now on.
  mutating func take(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = next[name, default: 2]
    while !taken.insert("\(name)_\(number)").inserted { number += 1 }
    next[name] = number + 1
    return "\(name)_\(number)"
  }
}
