internal import Chains

// What `print` shows in a script: a line that can be read, not the storage.

extension Finding: CustomStringConvertible {
  /// `G02:chip (severity 5, loss)`.
  public var description: String { "\(id) (severity \(severity.rawValue), \(standing.rawValue))" }
}

extension FindingCode: CustomStringConvertible {
  /// `B09`.
  public var description: String { rawValue }
}

extension Analysis: CustomStringConvertible {
  /// `battery from 示例市: 10 findings`.
  public var description: String {
    let place = viewpoint.region.map { " from \(chain.regions[$0].id)" } ?? ""
    return "\(chain.profile.id)\(place): \(findings.count) findings"
  }
}
