import Chains

/// How a header line is understood: which column each header is.
struct HeaderReading {
  /// For each header the number of its column in the schema; `nil` for one that schema 1 does not know.
  var columns: [Int?] = []
  var problems: [(field: Field?, problem: FileProblem)] = []

  /// - Parameter money: the chain's money, which a header may repeat in brackets.
  init(_ raw: RawTable, _ schema: [Column], money: String) {
    let names = Self.names(schema)
    var first: [Int: RawHeader] = [:]
    var unknown: [String: RawHeader] = [:]
    for header in raw.headers {
      let (name, bracket) = Self.split(header.text)
      var found = names[headerKey(header.text)] ?? names[headerKey(name)]
      if let column = found, let bracket, names[headerKey(header.text)] == nil,
        !Self.agrees(bracket, schema[column].content, money: money)
      {
        problems.append(
          (schema[column].field, Self.unitInHeader(raw, header, name, bracket)))
        columns.append(nil)
        continue
      }
      if let column = found, let other = first[column] {
        problems.append((nil, Self.twice(raw, header, other, schema[column])))
        found = nil
      } else if let column = found {
        first[column] = header
      } else if let other = unknown[header.text], !header.text.isEmpty {
        problems.append((nil, Self.twice(raw, header, other, nil)))
      } else {
        unknown[header.text] = header
      }
      columns.append(found)
    }
  }

  /// The number of the column that each header, as it is compared, stands for.
  static func names(_ schema: [Column]) -> [String: Int] {
    var names: [String: Int] = [:]
    for (number, column) in schema.enumerated() {
      for name in [column.header.english, column.header.chinese] + column.otherHeaders {
        names[headerKey(name)] = names[headerKey(name)] ?? number
      }
    }
    return names
  }

  /// 单价（万元） is 单价 and 万元.
  private static func split(_ header: String) -> (name: String, bracket: String?) {
    let plain = halfWidth(header)
    guard plain.hasSuffix(")"), let open = plain.lastIndex(of: "(") else { return (plain, nil) }
    let inner = plain[plain.index(after: open)...].dropLast()
    return (trimmed(String(plain[..<open])), trimmed(String(inner)))
  }

  /// Whether a unit in the header is the one that the column has anyway.
  private static func agrees(
    _ bracket: String, _ content: Column.Content, money: String
  ) -> Bool {
    let measure: Column.Measure
    switch content {
    case .figure(let wanted), .limit(let wanted): measure = wanted
    default: return true
    }
    switch measure {
    case .quantity(_, let aYear): return aYear && ["年", "每年", "/年", "a year"].contains(bracket)
    case .ratio: return false
    case .money, .price: return bracket == halfWidth(money)
    case .share: return bracket == "0-1"
    case .days: return ["天", "日", "days"].contains(bracket)
    case .kilometres: return ["公里", "千米", "km"].contains(bracket)
    case .people: return ["人", "名"].contains(bracket)
    }
  }

  private static func twice(
    _ raw: RawTable, _ header: RawHeader, _ other: RawHeader, _ column: Column?
  ) -> FileProblem {
    let isSame = header.text == other.text
    let name = column.map(\.header) ?? Bilingual(header.text, header.text)
    return FileProblem(
      at: Location(
        path: raw.path, table: raw.table, line: header.mark.line, column: header.mark.column,
        header: header.text),
      isSame
        ? Bilingual(
          "“\(header.text.shownShort)”列出现两次：请删除一列",
          "there are two columns “\(header.text.shownShort)”: delete one")
        : Bilingual(
          "“\(other.text.shownShort)”和“\(header.text.shownShort)”是同一列（\(name.chinese)）：请删除一列",
          "“\(other.text.shownShort)” and “\(header.text.shownShort)” are the same column (\(name.english)): delete one"
        ))
  }

  private static func unitInHeader(
    _ raw: RawTable, _ header: RawHeader, _ name: String, _ bracket: String
  ) -> FileProblem {
    let (name, bracket) = (name.shownShort, bracket.shownShort)
    return FileProblem(
      at: Location(
        path: raw.path, table: raw.table, line: header.mark.line, column: header.mark.column,
        header: header.text),
      Bilingual(
        "表头里的“\(bracket)”不是这一列的单位：请把表头改成“\(name)”，并把单位写在每个数后面（如 5\(bracket)）",
        "“\(bracket)” in the header is not the unit of this column: "
          + "make the header “\(name)” and write the unit behind each figure (such as 5 \(bracket))"
      ))
  }
}
