import Chains
import Testing

@Suite struct TermsTests {
  @Test func `ids sort by their scalars, not by their meaning`() {
    let sorted = ["乙", "B", "a", "甲", "10", "9"].map { Product.ID($0) }.sorted()
    #expect(sorted.map(\.text) == ["10", "9", "B", "a", "乙", "甲"])
  }

  @Test func `grades sort from best to worst`() {
    #expect([Grade.c, .assumed, .a, .b].sorted() == [.a, .b, .c, .assumed])
  }

  @Test func `a figure has its own grade, or else that of its source`() throws {
    var tables = cars()
    tables.sources = [Source(id: "S", grade: .b)]
    let chain = try Chain(tables)
    #expect(chain.grade(of: Provenance(source: "S")) == .b)
    #expect(chain.grade(of: Provenance(source: "S", grade: .c)) == .c)
    #expect(chain.grade(of: Provenance()) == nil)
  }

  @Test func `only a known positive amount is a known source`() {
    #expect(Limit.unlimited.isKnownSource && Limit.limited(1).isKnownSource)
    #expect(!Limit.unknown.isKnownSource && !Limit.limited(0).isKnownSource)
    #expect(Limit.limited(0).isKnownNone && !Limit.unknown.isKnownNone)
  }

  @Test func `each word has one spelling a language`() {
    func spellings<T: Term>(_ terms: T.Type) {
      #expect(Set(T.allCases.map(\.chinese)).count == T.allCases.count, "\(terms)")
    }
    spellings(RegionKind.self)
    spellings(Position.self)
    spellings(Essentiality.self)
    spellings(Status.self)
    spellings(Weight.self)
    spellings(Completeness.self)
    spellings(Phase.self)
    spellings(EffectKind.self)
    spellings(PlatformKind.self)
    spellings(Grade.self)
    spellings(Table.self)
  }

  @Test func `an enterprise stands for many by its tags`() {
    #expect(Enterprise(id: "R", tags: ["汇总"]).isAggregate)
    #expect(Enterprise(id: "R", tags: ["aggregate"]).isAggregate)
    #expect(Enterprise(id: "R", tags: ["地区合计"]).isRegionalTotal)
    #expect(!Enterprise(id: "R", tags: ["链主"]).isAggregate)
  }
}
