import ChainAnalysis
import Chains
import Testing

/// ex01 with the figures of the specification.
@Suite struct BatteryTests {
  let analysis: Analysis

  init() throws { analysis = try battery().chain().analysis() }

  @Test func dump() {
    for f in analysis.findings {
      print(f.id, f.also.map(\.rawValue), f.severity, f.standing, f.value)
    }
    print(analysis.summary)
    print(analysis.pairs)
  }
}
