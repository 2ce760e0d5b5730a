import ChainAnalysis
import ChainReports
import Chains
import Testing

/// docs/findings.md says of every code what it means, and of no other.
@Suite struct FindingPagesTests {
  /// The headings of the second level.
  let headings: [String]

  init() throws {
    headings = try Page("findings.md").lines.filter { $0.hasPrefix("## ") }
      .map { String($0.dropFirst(3)) }
  }

  @Test(arguments: FindingCode.allCases)
  func `Every code has one section under both of its names`(_ code: FindingCode) {
    let name = code.name
    let wanted = "\(code.rawValue) \(name.chinese) · \(name.english)"
    #expect(headings.filter { $0 == wanted }.count == 1)
  }

  @Test func `No section is about a code that does not exist, and they follow in order`() {
    let described = headings.compactMap { $0.prefixMatch(of: /[A-Z]\d+/).map { String($0.0) } }
    #expect(described == FindingCode.allCases.map(\.rawValue))
  }
}
