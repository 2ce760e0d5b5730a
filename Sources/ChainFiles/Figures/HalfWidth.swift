/// The text with full-width forms (１２％，（）) as their ASCII ones, and without blanks at the ends.
func halfWidth(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000, 0xA0, 0x2002...0x200A: scalars.append(" ")
    case 0x2212: scalars.append("-")
    default: scalars.append(scalar)
    }
  }
  return trimmed(String(scalars))
}

/// The text without blanks, tabs and line ends at its ends, ideographic and no-break blanks among them.
func trimmed(_ text: String) -> String {
  let bytes = text.utf8
  guard let first = bytes.first, let last = bytes.last else { return text }
  // Printable ASCII at both ends, the usual case.
  if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return text }
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  if start == scalars.startIndex, scalars.index(after: end) == scalars.endIndex { return text }
  return String(scalars[start...end])
}
