extension GraphMLDocument {
  /// What programs will not read in the document as it is meant, were it written as it is (``Dialect/preserve``): by program
  /// in the given order, what makes it refuse the file first. There are no places.
  /// - Throws: what keeps the document from being written or that file from being read, such as nesting beyond all limits.
  /// - Complexity: O(programs × rules + elements and values).
  public func lint(for programs: [Program]) throws(GraphMLError) -> [ProgramProblem] {
    let bytes = try file(for: .preserve).bytes
    return try Self.inspect(bytes: bytes).lint(for: programs).map { problem in
      var problem = problem
      problem.location = nil
      return problem
    }
  }
}

extension GraphMLDocument.Inspection {
  /// What programs will not read in the file as it is meant: by program in the given order, what makes it refuse the file
  /// first; with the place of the first of each kind.
  ///
  /// It is about the file as it is, whatever reading repaired and however many warnings there were. What programs do is known from their sources, of yEd from its files and
  /// from reports; networkx, igraph, rustworkx, NetworKit and the schema were run on all files of the corpus.
  /// - Complexity: O(programs × rules).
  public func lint(for programs: [GraphMLDocument.Program]) -> [GraphMLDocument.ProgramProblem] {
    var problems: [GraphMLDocument.ProgramProblem] = []
    for program in programs {
      var list: [GraphMLDocument.ProgramProblem] = []
      for rule in GraphMLDocument.ProgramProblem.Rule.allCases {
        guard let fact = facts.facts[rule], let effect = rule.effects[program] else { continue }
        if program.seesNothingBehindPrefixes, facts.facts[.prefix] != nil, !rule.isOfText {
          continue
        }
        list.append(
          .init(
            program: program, rule: rule, effect: effect, subject: fact.subject,
            location: fact.location, count: fact.count))
      }
      problems += list.filter { $0.effect == .refuses }
      problems += list.filter { $0.effect != .refuses }
    }
    return problems
  }
}

extension GraphMLDocument.Program {
  /// Whether it looks for elements by their names with prefixes, and meets none in a file that has them.
  fileprivate var seesNothingBehindPrefixes: Bool {
    self == .rustworkx || self == .networkit || self == .tulip
  }
}

extension GraphMLDocument.ProgramProblem.Rule {
  /// Whether it is about the text of the file, before any element is understood.
  fileprivate var isOfText: Bool {
    switch self {
    case .encoding, .multiByteEncoding, .utf16, .documentType, .prefix, .undeclaredPrefix: true
    default: false
    }
  }

  /// What all programs do about it, as one sentence.
  var summary: (english: String, chinese: String) {
    var (english, chinese): ([String], [String]) = ([], [])
    let effects = effects
    for effect in GraphMLDocument.ProgramProblem.Effect.allCases {
      let titles = GraphMLDocument.Program.allCases.filter { effects[$0] == effect }.map(\.title)
      if titles.isEmpty { continue }
      let wording = effect.summary
      english.append("\(titles.joined(separator: ", ")) \(wording.english)")
      chinese.append("\(titles.joined(separator: "、")) \(wording.chinese)")
    }
    return (
      "\(wording.english): \(english.joined(separator: "; "))",
      "\(wording.chinese)：\(chinese.joined(separator: "；"))"
    )
  }
}

extension GraphMLDocument.ProgramProblem.Effect {
  fileprivate var summary: (english: String, chinese: String) {
    switch self {
    case .refuses: ("will not open the file", "会拒绝打开文件")
    case .drops: ("will not show it", "不会显示")
    case .misreads: ("will misunderstand it", "会误读")
    }
  }
}
