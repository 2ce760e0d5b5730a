/// A text that is equal to another as XML has it: byte by byte, and not where two spell one character differently.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (first: ByteText, second: ByteText) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
