/// What a file cannot say, one entry for each kind in the order of its first occurrence.
struct LossReport {
  private struct Key: Hashable {
    let code: GraphMLError.Code
    let what: String
  }

  private var places: [Key: Int] = [:]
  private(set) var losses: [GraphMLError] = []

  mutating func add(_ loss: Loss, _ number: Int = 1) {
    add(loss.rawValue, number, as: .notWritten)
  }

  mutating func add(_ what: String, _ number: Int, as code: GraphMLError.Code) {
    if number <= 0 { return }
    let key = Key(code: code, what: what)
    if let place = places[key] {
      losses[place].count += number
    } else {
      places[key] = losses.count
      losses.append(GraphMLError(code, what, count: number))
    }
  }

  mutating func add(_ foreign: [GraphMLDocument.Foreign]) {
    for item in foreign where !item.isRewritten { add(.foreign) }
  }

  /// Times and foreign attributes of values, and earlier values of an attribute.
  mutating func add(_ values: GraphMLDocument.Values) {
    for entry in values {
      add(entry.foreign)
      if entry.time != nil { add(.time) }
    }
    add(.earlierValue, values.repeatedCount)
  }
}
