/// A JSON value, for the manifest of a universal file: text, integers, truth values, arrays and objects in order.
enum JSON: Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  static func == (first: JSON, second: JSON) -> Bool { first.text == second.text }

  /// The value of a member of an object.
  subscript(name: String) -> JSON? {
    if case .object(let members) = self { members.last { $0.name == name }?.value } else { nil }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? { if case .int(let number) = self { number } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var array: [JSON] { if case .array(let items) = self { items } else { [] } }
  var members: [(name: String, value: JSON)] {
    if case .object(let members) = self { members } else { [] }
  }
}

// MARK: - Writing

extension JSON {
  /// The value without blanks; characters that XML cannot hold are escaped.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let number): String(number)
    case .string(let text): Self.quoted(text)
    case .array(let items): "[\(items.map(\.text).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.name)):\($0.value.text)" }.joined(separator: ","))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

// MARK: - Reading

extension JSON {
  /// The value of a text; nil if it is not JSON, or has fractions, which no manifest has.
  init?(_ text: String) {
    var reader = Reader(rest: text.unicodeScalars[...])
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    var rest: Substring.UnicodeScalarView

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return rest.isEmpty
      }
    }

    mutating func skipBlanks() {
      while let first = rest.first, [" ", "\n", "\t", "\r"].contains(first) { rest.removeFirst() }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    mutating func take(word: String) -> Bool {
      guard rest.starts(with: word.unicodeScalars) else { return false }
      rest.removeFirst(word.unicodeScalars.count)
      return true
    }

    mutating func value(depth: Int) -> JSON? {
      guard depth < 16 else { return nil }
      if take("\"") { return string().map(JSON.string) }
      if take("[") { return array(depth: depth) }
      if take("{") { return object(depth: depth) }
      if take(word: "true") { return .bool(true) }
      if take(word: "false") { return .bool(false) }
      if take(word: "null") { return .null }
      let digits = rest.prefix { $0 == "-" || ("0"..."9").contains($0) }
      rest.removeFirst(digits.count)
      return Int(String(digits)).map(JSON.int)
    }

    mutating func array(depth: Int) -> JSON? {
      var items: [JSON] = []
      if take("]") { return .array([]) }
      repeat {
        guard let item = value(depth: depth + 1) else { return nil }
        items.append(item)
      } while take(",")
      return take("]") ? .array(items) : nil
    }

    mutating func object(depth: Int) -> JSON? {
      var members: [(name: String, value: JSON)] = []
      if take("}") { return .object([]) }
      repeat {
        guard take("\""), let name = string(), take(":"), let value = value(depth: depth + 1)
        else { return nil }
        members.append((name, value))
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    /// The rest of a string whose first quote is taken.
    mutating func string() -> String? {
      var text = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\"": return String(text)
        case "\\":
          guard let escaped = escape() else { return nil }
          text.append(escaped)
        default: text.append(scalar)
        }
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      switch rest.popFirst() {
      case "n": return "\n"
      case "t": return "\t"
      case "r": return "\r"
      case "b": return "\u{8}"
      case "f": return "\u{C}"
      case "u":
        guard let first = unit() else { return nil }
        return pair(first)
      case let other: return other
      }
    }

    private mutating func unit() -> UInt32? {
      let digits = rest.prefix(4)
      guard digits.count == 4 else { return nil }
      rest.removeFirst(4)
      return UInt32(String(digits), radix: 16)
    }

    /// The character of a UTF-16 unit, with the second one of a pair if it is a first.
    private mutating func pair(_ high: UInt32) -> Unicode.Scalar? {
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
      guard take(word: "\\u"), let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }
  }
}
