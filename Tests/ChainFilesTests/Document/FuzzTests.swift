import Chains
import Testing

@testable import ChainFiles

/// Damaged files are refused or read; they never end the process.
@Suite struct FuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "\r", "\"", "'", ",", ":", ": ", "- ", "{", "}", "[", "]", "&a ", "*a", "? ", "|",
      ">", "%", "@", "#",
      "!!int ", "---\n", "\u{FEFF}", "：", "，", "１", "∞", "1e999", "-", "万", "/", "~", "<", "\u{0}",
      "亿元/台",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x81, 0x30], [0xED, 0xA0, 0x80]]

  static func mutated(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(contentsOf: piece, at: at)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.replaceSubrange(at..<end, with: piece)
      default: bytes.insert(contentsOf: bytes[at..<end], at: at)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<4)
  func `Damaged YAML is refused in words`(part: Int) {
    var random = SeededNumbers(seed: UInt64(part))
    let originals = (0..<4 as Range<UInt64>).map { seed in
      RandomTables(seed: seed, size: 4).tables.yamlText(
        headers: seed % 2 == 0 ? .english : .chinese)
    }
    for round in 0..<500 {
      let bytes = Self.mutated(originals[round % 4], &random)
      checkPlaces(bytes, "part \(part), round \(round)")
    }
  }

  /// Every problem has words in both languages, and a line within the file.
  private func checkPlaces(_ bytes: [UInt8], _ label: String) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
    do throws(FileProblems) {
      _ = try ChainDocument(bytes: bytes, name: "x.yaml")
    } catch {
      #expect(!error.problems.isEmpty, "\(label)")
      for problem in error.problems {
        #expect((1...max(lines, 1)).contains(problem.location.line ?? 1), "\(label): \(problem)")
        #expect(!problem.text.chinese.isEmpty && !problem.text.english.isEmpty, "\(label)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `Damaged CSV is refused in words`(part: Int) {
    var random = SeededNumbers(seed: UInt64(100 + part))
    let files = RandomTables(seed: UInt64(part), size: 4).tables.csvTexts(headers: .chinese)
    for round in 0..<500 {
      var document = DocumentReading()
      var raws: [RawTable] = []
      for file in files {
        let bytes =
          Int.random(in: 0..<3, using: &random) == 0
          ? Self.mutated(file.bytes, &random) : file.bytes
        do throws(FileProblem) {
          let text = try DecodedText.decode(bytes, path: file.fileName, forced: nil)
          raws.append(try CSVFolder.table(file.table, text.bytes, path: file.fileName))
        } catch {
          document.problems.table(file.table, error)
        }
      }
      document.read(raws)
      do throws(FileProblems) {
        _ = try document.chain(path: "x", asOf: nil)
      } catch {
        #expect(!error.problems.isEmpty, "part \(part), round \(round)")
      }
    }
  }

  @Test func `Damaged GraphML is refused in words`() throws {
    var random = SeededNumbers(seed: 7)
    let original = try RandomTables(seed: 3, size: 4).tables.graphMLText()
    for round in 0..<200 {
      do throws(FileProblems) {
        _ = try ChainDocument(bytes: Self.mutated(original, &random), name: "x.graphml")
      } catch {
        #expect(!error.problems.isEmpty, "round \(round)")
      }
    }
  }
}
