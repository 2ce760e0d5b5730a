/// The repairs of a reading, in file order: a bounded list and their number.
struct ReadingProblems {
  private(set) var list: [GraphMLError] = []
  /// The number of repairs, those not in the list included.
  private(set) var total = 0
  private let limit: Int
  /// The place in the list of the problems that are listed once however often they occur.
  private var places: [Kind: Int] = [:]

  private struct Kind: Hashable {
    let code: GraphMLError.Code
    let subject: String
  }

  init(limit: Int) { self.limit = limit }

  /// Lists a problem while there is room. Its path is only found for the list: it takes longer than all the rest.
  mutating func add(
    _ code: GraphMLError.Code, _ subject: String, at location: GraphMLError.Location?,
    path: @autoclosure () -> String, count: Int = 1
  ) {
    total += count
    if list.count < limit {
      list.append(
        GraphMLError(code, subject.shortened, at: location, path: path(), count: count))
    }
  }

  /// Lists a problem the first time, and counts it when it has been listed with the same code and subject.
  mutating func addOnce(
    _ code: GraphMLError.Code, _ subject: String, at location: GraphMLError.Location?,
    path: @autoclosure () -> String
  ) {
    let kind = Kind(code: code, subject: subject.shortened)
    if let place = places[kind] {
      total += 1
      list[place].count += 1
    } else {
      if list.count < limit { places[kind] = list.count }
      add(code, subject, at: location, path: path())
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
