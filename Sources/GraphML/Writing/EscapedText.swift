extension [UInt8] {
  /// Appends text as it is.
  mutating func append(raw text: String) { append(contentsOf: text.utf8) }

  /// Appends UTF-8 text with what XML would misread as references: markup characters, carriage returns, and in
  /// attributes quotes and every line end and tab, which a reader would turn into blanks.
  mutating func appendEscaped(_ text: some Sequence<UInt8>, inAttribute: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case 0x0D: append(contentsOf: "&#13;".utf8)
      case UInt8(ascii: "\"") where inAttribute: append(contentsOf: "&quot;".utf8)
      case 0x09 where inAttribute: append(contentsOf: "&#9;".utf8)
      case 0x0A where inAttribute: append(contentsOf: "&#10;".utf8)
      default: append(byte)
      }
    }
  }

  /// Appends text of any kind as ``appendEscaped(_:inAttribute:)``, with U+FFFD for each character that XML cannot hold.
  /// - Returns: the number of such characters.
  mutating func appendEscaped(_ text: String, inAttribute: Bool) -> Int {
    let utf8 = text.utf8
    var isPlain = true
    var mayBeForbidden = false
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        isPlain = false
      case 0..<0x20:
        isPlain = false
        mayBeForbidden = true
      case 0xEF: mayBeForbidden = true
      default: break
      }
    }
    if mayBeForbidden {
      let replaced = text.replacingForbiddenCharacters()
      appendEscaped(replaced.text.utf8, inAttribute: inAttribute)
      return replaced.count
    }
    if isPlain { append(raw: text) } else { appendEscaped(utf8, inAttribute: inAttribute) }
    return 0
  }
}

extension String {
  /// The text with U+FFFD for each character that XML 1.0 cannot hold: the control characters other than tab, line feed and
  /// carriage return, U+FFFE and U+FFFF.
  func replacingForbiddenCharacters() -> (text: String, count: Int) {
    if unicodeScalars.allSatisfy(\.isAllowedInXML) { return (self, 0) }
    var (text, count) = ("", 0)
    for scalar in unicodeScalars {
      if !scalar.isAllowedInXML { count += 1 }
      text.unicodeScalars.append(scalar.isAllowedInXML ? scalar : "\u{FFFD}")
    }
    return (text, count)
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
