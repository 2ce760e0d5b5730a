import ChainAnalysis
import Chains
import Testing

@Suite struct SinglePointTests {
  /// ex03: the only battery maker is seen by neither dominators nor articulation points.
  @Test func `the only maker of one of several inputs is a single point`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 1)
    sketch.product("raw", external: .limited(100))
    for part in ["engine", "battery", "seat"] {
      sketch.product(part)
      sketch.needs("car", part, 1)
      sketch.needs(part, "raw", 1)
    }
    sketch.makes("Asm", "car", 10)
    for (maker, part) in [
      ("F1", "engine"), ("F2", "engine"), ("F3", "battery"), ("F4", "seat"), ("F4b", "seat"),
    ] { sketch.makes(maker, part, 10) }
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b09) == ["Asm", "F3", "raw"])
    #expect(analysis.pairs.unrelated == 2)
  }

  @Test func `what is to be had of a variant fails for the product above too`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 1)
    sketch.product("cell")
    sketch.product("blade", external: .limited(5), variantOf: "cell")
    sketch.needs("car", "cell", 1, group: "g")
    sketch.needs("car", "blade", 1, group: "g")
    sketch.makes("A", "car", 10)
    #expect(try sketch.chain().analysis().subjects(.b09) == ["A", "blade"])
  }

  @Test func `a maker that cannot run makes nobody else replaceable`() throws {
    var sketch = Sketch()
    sketch.tables.profile.tiesKnown = .complete
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat")
    sketch.needs("car", "seat", 1)
    sketch.makes("A", "car", 100)
    sketch.makes("B", "car", 100)
    sketch.makes("S", "seat", 120)
    sketch.tie("S", "A", "seat", 120)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b09) == ["A", "S", "S→A/seat"], "nobody supplies B")
    #expect(analysis.pairs.unrelated == 0)
  }

  @Test func `a broken final product has no single points`() throws {
    var sketch = Sketch()
    sketch.product("car", final: true, value: 1, demand: 100)
    sketch.product("seat")
    sketch.needs("car", "seat", 1)
    sketch.makes("A", "car", 100)
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b09) == [])
    #expect(analysis.subjects(.g01) == ["seat"])
  }

  @Test func `stopping each thing in turn finds the same points, on random chains`() throws {
    var found = 0
    var uncertain = 0
    for seed in UInt64(0)..<400 {
      let tables = randomTables(seed: seed)
      guard let chain = try? Chain(tables) else { continue }
      let analysis = chain.analysis()
      var claimed: [Subject: Bool] = [:]
      for finding in analysis.findings {
        for case .only(_, let verified) in finding.evidence.map(\.reason) {
          claimed[finding.subjects[0]] = verified
        }
      }
      let expected = try bruteForce(chain)
      #expect(claimed == expected, "seed \(seed)")
      found += expected.count
      uncertain += expected.values.filter { !$0 }.count
    }
    #expect(
      found > 250 && uncertain > 20, "the chains have \(found) points, \(uncertain) uncertain")
  }

  /// What alone stops a final product, and whether it does in both readings.
  private func bruteForce(_ chain: Chain) throws -> [Subject: Bool] {
    var candidates: [(Subject, Stoppage)] = []
    for (number, enterprise) in chain.enterprises.enumerated() where !enterprise.isAggregate {
      candidates.append((.enterprise(number), .enterprise(enterprise.id)))
    }
    for (number, product) in chain.products.enumerated() {
      if case .limited(let amount) = product.external, amount > 0 {
        candidates.append((.product(number), .external(product.id)))
      }
    }
    if chain.profile.tiesKnown == .complete {
      for (row, tie) in chain.tables.ties.enumerated() {
        candidates.append(
          (
            .tie(row),
            .tie(supplier: tie.supplier, customer: tie.customer, product: tie.product)
          ))
      }
    }
    let (cautious, hopeful) = (
      SlowOracle(chain: chain, isHopeful: false), SlowOracle(chain: chain, isHopeful: true)
    )
    // What is broken only because of what is unknown is judged by the hopeful reading.
    let broken = hopeful.running.subtracting(cautious.running)
    let isComplete = chain.profile.enterprisesKnown == .complete
    var points: [Subject: Bool] = [:]
    for (subject, stoppage) in candidates {
      let certain = try hopeful.stopped(by: stoppage)
      let stops = try cautious.stopped(by: stoppage).union(certain.intersection(broken))
      guard !stops.isEmpty else { continue }
      points[subject] = isComplete && !stops.isDisjoint(with: certain)
    }
    return points
  }
}
