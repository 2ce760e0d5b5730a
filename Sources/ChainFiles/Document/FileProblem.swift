public import Chains

/// One thing wrong with a file: where, the value that is wrong, and what to do about it.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What sort of trouble it is; a command chooses its exit code by it.
  public enum Kind: Hashable, Sendable {
    /// The content is wrong (EX_DATAERR, 65).
    case badData
    /// There is no such file or folder (EX_NOINPUT, 66).
    case noSuchInput
    /// There is something of that name already, and nobody said that it may be replaced (EX_CANTCREAT, 73).
    case exists
    /// The system refused to read or to write (EX_IOERR, 74).
    case inputOutput
  }

  /// What sort of trouble it is.
  public let kind: Kind
  /// Where it is, as exactly as is known.
  public let location: Location
  /// The cell as it is written, where the problem is one cell.
  public let value: String?
  /// What is wrong and what to do, without the place.
  public let text: Bilingual

  /// A problem at a place.
  public init(
    _ kind: Kind = .badData, at location: Location, value: String? = nil, _ text: Bilingual
  ) {
    self.kind = kind
    self.location = location
    self.value = value
    self.text = text
  }

  /// The problem on one line with its place: `chain.yaml:12:5: products, value: “abc” is not a figure …`.
  public func line(in language: Language) -> String {
    var place = location.table.map { language == .chinese ? $0.chinese : $0.rawValue } ?? ""
    if let header = location.header?.shownShort {
      place += place.isEmpty ? header : (language == .chinese ? "·" : ", ") + header
    }
    return "\(location): " + (place.isEmpty ? "" : place + ": ") + text[language]
  }

  /// The problem in English, with its place.
  public var description: String { line(in: .english) }
}

/// All problems of a document at once, in the order of its files and lines.
public struct FileProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one.
  public let problems: [FileProblem]

  /// The problems, put in the order of files and lines.
  public init(_ problems: [FileProblem]) {
    // Sorting is stable, so problems of one cell keep the order in which they were found. An alias of YAML stands for one
    // place many times, where the same is wrong each time.
    var told = Set<FileProblem>()
    self.problems = problems.sorted { $0.location < $1.location }
      .filter { told.insert($0).inserted }
  }

  /// The gravest kind: the system's refusal before a missing file, before bad data.
  public var kind: FileProblem.Kind {
    let kinds = problems.map(\.kind)
    for kind in [FileProblem.Kind.inputOutput, .noSuchInput, .exists] where kinds.contains(kind) {
      return kind
    }
    return .badData
  }

  /// One problem a line, in English.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Something that a reader should know about a file and that does not keep it from being read, such as the encoding
/// that was taken or a column that schema 1 does not know.
public struct Notice: Hashable, Sendable, CustomStringConvertible {
  /// Where it is, as exactly as is known.
  public let location: Location
  /// What is to be known, without the place.
  public let text: Bilingual

  /// A notice about a place.
  public init(at location: Location, _ text: Bilingual) {
    self.location = location
    self.text = text
  }

  /// The notice in English, with its place.
  public var description: String { "\(location): \(text[.english])" }
}
