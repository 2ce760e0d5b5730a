import Chains

/// What a cell says once it is understood, whatever file it comes from or goes to.
enum CellValue: Hashable, Sendable {
  /// Nothing is said: unknown, or the column's default.
  case blank
  case text(String)
  case list([String])
  case flag(Bool)
  /// A word of a closed set, by its English spelling.
  case word(String)
  case date(CalendarDate)
  case number(Double)
  /// Never `unknown`, which is `blank`.
  case limit(Limit)
}

/// What a kind of property of a record and a cell have in common.
protocol CellConvertible: Sendable {
  /// What is to be written.
  var cell: CellValue { get }
  /// `nil` where `cell` says nothing that this type can be, and then the record keeps its default.
  init?(cell: CellValue)
}

extension String: CellConvertible {
  var cell: CellValue { isEmpty ? .blank : .text(self) }
  init?(cell: CellValue) {
    guard case .text(let text) = cell else { return nil }
    self = text
  }
}

extension Identifier: CellConvertible {
  var cell: CellValue { text.cell }
  init?(cell: CellValue) {
    guard case .text(let text) = cell else { return nil }
    self.init(text)
  }
}

extension Double: CellConvertible {
  var cell: CellValue { .number(self) }
  init?(cell: CellValue) {
    guard case .number(let number) = cell else { return nil }
    self = number
  }
}

extension Bool: CellConvertible {
  var cell: CellValue { .flag(self) }
  init?(cell: CellValue) {
    guard case .flag(let flag) = cell else { return nil }
    self = flag
  }
}

extension CalendarDate: CellConvertible {
  var cell: CellValue { .date(self) }
  init?(cell: CellValue) {
    guard case .date(let date) = cell else { return nil }
    self = date
  }
}

extension Limit: CellConvertible {
  var cell: CellValue { self == .unknown ? .blank : .limit(self) }
  init?(cell: CellValue) {
    guard case .limit(let limit) = cell else { return nil }
    self = limit
  }
}

extension Array: CellConvertible where Element: CellConvertible {
  var cell: CellValue {
    let texts = compactMap { element -> String? in
      guard case .text(let text) = element.cell else { return nil }
      return text
    }
    return texts.isEmpty ? .blank : .list(texts)
  }
  init?(cell: CellValue) {
    guard case .list(let texts) = cell else { return nil }
    self = texts.compactMap { Element(cell: .text($0)) }
  }
}

extension Optional: CellConvertible where Wrapped: CellConvertible {
  var cell: CellValue { self?.cell ?? .blank }
  init?(cell: CellValue) {
    guard let wrapped = Wrapped(cell: cell) else { return nil }
    self = .some(wrapped)
  }
}
