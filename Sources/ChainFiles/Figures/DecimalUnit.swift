/// A unit as a power of ten of a base unit: 万吨 is 10¹⁰ g, 亿元 is 10⁸ 元, 台 is 10⁰ 台.
///
/// Two units of one base convert exactly, by moving the decimal point.
struct DecimalUnit: Hashable {
  /// g, m, W, Wh, L, or the unit's own text where it is of no known family; empty for a bare 万.
  let base: String
  let exponent: Int

  /// Never fails: what is not known is a base of its own.
  init(_ text: some StringProtocol) {
    let text = String(text)
    if let known = Self.families[text] {
      (base, exponent) = known
    } else if let (multiplier, rest) = Self.splitMultiplier(text) {
      let inner = rest.isEmpty ? nil : DecimalUnit(rest)
      base = inner?.base ?? ""
      exponent = multiplier + (inner?.exponent ?? 0)
    } else {
      (base, exponent) = (text, 0)
    }
  }

  /// The power of ten of the word of number that `text` starts with, and what follows: 万台 is 4 and 台.
  static func splitMultiplier(_ text: String) -> (exponent: Int, rest: String)? {
    for (word, exponent) in multipliers where text.hasPrefix(word) {
      return (exponent, trimmed(String(text.dropFirst(word.count))))
    }
    return nil
  }

  /// Longest first.
  private static let multipliers: [(String, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("十万", 5), ("亿", 8), ("万", 4), ("千", 3), ("百", 2),
    ("thousand", 3), ("million", 6), ("billion", 9),
  ]

  private static let families: [String: (String, Int)] = {
    var units: [String: (String, Int)] = [
      "毫克": ("g", -3), "mg": ("g", -3), "g": ("g", 0), "克": ("g", 0), "kg": ("g", 3),
      "千克": ("g", 3), "公斤": ("g", 3), "t": ("g", 6), "吨": ("g", 6), "公吨": ("g", 6),
      "kt": ("g", 9), "Mt": ("g", 12), "tonne": ("g", 6), "tonnes": ("g", 6),
      "mm": ("m", -3), "毫米": ("m", -3), "cm": ("m", -2), "厘米": ("m", -2), "m": ("m", 0),
      "米": ("m", 0), "km": ("m", 3), "千米": ("m", 3), "公里": ("m", 3),
      "mL": ("L", -3), "毫升": ("L", -3), "L": ("L", 0), "升": ("L", 0), "m3": ("L", 3),
      "m³": ("L", 3), "立方米": ("L", 3), "m2": ("m²", 0), "m²": ("m²", 0), "平方米": ("m²", 0),
      "瓦": ("W", 0), "千瓦": ("W", 3), "兆瓦": ("W", 6), "吉瓦": ("W", 9),
      "瓦时": ("Wh", 0), "千瓦时": ("Wh", 3), "度": ("Wh", 3), "兆瓦时": ("Wh", 6), "吉瓦时": ("Wh", 9),
    ]
    for base in ["W", "Wh"] {
      for (prefix, exponent) in [("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12)] {
        units[prefix + base] = (base, exponent)
      }
    }
    return units
  }()
}

extension DecimalUnit {
  /// How a unit behind a figure relates to the unit that is wanted.
  enum Conversion: Equatable {
    /// The figure times ten to this power is in the unit that is wanted.
    case exponent(Int)
    /// A bare 万 where the unit itself starts with 万: nobody can say whether it is meant twice.
    case ambiguous
    case impossible
  }

  /// - Parameter wanted: `nil` where no unit is stated.
  static func conversion(from written: String, to wanted: String?) -> Conversion {
    if written.isEmpty || written == wanted { return .exponent(0) }
    if let (exponent, rest) = splitMultiplier(written), families[written] == nil {
      if rest.isEmpty {
        let isDoubled = wanted.map { splitMultiplier($0) != nil && families[$0] == nil } ?? false
        return isDoubled ? .ambiguous : .exponent(exponent)
      }
      if rest == wanted { return .exponent(exponent) }
    }
    guard let wanted else { return .impossible }
    let (from, to) = (DecimalUnit(written), DecimalUnit(wanted))
    return from.base == to.base ? .exponent(from.exponent - to.exponent) : .impossible
  }
}
