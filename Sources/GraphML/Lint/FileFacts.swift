/// What is in a file that some program minds: for each rule the first place and the number.
struct FileFacts: Hashable, Sendable {
  typealias Rule = GraphMLDocument.ProgramProblem.Rule

  struct Fact: Hashable, Sendable {
    let subject: String
    let location: GraphMLError.Location
    var count: Int
  }

  private(set) var facts: [Rule: Fact] = [:]

  /// Notes a rule that the file breaks; the subject is only made for the first place.
  mutating func note(
    _ rule: Rule, _ subject: @autoclosure () -> String = "", at location: GraphMLError.Location
  ) {
    if facts[rule] != nil {
      facts[rule]?.count += 1
    } else {
      // Texts may be as long as a file.
      let subject = String(subject().prefix(80))
      facts[rule] = Fact(subject: subject, location: location, count: 1)
    }
  }
}
