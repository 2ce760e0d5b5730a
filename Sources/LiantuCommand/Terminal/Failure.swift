import Glibc
import Liantu

/// Why a command could not do what it was asked, with the exit code of sysexits.h.
struct Failure: Error {
  enum Kind: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case `internal` = 70
    case inputOutput = 74
  }

  let kind: Kind
  let lines: [Bilingual]

  init(_ kind: Kind, _ lines: Bilingual...) { self.init(kind, lines: lines) }

  init(_ kind: Kind, lines: [Bilingual]) {
    self.kind = kind
    self.lines = lines
  }

  /// Problems of a file, at most fifty of them in words; the count comes last, where it is read.
  private init(_ kind: Kind, problems: [Bilingual], omitted: Int = 0) {
    let count = problems.count + omitted
    let summary =
      count > 1
      ? [Bilingual("共 \(count) 处问题，改正后再试", "\(count) problems; mend them and try again")] : []
    self.init(kind, lines: problems.prefix(50) + summary)
  }

  init(_ problems: FileProblems) {
    let kind: Kind =
      switch problems.kind {
      case .badData: .badData
      case .noSuchInput: .noInput
      case .exists, .inputOutput: .inputOutput
      }
    self.init(
      kind,
      problems: problems.problems.map {
        Bilingual($0.line(in: .chinese), $0.line(in: .english))
      })
  }

  init(_ error: GraphFileError) {
    let kind: Kind =
      switch error.code {
      case .missing: .noInput
      case .cannotRead: .inputOutput
      case .noSuchColumn: .usage
      default: .badData
      }
    self.init(kind, Bilingual(error.chineseDescription, error.description))
  }

  init(_ error: GraphMLError) {
    let kind: Kind =
      switch error.code {
      case .cannotOpen: .noInput
      case .cannotRead: .inputOutput
      default: .badData
      }
    self.init(
      kind,
      problems: ([error] + error.further).map { problem in
        var plain = problem
        plain.further = []
        return Bilingual(plain.chineseDescription, plain.description)
      }, omitted: error.omittedCount)
  }

  var exitCode: Int32 { kind.rawValue }

  func report() {
    for line in lines { Output.error(line[Spoken.language]) }
  }
}

/// The language of this run: `--lang`, or else the locale's.
enum Spoken {
  /// Read from the arguments themselves, because messages are spoken before they are parsed.
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (position, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? ofLocale
      }
      if argument == "--lang", arguments.indices.contains(position + 1) {
        return Language(rawValue: arguments[position + 1]) ?? ofLocale
      }
    }
    return ofLocale
  }()

  private static var ofLocale: Language {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }
}
