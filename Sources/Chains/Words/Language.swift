/// A language that Liantu speaks to people.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// One text in the two languages, always both.
public struct Bilingual: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

/// A closed set of words of the chain document: what is written in a cell, in either language.
public protocol Term: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The Chinese spelling; the raw value is the English one.
  var chinese: String { get }
}

extension Term {
  public var name: Bilingual { Bilingual(chinese, rawValue) }
}
