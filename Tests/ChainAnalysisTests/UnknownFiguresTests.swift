import ChainAnalysis
import Chains
import Testing

/// Unknown is not zero, and never "no problem".
@Suite struct UnknownFiguresTests {
  /// Three makers of each product; no finding.
  private func sound() -> Sketch {
    var sketch = Sketch()
    sketch.tables.profile.region = "home"
    sketch.tables.regions = [
      Region(id: "world"), Region(id: "home", parent: "world"),
      Region(id: "abroad", parent: "world"),
    ]
    sketch.product("car", final: true, value: 2, demand: 250)
    sketch.product("part")
    sketch.needs("car", "part", 1)
    for number in 1...3 {
      sketch.makes("A\(number)", "car", 100, region: "home")
      sketch.makes("P\(number)", "part", 100, region: "home")
    }
    return sketch
  }

  @Test func `the sound chain has no finding`() throws {
    let analysis = try sound().chain().analysis()
    #expect(analysis.ids == [])
    #expect(analysis.summary.capacityLimited == 500)
  }

  struct Blank: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The subjects of the findings that must appear.
    let expected: [String]
    let edit: @Sendable (inout Tables) -> Void
  }

  static let blanks: [Blank] = [
    Blank(testDescription: "the target", expected: ["car"]) {
      $0.products[0].demand = nil
    },
    Blank(testDescription: "outside supply of the final product", expected: []) {
      $0.products[0].external = .unknown
    },
    Blank(testDescription: "outside supply where inside suffices", expected: []) {
      $0.products[1].external = .unknown
    },
    Blank(testDescription: "an amount", expected: ["part"]) { $0.inputs[0].amount = nil },
    Blank(testDescription: "a capacity of the final product", expected: ["car"]) {
      $0.capacities[0].capacity = nil
    },
    Blank(testDescription: "a capacity of the part", expected: ["part"]) {
      $0.capacities[1].capacity = nil
    },
    Blank(testDescription: "the row of a capacity, with a tie instead", expected: ["part"]) {
      $0.capacities.remove(at: 1)
      $0.ties.append(Tie(supplier: "P1", customer: "A1", product: "part"))
    },
    Blank(testDescription: "where a maker of the final product stands", expected: ["car"]) {
      $0.enterprises[0].region = "world"
    },
    Blank(testDescription: "where a maker of the part stands", expected: ["part"]) {
      $0.enterprises[1].region = "world"
    },
    Blank(testDescription: "the region: the chain's own holds", expected: []) {
      $0.enterprises[0].region = nil
    },
    Blank(testDescription: "all makers of the part, of a partial list", expected: ["part"]) {
      $0.profile.enterprisesKnown = .partial
      $0.capacities.removeAll { $0.product == "part" }
    },
    Blank(testDescription: "all makers and outside supply of the part", expected: ["part"]) {
      $0.products[1].external = .unknown
      $0.capacities.removeAll { $0.product == "part" }
    },
  ]

  @Test(arguments: blanks)
  func `a blank is either of no account or something to verify`(_ blank: Blank) throws {
    var sketch = sound()
    blank.edit(&sketch.tables)
    let analysis = try sketch.chain().analysis()
    let missing = analysis.findings.filter { $0.code == .g07 || $0.also.contains(.g07) }
    #expect(missing.map { analysis.chain.key($0.subjects[0]) }.sorted() == blank.expected)
    for finding in analysis.findings {
      #expect(finding.standing == .toVerify, "\(finding.id)")
      #expect(finding.value.loss == nil, "\(finding.id)")
    }
    if analysis.summary.capacityLimited == nil { #expect(analysis.findings.count > 0) }
    if blank.expected.isEmpty { #expect(analysis.summary.capacityLimited == 500) }
  }

  @Test func `a point that is single only without unknown supply is to be verified`() throws {
    var sketch = sound()
    sketch.tables.capacities.removeAll { ["P2", "P3"].contains($0.enterprise.text) }
    sketch.tables.capacities[1].capacity = 300
    #expect(try sketch.chain().analysis().finding("B09:P1")?.standing == .exposure)
    sketch.tables.products[1].external = .unknown
    let finding = try #require(try sketch.chain().analysis().finding("B09:P1"))
    #expect(finding.standing == .toVerify)
    guard case .only(_, verified: false) = try #require(finding.evidence.first).reason else {
      Issue.record("\(finding.evidence)")
      return
    }
  }

  @Test func `what only a maker of uncertain place needs is to be verified`() throws {
    var sketch = sound()
    sketch.product("film")
    sketch.needs("part", "film", 1)
    sketch.makes("F", "film", 300, region: "home")
    #expect(try sketch.chain().analysis().finding("B09:F")?.standing == .exposure)
    for row in sketch.tables.enterprises.indices
    where sketch.tables.enterprises[row].id.text.hasPrefix("P") {
      sketch.tables.enterprises[row].region = "world"
    }
    #expect(try sketch.chain().analysis().finding("B09:F")?.standing == .toVerify)
  }

  @Test func `a final product whose only maker is of uncertain place has its points`() throws {
    var sketch = sound()
    sketch.tables.capacities.removeAll { ["A2", "A3"].contains($0.enterprise.text) }
    sketch.tables.enterprises[0].region = "world"
    let analysis = try sketch.chain().analysis()
    #expect(analysis.subjects(.b09) == ["A1"])
    #expect(analysis.subjects(.g07) == ["car"])
  }

  @Test func `an undecided coverage always names a figure, unless it is a matter of choice`() {
    for (seed, chain) in PropertyTests.chains
    where chain.tables.inputs.allSatisfy({ $0.group == nil }) {
      guard chain.products.allSatisfy({ $0.variantOf == nil }) else { continue }
      let analysis = chain.analysis()
      for state in analysis.products where state.isRequired && !state.coverage.isDecided {
        let isSaid = analysis.findings(about: .product(state.product)).contains {
          $0.code == .g07 || $0.also.contains(.g07)
        }
        // An open requirement above shows where it began.
        let isOpenFromAbove = state.requirement.isOpen
        #expect(isSaid || isOpenFromAbove, "seed \(seed), \(chain.products[state.product].id)")
      }
    }
  }
}
