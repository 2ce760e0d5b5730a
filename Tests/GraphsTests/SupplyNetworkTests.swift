import Graphs
import Testing

/// The generator of the large examples, compared with its versions in other languages.
@Suite struct SupplyNetworkTests {
  @Test func `the small network is the one that other programs make`() {
    let network = SupplyNetwork.small
    #expect(network.tieChecksum == SupplyNetworkFacts.small.tieChecksum)
    #expect(network.enterpriseChecksum == SupplyNetworkFacts.small.enterpriseChecksum)
    #expect(Array(network.suppliers.prefix(3)) == [174, 174, 678])
    #expect(Array(network.customers.prefix(3)) == [438, 678, 421])
    #expect(Array(network.capacities.prefix(3)) == [52, 7, 5])
    #expect(Array(network.leadTimes.prefix(3)) == [11, 15, 23])
  }

  @Test func `the network of 100,000 is the one that other programs make`() {
    let network = SupplyNetwork.medium
    #expect(network.tieChecksum == SupplyNetworkFacts.medium.tieChecksum)
    #expect(network.enterpriseChecksum == SupplyNetworkFacts.medium.enterpriseChecksum)
  }

  @Test func `the hub is the vertex with the most outgoing edges`() throws {
    for (network, facts) in [
      (SupplyNetwork.small, SupplyNetworkFacts.small), (.medium, .medium),
    ] {
      let graph = try network.digraph()
      let degrees = (0..<graph.vertexCount).map { graph.successors(of: $0).count }
      let most = try #require(degrees.max())
      #expect(degrees.indices.filter { degrees[$0] == most } == [facts.hub])
    }
  }
}
