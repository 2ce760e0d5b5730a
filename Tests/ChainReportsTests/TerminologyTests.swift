import ChainAnalysis
import ChainReports
import Chains
import Testing

/// docs/terminology.md has the words of cells and of findings, both languages in one row.
@Suite struct TerminologyTests {
  /// The first two cells of every row of a table, without backticks.
  let rows: Set<[String]>

  init() throws {
    rows = Set(
      try Page("terminology.md").lines.filter { $0.hasPrefix("|") }.map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().prefix(2)
          .map { cell in String(cell.filter { $0 != "`" && $0 != " " }) }
      })
  }

  private func has(_ name: Bilingual) -> Bool {
    rows.contains([name.english, name.chinese].map { $0.filter { $0 != " " } })
  }

  private func missing<Word: Term>(_ words: Word.Type) -> [Bilingual] {
    words.allCases.map(\.name).filter { !has($0) }
  }

  @Test func `Every word of a cell is there in both languages`() {
    let missing = [
      missing(Table.self), missing(RegionKind.self), missing(Position.self),
      missing(Essentiality.self), missing(Status.self), missing(Weight.self),
      missing(Completeness.self), missing(Phase.self), missing(EffectKind.self),
      missing(PlatformKind.self), missing(Grade.self),
    ]
    #expect(missing.flatMap { $0 } == [])
  }

  @Test func `Every name of a code, a severity and a standing is there in both languages`() {
    let names =
      FindingCode.allCases.map(\.name) + Severity.allCases.map(\.name)
      + Standing.allCases.map(\.name)
    #expect(names.filter { !has($0) } == [])
  }
}
