import Liantu

extension Measure {
  /// All measures, in the order in which help and answers list them.
  static let all = structure + paths + importance + supply

  static var keys: [String] { all.map(\.key) }

  static func named(_ key: String) -> Measure? { all.first { $0.key == key } }
}
