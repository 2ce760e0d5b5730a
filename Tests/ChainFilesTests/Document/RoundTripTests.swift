import ChainFiles
import Chains
import Foundation
import GraphML
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: Headers.allCases)
  func `YAML reads back what was written`(headers: Headers) throws {
    for seed in 0..<25 as Range<UInt64> {
      let tables = RandomTables(seed: seed).tables
      let bytes = tables.yamlText(headers: headers)
      let text = String(decoding: bytes, as: UTF8.self)
      let read = try reading(seed, text) { try ChainDocument(bytes: bytes) }
      expectEqual(read?.tables, tables, "seed \(seed)")
      #expect(read?.tables.yamlText(headers: headers) == bytes, "seed \(seed)")
    }
  }

  @Test(arguments: Headers.allCases)
  func `A folder of CSV reads back what was written`(headers: Headers) throws {
    for seed in 0..<15 as Range<UInt64> {
      let tables = RandomTables(seed: seed).tables
      let folder = try TemporaryFolder()
      try tables.write(to: folder.path + "/x", headers: headers)
      let read = try reading(seed, "") { try ChainDocument(reading: folder.path + "/x") }
      expectEqual(read?.tables, tables, "seed \(seed)")
      #expect(read?.tables.csvTexts(headers: headers) == tables.csvTexts(headers: headers))
    }
  }

  @Test(arguments: GraphMLDocument.Dialect.allCases)
  func `Every dialect reads back what was written, or says why it cannot hold it`(
    _ dialect: GraphMLDocument.Dialect
  ) throws {
    var refused = 0
    for seed in UInt64(0)..<40 {
      let tables = RandomTables(seed: seed).tables
      var note = Annotation(.products, id: tables.products[0].id.text)
      note.position = .init(x: 300, y: 1)
      note.color = .init(red: 1, green: 2, blue: 3)
      let file: GraphMLDocument.DialectFile
      do {
        file = try tables.graphMLFile(for: dialect, annotations: [note])
      } catch {
        #expect(dialect == .strict, "seed \(seed): \(error)")
        #expect(!error.problems.isEmpty)
        refused += 1
        continue
      }
      let document = try ChainDocument(bytes: file.bytes, name: "x.graphml")
      #expect(document.tables == tables, "seed \(seed)")
      let replaced: Set<GraphMLError.Code> = [.notWritten]
      #expect(
        file.losses.allSatisfy { replaced.contains($0.code) }, "seed \(seed): \(file.losses)")
    }
    #expect(dialect != .strict || refused > 0)
  }

  @Test(arguments: ["auto-parts", "battery.yaml", "new-display.yaml", "photovoltaic.yaml"])
  func `Every sample reads back equal from every dialect`(_ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let chain = try ChainDocument(reading: root.appending(path: "chains/\(name)").path).chain
    for dialect in GraphMLDocument.Dialect.allCases {
      guard let file = try? chain.tables.graphMLFile(for: dialect) else {
        #expect(dialect == .strict)
        continue
      }
      #expect(
        try ChainDocument(bytes: file.bytes, name: "x.graphml").tables == chain.tables, "\(dialect)"
      )
    }
  }

  @Test func `GraphML reads back what was written, without what an analysis added`() throws {
    for seed in 0..<15 as Range<UInt64> {
      let tables = RandomTables(seed: seed).tables
      var note = Annotation(.products, id: tables.products[0].id.text)
      note.findings = ["B05", "G01"]
      note.severity = 5
      note.coverage = 0.25
      note.color = .init(red: 255, green: 0, blue: 7)
      note.position = .init(x: 1.5, y: -2)
      let bytes = try tables.graphMLText(annotations: [note])
      let read = try reading(seed, String(decoding: bytes, as: UTF8.self)) {
        try ChainDocument(bytes: bytes, name: "x.graphml")
      }
      expectEqual(read?.tables, tables, "seed \(seed)")
      #expect(read?.container == .graphml)
    }
  }

  @Test func `One container converts to another and back`() throws {
    let folder = try TemporaryFolder()
    let tables = RandomTables(seed: 99).tables
    try tables.write(to: folder.path + "/a.yaml", headers: .chinese)
    try ChainDocument(reading: folder.path + "/a.yaml").tables.write(to: folder.path + "/b")
    let read = try ChainDocument(reading: folder.path + "/b").tables
    expectEqual(read, tables, "seed 99")
  }

  private func reading(
    _ seed: UInt64, _ text: String, _ read: () throws -> ChainDocument
  ) rethrows -> ChainDocument? {
    do {
      return try read()
    } catch let problems as FileProblems {
      Issue.record("seed \(seed): \(problems)\n\(text)")
      return nil
    }
  }
}

/// Says which table differs, and the first row that does.
func expectEqual(
  _ a: Tables?, _ b: Tables, _ seed: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let a, a != b else { return }
  func compare<R: Equatable>(_ rows: KeyPath<Tables, [R]>) {
    let (x, y) = (a[keyPath: rows], b[keyPath: rows])
    if x.count != y.count {
      Issue.record("\(seed): \(R.self) \(x.count) ≠ \(y.count)", sourceLocation: sourceLocation)
    }
    if let row = zip(x, y).enumerated().first(where: { $1.0 != $1.1 }) {
      Issue.record(
        "\(seed): row \(row.offset)\n\(row.element.0)\n\(row.element.1)",
        sourceLocation: sourceLocation)
    }
  }
  if a.profile != b.profile {
    Issue.record("\(seed): \(a.profile)\n\(b.profile)", sourceLocation: sourceLocation)
  }
  compare(\.regions)
  compare(\.stages)
  compare(\.products)
  compare(\.inputs)
  compare(\.enterprises)
  compare(\.capacities)
  compare(\.ties)
  compare(\.projects)
  compare(\.effects)
  compare(\.platforms)
  compare(\.sources)
}
