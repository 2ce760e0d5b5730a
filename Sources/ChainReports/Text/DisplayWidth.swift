extension String {
  /// How many columns of a terminal the text takes: Chinese characters two, combining marks none.
  ///
  /// Ambiguous characters count as one, as in modern terminals. (Unicode Standard Annex #11.)
  package var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }

  /// The text with blanks up to a width; `trailing` puts them in front.
  package func padded(to width: Int, trailing: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth))
    return trailing ? blanks + self : self + blanks
  }

  /// The text cut to a width, with `…` where something is missing.
  package func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var text = ""
    var used = 0
    for character in self {
      let next = character.displayWidth
      guard used + next <= width - 1 else { break }
      text.append(character)
      used += next
    }
    return text + "…"
  }

  /// The text without the blanks at its end.
  var trimmedEnd: String {
    var text = self
    while text.last?.isBlank == true { text.removeLast() }
    return text
  }
}

extension Character {
  /// The width of the widest scalar; a sequence drawn as one picture is two columns wide.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation { return 2 }
      width = max(width, scalar.displayWidth)
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return Self.isWide(value) ? 2 : 1
  }

  /// The blocks whose characters are Wide or Fullwidth.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB,
      0x1F200...0x1F251, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
