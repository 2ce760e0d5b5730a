extension String {
  /// The text in lines of at most `width` columns, broken at blanks or beside Chinese characters.
  ///
  /// A line neither starts with closing punctuation nor ends in an opening one, a figure stays with the
  /// character beside it, and what stands in square brackets stays together, unless it is wider than a
  /// line. Only blanks at the ends of lines are dropped.
  ///
  /// - Precondition: `width` is at least 2, which one Chinese character takes.
  /// - Complexity: O(characters).
  package func wrapped(to width: Int) -> [String] {
    precondition(width >= 2)
    var lines: [String] = []
    var line = ""
    for piece in pieces() {
      if line.displayWidth + piece.trimmedEnd.displayWidth <= width {
        line += piece
        continue
      }
      if !line.isEmpty { lines.append(line.trimmedEnd) }
      let cut = piece.trimmedEnd.cut(to: width)
      lines += cut.dropLast().map(\.trimmedEnd).filter { !$0.isEmpty }
      line = (cut.last ?? "") + piece.dropFirst(piece.trimmedEnd.count)
    }
    let rest = line.trimmedEnd
    return rest.isEmpty && !lines.isEmpty ? lines : lines + [rest]
  }

  /// The parts between which a line may end; blanks belong to the part before them.
  private func pieces() -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    for character in self {
      if depth == 0, let last = piece.last, last.allowsBreak(before: character) {
        pieces.append(piece)
        piece = ""
      }
      if character == "[" { depth += 1 }
      if character == "]" { depth = max(0, depth - 1) }
      piece.append(character)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// What has no place to break, broken where it must be.
  private func cut(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in self {
      if line.displayWidth + character.displayWidth > width, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line.append(character)
    }
    return lines + [line]
  }
}

extension [String] {
  /// The items side by side in lines of at most `width` columns; an item that is wider is wrapped itself.
  package func packed(to width: Int, separator: String) -> [String] {
    var lines: [String] = []
    for item in self {
      if let last = lines.last,
        last.displayWidth + separator.displayWidth + item.displayWidth <= width
      {
        lines[lines.count - 1] = last + separator + item
      } else {
        lines += item.wrapped(to: width)
      }
    }
    return lines
  }
}

extension Character {
  var isBlank: Bool { self == " " || self == "　" }

  fileprivate func allowsBreak(before next: Character) -> Bool {
    if next.isBlank || Self.closing.contains(next) || Self.opening.contains(self) { return false }
    if isBlank { return true }
    if isASCIIDigit || next.isASCIIDigit { return false }
    return displayWidth == 2 || next.displayWidth == 2
  }

  private var isASCIIDigit: Bool { isASCII && isNumber }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "」", "』", "】", "…", "％",
    ",", ".", ";", ":", "?", "!", ")", "]", "}", "%",
  ]

  private static let opening: Set<Character> = [
    "（", "《", "“", "‘", "「", "『", "【", "(", "[", "{",
  ]
}
