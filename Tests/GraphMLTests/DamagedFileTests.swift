import Foundation
import GraphML
import Testing

@Suite struct DamagedFileTests {
  /// How often each fixture is damaged. LIANTU_FUZZ_ROUNDS=1700 makes more than 100,000 files of them.
  private static let rounds =
    ProcessInfo.processInfo.environment["LIANTU_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 30

  @Test
  func `A damaged file gives a document or an error with a place, and what is read can be written`()
    throws
  {
    let folder = Shared.package.appending(path: "Tests/GraphMLTests/Fixtures")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var generator = SeededGenerator(seed: 7)
    for name in names where name != "error-empty.graphml" {
      let file = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      for round in 0..<Self.rounds {
        var bytes = file
        for _ in 0...(round % 4) {
          let place = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[place] = .random(in: 0...255, using: &generator)
          case 1: bytes[place] = Array("<>/&\"' \n;=\0".utf8).randomElement(using: &generator) ?? 0
          case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count))
          default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
          }
          if bytes.isEmpty { bytes = file }
        }
        let columns = Result { try PropertyGraph.read(bytes: bytes, name: name) }
        let copy = Result { try PreservingTests.copy(bytes) }
        do {
          let inspection = try GraphMLDocument.inspect(bytes: bytes, name: name)
          let reading = inspection.reading
          #expect(try GraphMLDocument.read(bytes: bytes, name: name) == reading)
          let document = reading.document
          try checkColumns(columns, reading, "\(name), round \(round)")
          #expect(
            try GraphMLDocument.read(bytes: copy.get()).document == document,
            "\(name), round \(round)")
          let dialects = GraphMLDocument.Dialect.allCases
          let dialect = dialects[round % dialects.count]
          _ = inspection.lint(for: GraphMLDocument.Program.allCases).map(\.description)
          if dialect != .strict {
            let file = try document.file(for: dialect)
            #expect(throws: Never.self, "\(name), round \(round), \(dialect)") {
              try GraphMLDocument.read(bytes: file.bytes)
            }
          }
          let written = try document.bytes()
          #expect(throws: Never.self, "\(name), round \(round)") {
            try GraphMLDocument.read(bytes: written)
          }
        } catch let error as GraphMLError {
          #expect(error.location?.file == name, "\(name), round \(round): \(error)")
        }
      }
    }
  }

  /// Columns are read where a document is, and have its nodes and edges if it has one graph.
  private func checkColumns(
    _ columns: Result<PropertyGraph.Reading, any Error>, _ reading: GraphMLDocument.Reading,
    _ comment: Comment
  ) throws {
    guard case .success(let columns) = columns else {
      Issue.record("no columns: \(comment)")
      return
    }
    if reading.document.graphs.count == 1 {
      #expect(columns.nodeElementCount == reading.nodeCount, comment)
      #expect(columns.edgeElementCount == reading.edgeCount, comment)
    }
  }

  @Test func `Bytes that a declared encoding does not have are in the wrong encoding`() throws {
    var bytes = Array("<?xml version='1.0' encoding='GB18030'?>\n<graphml>\n<desc>".utf8)
    bytes += [0xFF, 0xFF, 0x81] + Array("</desc></graphml>".utf8)
    let error = try #require(throws: GraphMLError.self) {
      try GraphMLDocument.read(bytes: bytes, name: "f")
    }
    #expect(error.code == .wrongEncoding)
    #expect(error.location?.file == "f")
  }
}
