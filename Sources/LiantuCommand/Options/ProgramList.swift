import ArgumentParser
import Liantu

/// Programs with commas between: `gephi,networkx`.
struct ProgramList: ExpressibleByArgument {
  let programs: [GraphMLDocument.Program]

  init?(argument: String) {
    guard let programs = GraphMLDocument.Program.list(argument) else { return nil }
    self.programs = programs
  }

  static let allValueStrings = GraphMLDocument.Program.allCases.map(\.rawValue)
}

extension RawRepresentable where RawValue == String, Self: Equatable {
  /// The values that a list names, each once, in its order; nil if it names none or an unknown one.
  static func list(_ text: String) -> [Self]? {
    let words = text.split(separator: ",").map { $0.trimmingBlanks.lowercased() }
    let values = words.compactMap(Self.init)
    guard !words.isEmpty, values.count == words.count else { return nil }
    return values.enumerated().filter { place, value in !values[..<place].contains(value) }
      .map(\.element)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
