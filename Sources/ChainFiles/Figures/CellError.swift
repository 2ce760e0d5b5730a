import Chains

/// Why a cell cannot be understood, and what to write instead.
struct CellError: Error, Hashable, Sendable {
  let text: Bilingual

  init(_ chinese: String, _ english: String) { text = Bilingual(chinese, english) }
}
