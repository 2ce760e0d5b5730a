/// What defaults take in a file that states them for every element that has nothing else: a short file of many elements with
/// a long default, or many, must not become an endless one.
struct DefaultExpansion {
  /// What they may take in any file, and for each element more: some seven defaults, with the elements around them.
  private static let (free, freePerElement) = (16 << 20, 256)
  /// The bytes of `<data key="…"></data>` around a value.
  private static let frame = 32

  private var (length, elementCount) = (0, 0)
  private var longest: (name: String, length: Int, count: Int) = ("", 0, 0)

  mutating func note(_ columns: UniversalColumns?) {
    guard let columns else { return }
    elementCount += columns.elementCount
    for field in columns.fields {
      guard let value = field.attribute.defaultValue else { continue }
      let count = max(columns.elementCount - field.statedCount, 0)
      let (added, overflows) = count.multipliedReportingOverflow(
        by: value.text.utf8.count + Self.frame)
      let sum = length.addingReportingOverflow(added)
      length = overflows || sum.overflow ? .max : sum.partialValue
      if added > longest.length { longest = (field.attribute.name, added, count) }
    }
  }

  /// - Throws: the default that takes most, if all take too much.
  func check() throws(GraphMLError) {
    if length <= Self.free + elementCount * Self.freePerElement { return }
    throw GraphMLError(.longDefaults, longest.name, path: "graphml/key", count: longest.count)
  }
}
