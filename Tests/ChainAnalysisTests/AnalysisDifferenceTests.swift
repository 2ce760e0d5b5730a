import ChainAnalysis
import Chains
import Testing

@Suite struct AnalysisDifferenceTests {
  @Test func `nothing has changed between an analysis and itself`() throws {
    let analysis = try battery().chain().analysis()
    let difference = analysis.difference(from: analysis)
    #expect(difference.new.isEmpty && difference.closed.isEmpty)
    #expect(difference.persisting == analysis.findings)
  }

  @Test func `a stop closes what it makes moot and opens what it breaks`() throws {
    let chain = try battery().chain()
    let before = chain.analysis()
    let after = try chain.stopping(.enterprise("E7")).analysis()
    let difference = after.difference(from: before)
    #expect(difference.closed.map(\.id).contains("B09:E7"))
    #expect(difference.new.map(\.id).contains("G01:salt"))
    #expect(
      (difference.new + difference.persisting).map(\.id).sorted()
        == after.findings.map(\.id).sorted())
    let back = before.difference(from: after)
    #expect(back.new.map(\.id) == difference.closed.map(\.id))
  }
}
