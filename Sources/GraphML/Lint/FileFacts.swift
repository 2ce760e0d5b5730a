/// What a document does not say of the file that it was read from and that some programs mind: for each fact the first place
/// and the number.
struct FileFacts: Hashable, Sendable {
  typealias Rule = GraphMLDocument.DialectProblem.Rule

  struct Fact: Hashable, Sendable {
    let subject: String
    let location: GraphMLError.Location
    var count: Int
  }

  private(set) var facts: [Rule: Fact] = [:]

  mutating func note(_ rule: Rule, _ subject: String = "", at location: GraphMLError.Location) {
    if facts[rule] != nil {
      facts[rule]?.count += 1
    } else {
      facts[rule] = Fact(subject: subject, location: location, count: 1)
    }
  }
}
