import ChainFiles
import Chains
import Foundation
import Testing

/// docs/chain-document.md and the schema say the same.
@Suite struct ChainDocumentPageTests {
  private func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    return try String(contentsOf: root.appending(path: "docs/chain-document.md"), encoding: .utf8)
  }

  @Test func `The page lists every column of every table in order`() throws {
    let sections = try page().components(separatedBy: "\n### ").dropFirst()
    #expect(
      sections.map { $0.prefix { $0 != "\n" } }
        == Table.allCases.map { "\($0.rawValue) \($0.chinese)"[...] })
    for (section, table) in zip(sections, Table.allCases) {
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      let headers = rows.map { row in
        row.split(separator: "|").prefix(2).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
      }
      let columns = Schema.columns(of: table)
      #expect(headers == columns.map { [$0.header.english, $0.header.chinese] }, "\(table)")
      for (row, column) in zip(rows, columns) {
        guard case .word(let words, _) = column.content else { continue }
        for word in words {
          #expect(
            row.contains(word.english) && row.contains(word.chinese), "\(table) \(column.field)")
        }
      }
    }
  }

  @Test func `The page's example is a chain`() throws {
    let text = try page()
    let start = try #require(text.range(of: "```yaml\n"))
    let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
    let document = try ChainDocument(bytes: Array(text[start.upperBound..<end.lowerBound].utf8))
    #expect(document.tables.products.map(\.value) == [1.2, nil, nil])
    #expect(document.tables.inputs.map(\.amount) == [0.7, 0.01])
  }

  @Test func `No two headers of a table are alike`() {
    for table in Table.allCases {
      let names = Schema.columns(of: table).flatMap {
        [$0.header.english, $0.header.chinese] + $0.otherHeaders
      }
      #expect(Set(names).count == names.count, "\(table)")
    }
  }
}
