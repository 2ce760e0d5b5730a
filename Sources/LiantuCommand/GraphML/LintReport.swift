import FoundationEssentials
import Liantu

/// What programs do with a GraphML file, as `check --for` prints it.
struct LintReport {
  let path: String
  let reading: GraphMLDocument.Reading
  let programs: [GraphMLDocument.Program]
  let problems: [GraphMLDocument.ProgramProblem]
  let language: Language

  init(
    _ inspection: GraphMLDocument.Inspection, path: String, for programs: [GraphMLDocument.Program],
    language: Language
  ) {
    self.path = path
    reading = inspection.reading
    self.programs = programs
    self.language = language
    problems = inspection.lint(for: programs)
  }

  /// Whether a program does not open the file.
  var isRefused: Bool { problems.contains { $0.effect == .refuses } }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func description(_ problem: GraphMLDocument.ProgramProblem) -> String {
    language == .chinese ? problem.chineseDescription : problem.description
  }

  /// A line for the file, then for each program a line, or one for each thing that it minds.
  var text: String {
    let (nodes, edges) = (reading.nodeCount, reading.edgeCount)
    var lines = [say("\(path)：节点 \(nodes)、边 \(edges)", "\(path): nodes \(nodes), edges \(edges)")]
    for program in programs {
      let own = problems.filter { $0.program == program }
      if own.isEmpty {
        lines.append("✓ \(program.rawValue)")
        continue
      }
      let refuses = own.contains { $0.effect == .refuses }
      lines.append("\(refuses ? "✗" : "!") \(program.rawValue)")
      lines += own.map { "  " + description($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var rows: [[String]] {
    let header = [
      say("软件", "program"), say("后果", "effect"), say("规则", "rule"), say("对象", "subject"),
      say("行", "line"), say("列", "column"), say("次数", "count"), say("说明", "text"),
    ]
    return [header]
      + problems.map { problem in
        [
          problem.program.rawValue, problem.effect.rawValue, problem.rule.rawValue, problem.subject,
          problem.location.map { "\($0.line)" } ?? "",
          problem.location.map { "\($0.column)" } ?? "",
          "\(problem.count)", description(problem),
        ]
      }
  }

  /// A header row, then a row a problem: RFC 4180.
  var csv: String {
    rows.map { row in
      row.map { cell in
        let isPlain = !cell.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        return isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\""
      }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A pipe table.
  var markdown: String {
    var lines = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: rows[0].count), at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `$defs/lint` of `docs/analysis.schema.json`.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let answer = Answer(
      nodes: reading.nodeCount, edges: reading.edgeCount,
      problems: problems.map { problem in
        Answer.Problem(
          program: problem.program.rawValue, effect: problem.effect.rawValue,
          rule: problem.rule.rawValue, subject: problem.subject, line: problem.location?.line,
          column: problem.location?.column, count: problem.count,
          text: .init(zh: problem.chineseDescription, en: problem.description))
      })
    return String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n"
  }

  private struct Answer: Encodable {
    var schema = 1
    let nodes: Int
    let edges: Int
    let problems: [Problem]

    struct Problem: Encodable {
      let program: String
      let effect: String
      let rule: String
      let subject: String
      let line: Int?
      let column: Int?
      let count: Int
      let text: Text

      private enum Key: CodingKey {
        case program, effect, rule, subject, line, column, count, text
      }

      /// Every key is there; what is not known is null.
      func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(program, forKey: .program)
        try object.encode(effect, forKey: .effect)
        try object.encode(rule, forKey: .rule)
        try object.encode(subject, forKey: .subject)
        try object.encode(line, forKey: .line)
        try object.encode(column, forKey: .column)
        try object.encode(count, forKey: .count)
        try object.encode(text, forKey: .text)
      }
    }

    struct Text: Encodable {
      let zh: String
      let en: String
    }
  }
}
