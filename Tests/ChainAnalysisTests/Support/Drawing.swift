import ChainAnalysis
import Chains

extension Analysis {
  /// The findings as a person would list them: `B09:E7`, sorted.
  var ids: [String] { findings.map(\.id).sorted() }

  func ids(_ code: FindingCode) -> [String] {
    findings.filter { $0.code == code }.map(\.id).sorted()
  }

  func state(_ product: String) -> ProductState? {
    chain.number(of: Product.ID(product)).map { products[$0] }
  }

  /// The findings with a code, primary or further, by their subjects.
  func subjects(_ code: FindingCode) -> [String] {
    findings.filter { $0.code == code || $0.also.contains(code) }
      .map { $0.subjects.map(chain.key).joined(separator: "+") }.sorted()
  }
}

/// Whether two figures agree to nine digits.
func isClose(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return a == b || abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
}
