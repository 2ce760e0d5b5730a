import Chains

/// Gives every key of a table's records a place among the headers; spellings of one column share a place, so that
/// records may be written in different languages.
struct KeyPlaces {
  private let columns: [String: Int]
  private var places: [String: Int] = [:]
  private var placeOfColumn: [Int: Int] = [:]

  init(_ table: Table) { columns = HeaderReading.names(Schema.columns(of: table)) }

  mutating func place(of key: String, at mark: Mark, _ headers: inout [RawHeader]) -> Int {
    if let place = places[key] { return place }
    let name = trimmed(key)
    let column = columns[headerKey(name)]
    let place = column.flatMap { placeOfColumn[$0] } ?? places[name] ?? headers.count
    if place == headers.count { headers.append(RawHeader(text: name, mark: mark)) }
    if let column { placeOfColumn[column] = place }
    places[name] = place
    places[key] = place
    return place
  }
}
