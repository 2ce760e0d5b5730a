import Chains

/// Understands cells that hold a figure.
struct FigureCell {
  /// The cell as messages quote it.
  let text: String
  /// The whole cell in half width.
  let plain: String
  let measure: Column.Measure
  let context: CellContext

  /// The figure in the unit that its column wants; `nil` is unknown.
  static func read(
    _ text: String, as measure: Column.Measure, in context: () -> CellContext
  ) throws(CellError) -> Double? {
    if let quick = plainNumber(text) { return quick }
    let cell = FigureCell(
      text: text.shownShort, plain: halfWidth(text), measure: measure, context: context())
    return Words.isUnknown(cell.plain) ? nil : try cell.figure()
  }

  /// As `read`, and also no limit (不限) and none at all (无).
  static func readLimit(
    _ text: String, as measure: Column.Measure, in context: () -> CellContext
  ) throws(CellError) -> Limit {
    if let quick = plainNumber(text) { return .limited(quick) }
    let plain = halfWidth(text)
    if Words.isUnlimited(plain) { return .unlimited }
    if Words.isNone(plain) { return .limited(0) }
    return try read(text, as: measure, in: context).map(Limit.limited) ?? .unknown
  }

  /// The usual case without any allocation: digits, a point, an exponent.
  private static func plainNumber(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }
    guard isPlain, text.utf8.last != 0x2E, let value = Double(text), value.isFinite else {
      return nil
    }
    return value
  }

  private func figure() throws(CellError) -> Double? {
    switch Figure.read(plain) {
    case .figure(let figure): return try value(of: figure)
    case .oddCommas:
      throw CellError(
        "“\(text)”中的逗号不是千位分隔：小数点写“.”，千位分隔每三位一个“,”，如 1,200.5",
        "“\(text)” has a comma that does not separate thousands: write it like 1,200.5")
    case .none: throw notAFigure
    }
  }

  private func value(of figure: Figure) throws(CellError) -> Double? {
    switch measure {
    case .share: return try share(figure)
    case .days: return try days(figure)
    case .people: return try scaled(figure, to: "人", also: ["名", "people", "persons"])
    case .kilometres: return try scaled(figure, to: "km", also: [])
    case .money: return try scaled(figure, to: context.money, also: [])
    case .quantity(let field, let aYear):
      var unit = figure.suffix
      if aYear { unit = Self.withoutYear(unit) }
      guard case .product(let name, let wanted) = context.product(field) else { return nil }
      return try scaled(figure, written: unit, to: wanted, of: name)
    case .price: return try price(figure)
    case .ratio(let field, let per): return try ratio(figure, of: field, per: per)
    }
  }

  private func share(_ figure: Figure) throws(CellError) -> Double? {
    switch figure.suffix {
    case "": return try number(figure)
    case "%": return try number(figure, -2)
    case "‰": return try number(figure, -3)
    default:
      throw misreading(figure.suffix)
        ?? CellError(
          "“\(text)”不是份额：请写 0 到 1 的数或百分数，如 0.25、25%",
          "“\(text)” is not a share: write a figure between 0 and 1, or a percentage such as 25%")
    }
  }

  private func days(_ figure: Figure) throws(CellError) -> Double? {
    switch figure.suffix.lowercased() {
    case "", "天", "日", "d", "day", "days": return try number(figure)
    case "周", "星期", "w", "week", "weeks": return try number(figure) * 7
    case "小时", "时", "h", "hour", "hours": return try number(figure) / 24
    case let unit where unit.hasSuffix("月") || unit.hasPrefix("month"):
      throw CellError(
        "“\(text)”以月计，一个月的天数不固定：请改写成天数，如 90 天",
        "“\(text)” is in months, which differ in length: write the number of days, such as 90")
    case let unit where unit.hasSuffix("年") || unit.hasPrefix("year"):
      throw CellError(
        "“\(text)”以年计，一年的天数不固定：请改写成天数，如 365 天",
        "“\(text)” is in years, which differ in length: write the number of days, such as 365")
    default: throw mismatch(figure.suffix, CellError("天", "days"))
    }
  }

  private func scaled(
    _ figure: Figure, to wanted: String, also others: [String]
  ) throws(CellError) -> Double? {
    if others.contains(figure.suffix) { return try number(figure) }
    return try scaled(figure, written: figure.suffix, to: wanted, of: nil)
  }

  private func scaled(
    _ figure: Figure, written: String, to wanted: String?, of product: String?, shift: Int = 0
  ) throws(CellError) -> Double {
    let unit = wanted.map(halfWidth)
    switch DecimalUnit.conversion(from: written, to: unit) {
    case .exponent(let exponent): return try number(figure, exponent + shift)
    case .ambiguous:
      let (plain, shown) = (figure.digits.shownShort, unit ?? "")
      throw CellError(
        "“\(text)”有两种理解，因为单位是“\(shown)”：请只写数字（如 \(plain)，即 \(plain)\(shown)），或把单位写全",
        "“\(text)” can be read in two ways, because the unit is \(shown): "
          + "write the digits alone (\(plain) means \(plain) \(shown)), or the whole unit")
    case .impossible:
      guard let unit else { throw productWithoutUnit(written, product ?? "") }
      let owner = product.map { CellError("“\($0)”的单位“\(unit)”", "\(unit), the unit of “\($0)”") }
      throw mismatch(written, owner ?? CellError("“\(unit)”", unit))
    }
  }

  /// 0.32万元/台: money, and the product's unit or one that converts to it.
  private func price(_ figure: Figure) throws(CellError) -> Double? {
    let (money, per) = Self.splitAtSlash(figure.suffix)
    var shift = 0
    if let per {
      guard case .product(let name, let wanted) = context.product(.id) else { return nil }
      shift = -(try exponent(of: per, to: wanted, of: name))
    }
    return try scaled(figure, written: money, to: context.money, of: nil, shift: shift)
  }

  /// 0.5吨/台: the unit of the input, and that of the product.
  private func ratio(_ figure: Figure, of field: Field, per: Field) throws(CellError) -> Double? {
    var (written, divisor) = Self.splitAtSlash(figure.suffix)
    guard case .product(let name, let wanted) = context.product(field) else { return nil }
    if written + "/" + (divisor ?? "") == wanted { (written, divisor) = (wanted ?? "", nil) }
    var shift = 0
    if let divisor {
      guard case .product(let name, let wanted) = context.product(per) else { return nil }
      shift = -(try exponent(of: divisor, to: wanted, of: name))
    }
    return try scaled(figure, written: written, to: wanted, of: name, shift: shift)
  }

  private func exponent(
    of written: String, to wanted: String?, of product: String
  ) throws(CellError) -> Int {
    guard
      case .exponent(let exponent) = DecimalUnit.conversion(
        from: written, to: wanted.map(halfWidth))
    else {
      guard let wanted else { throw productWithoutUnit(written, product) }
      throw mismatch(
        written, CellError("“\(product)”的单位“\(wanted)”", "\(wanted), the unit of “\(product)”"))
    }
    return exponent
  }

  private func number(_ figure: Figure, _ shift: Int = 0) throws(CellError) -> Double {
    guard let value = figure.value(shiftedBy: shift) else {
      throw CellError(
        "“\(text)”太大：请核对这个数",
        "“\(text)” is too large: check the figure")
    }
    return value
  }

  private static func withoutYear(_ unit: String) -> String {
    for ending in ["/年", "每年", "/a", "/yr", "/year"] where unit.hasSuffix(ending) {
      return trimmed(String(unit.dropLast(ending.count)))
    }
    return unit
  }

  private static func splitAtSlash(_ unit: String) -> (String, String?) {
    guard let slash = unit.lastIndex(of: "/") else { return (unit, nil) }
    return (
      trimmed(String(unit[..<slash])), trimmed(String(unit[unit.index(after: slash)...]))
    )
  }
}
