extension GraphMLValue {
  /// What a text gives when it is read as a value of a type.
  enum Outcome {
    /// The value; nil for an empty text where the type has no empty value.
    case value(GraphMLValue?)
    /// A number that the type has no room for, in the type that has.
    case outOfRange(GraphMLValue)
    /// Not of the type: what it is instead.
    case unreadable(GraphMLValue)
  }

  /// Reads a text as a value. Blanks around numbers and truth values do not matter, those of strings are kept.
  static func read(_ text: String, as kind: Kind) -> Outcome {
    switch kind {
    case .string: return .value(.string(text))
    case .xml: return .value(.xml(text))
    case .boolean, .int, .long, .float, .double: break
    }
    let trimmed = text.trimmingXMLBlanks
    if trimmed.isEmpty { return .value(nil) }
    switch kind {
    case .boolean: return readBoolean(trimmed)
    case .int, .long: return readInteger(trimmed, as: kind)
    case .float, .double: return readReal(trimmed, as: kind)
    case .string, .xml: return .value(.string(text))
    }
  }

  private static func readBoolean(_ text: String) -> Outcome {
    switch text.lowercased() {
    case "true", "1", "yes": .value(.boolean(true))
    case "false", "0", "no": .value(.boolean(false))
    default: .unreadable(.string(text))
    }
  }

  private static func readInteger(_ text: String, as kind: Kind) -> Outcome {
    if kind == .int, let value = Int32(text) { return .value(.int(value)) }
    if let value = Int64(text) {
      return kind == .long ? .value(.long(value)) : .outOfRange(.long(value))
    }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    if digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      return .outOfRange(.string(text))
    }
    if let value = finite(text) { return .unreadable(.double(value)) }
    return .unreadable(.string(text))
  }

  private static func readReal(_ text: String, as kind: Kind) -> Outcome {
    if let special = infinityOrNaN(text) {
      return .value(kind == .float ? .float(Float(special)) : .double(special))
    }
    guard let value = Double(text) else { return .unreadable(.string(text)) }
    guard value.isFinite else { return .outOfRange(.string(text)) }
    guard kind == .float else { return .value(.double(value)) }
    guard let single = Float(text), single.isFinite else { return .outOfRange(.double(value)) }
    return .value(.float(single))
  }

  private static func finite(_ text: String) -> Double? {
    guard infinityOrNaN(text) == nil, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// INF, Infinity and NaN in any case, with or without a sign.
  private static func infinityOrNaN(_ text: String) -> Double? {
    guard let last = text.utf8.last, last | 0x20 >= UInt8(ascii: "f") else { return nil }
    switch text.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default: return nil
    }
  }
}

extension GraphMLValue.Kind {
  /// The type that a file spells as `name`, and whether GraphML or a known program writes that; nil if nobody does.
  static func named(_ name: String) -> GraphMLValue.Kind? {
    let lowercased = name.lowercased()
    switch lowercased {
    case "boolean", "bool": return .boolean
    case "int", "integer", "short", "byte": return .int
    case "long", "long long": return .long
    case "float": return .float
    case "double", "long double": return .double
    case "string", "char", "bigdecimal", "biginteger", "python_object": return .string
    default:
      return lowercased.hasPrefix("vector_") || lowercased.hasPrefix("list") ? .string : nil
    }
  }
}

extension String {
  /// The text without blanks, tabs and line ends around it.
  var trimmingXMLBlanks: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else {
      return self
    }
    let start = utf8.firstIndex { !isBlank($0) } ?? utf8.endIndex
    guard let end = utf8.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(self[start...end])
  }
}
