/// The repairs of a reading, in file order: a bounded list and their number.
struct ReadingProblems {
  private(set) var list: [GraphMLError] = []
  /// The number of repairs, those not in the list included.
  private(set) var total = 0
  private let limit: Int
  /// The place in the list of the problems that are listed once however often they occur.
  private var places: [String: Int] = [:]

  init(limit: Int) { self.limit = limit }

  /// Lists a problem while there is room.
  mutating func add(_ problem: GraphMLError) {
    total += 1
    if list.count < limit { list.append(problem) }
  }

  /// Lists a problem the first time, and counts it when it has been listed with the same code and subject.
  mutating func addOnce(_ problem: GraphMLError) {
    let key = "\(problem.code.rawValue) \(problem.subject)"
    if let place = places[key] {
      total += 1
      list[place].count += 1
    } else {
      if list.count < limit { places[key] = list.count }
      add(problem)
    }
  }

  /// The problems in the order of their places in the file; some are only known at its end.
  var inFileOrder: [GraphMLError] {
    list.enumerated().sorted { first, second in
      let (a, b) = (first.element.location, second.element.location)
      return (a?.line ?? 0, a?.column ?? 0, first.offset)
        < (b?.line ?? 0, b?.column ?? 0, second.offset)
    }.map(\.element)
  }
}
