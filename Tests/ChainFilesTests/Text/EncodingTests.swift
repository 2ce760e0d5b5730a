import ChainFiles
import Chains
import Foundation
import Testing

@Suite struct EncodingTests {
  private let csv = "编号,名称,终端产品,单价\r\nbread,面包（大）𠮷,是,1.2\r\n"

  private func read(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> ChainDocument {
    let folder = try TemporaryFolder()
    try folder.write("产品.csv", bytes)
    return try ChainDocument(reading: folder.path, options: ReadingOptions(encoding: encoding))
  }

  private func utf16(_ isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + csv).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  private var gb18030: [UInt8] {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    return csv.data(using: encoding).map(Array.init) ?? []
  }

  @Test func `UTF-8 is read without a word, with and without byte order mark`() throws {
    for bytes in [Array(csv.utf8), [0xEF, 0xBB, 0xBF] + Array(csv.utf8)] {
      let document = try read(bytes)
      #expect(document.tables.products.map(\.name) == ["面包（大）𠮷"])
      #expect(document.notices.isEmpty)
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 is known by its byte order mark`(isLittleEndian: Bool) throws {
    let document = try read(utf16(isLittleEndian))
    #expect(document.tables.products.map(\.name) == ["面包（大）𠮷"])
    let name = isLittleEndian ? "UTF-16LE" : "UTF-16BE"
    #expect(
      document.notices.map(\.text.english) == [
        "read as \(name); if letters are wrong, name the encoding with --encoding"
      ])
  }

  @Test func `What is no UTF-8 is read as GB18030 and said so`() throws {
    let document = try read(gb18030)
    #expect(document.tables.products.map(\.name) == ["面包（大）𠮷"])
    #expect(
      document.notices.map(\.text.chinese) == ["按 GB18030 编码读取；如有乱码请用 --encoding 指定"])
  }

  @Test func `A forced encoding is taken at its word`() throws {
    #expect(try read(gb18030, .gb18030).tables.products.map(\.name) == ["面包（大）𠮷"])
    #expect(
      try read(Array(utf16(true).dropFirst(2)), .utf16LittleEndian).tables.products.count == 1)
    let lines = try problems(
      csvBytes: ["产品.csv": gb18030], options: ReadingOptions(encoding: .utf8))
    #expect(lines.count == 1)
    #expect(
      lines[0].hasPrefix("产品.csv:1: products: the text is not UTF-8: the byte at offset 0 (0xB1)")
        || lines[0].hasPrefix("产品.csv:1: the text is not UTF-8: the byte at offset 0 (0xB1)"))
  }

  @Test func `Bytes that are no text at all have their offset and line`() {
    let bytes = Array("产品:\n".utf8) + [0xFF, 0xFF]
    #expect(
      problems(bytes) == [
        "x.yaml:2: the text is neither UTF-8 nor GB18030: the byte at offset 8 (0xFF) makes no sense; "
          + "save the file as UTF-8, or name its encoding with --encoding"
      ])
    #expect(
      problems(bytes, .chinese) == [
        "x.yaml:2: 文件编码既不是 UTF-8，也不是 GB18030：第 8 个字节（0xFF）无法解读，请另存为 UTF-8，或用 --encoding 指定编码"
      ])
    #expect(
      problems([0x61, 0, 0x62, 0]) == [
        "x.yaml:1: the file holds a zero byte, so it is no text; if it is UTF-16, say --encoding utf-16"
      ])
    #expect(
      problems(Array("PK\u{3}\u{4}".utf8)) == [
        "x.yaml: this is an Excel workbook or an archive, not a text: save each sheet as “CSV UTF-8” in one folder"
      ])
  }

  @Test func `Encodings are known by the names that people use`() {
    #expect(TextEncoding(name: "GBK") == .gb18030)
    #expect(TextEncoding(name: "UTF8") == .utf8)
    #expect(TextEncoding(name: "latin1") == nil)
  }
}
