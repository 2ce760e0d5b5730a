import Chains
import Glibc

/// The text of a file as UTF-8 without byte order mark, and how it was written.
package struct DecodedText {
  package let bytes: [UInt8]
  let encoding: TextEncoding

  /// Decodes by the byte order mark, else as UTF-8, else as GB18030; `forced` leaves no choice.
  package static func decode(
    _ bytes: [UInt8], path: String, forced: TextEncoding?
  ) throws(FileProblem) -> DecodedText {
    if let forced { return try decode(bytes, as: forced, path: path, isGuess: false) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try decode(bytes, as: .utf16LittleEndian, path: path, isGuess: false)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try decode(bytes, as: .utf16BigEndian, path: path, isGuess: false)
    }
    try refuseBinary(bytes, path: path)
    let invalid = firstInvalidUTF8(in: bytes)
    if invalid == nil { return try decode(bytes, as: .utf8, path: path, isGuess: false) }
    return try decode(bytes, as: .gb18030, path: path, isGuess: true)
  }

  private static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding, path: String, isGuess: Bool
  ) throws(FileProblem) -> DecodedText {
    var text: [UInt8]
    var failedAt: Int?
    switch encoding {
    case .utf8:
      failedAt = firstInvalidUTF8(in: bytes)
      text = bytes
    case .gb18030: (text, failedAt) = fromGB18030(bytes)
    case .utf16LittleEndian, .utf16BigEndian:
      (text, failedAt) = fromUTF16(bytes, isLittleEndian: encoding == .utf16LittleEndian)
    }
    if let failedAt {
      throw undecodable(bytes, at: failedAt, as: encoding, path: path, isGuess: isGuess)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if let zero = text.firstIndex(of: 0) { throw zeroByte(text, at: zero, path: path) }
    return DecodedText(bytes: text, encoding: encoding)
  }

  /// What is to be said where a file is not UTF-8.
  package func notice(path: String) -> Notice? {
    guard encoding != .utf8 else { return nil }
    let name = encoding.rawValue.uppercased()
    return Notice(
      at: Location(path: path),
      Bilingual(
        "按 \(name) 编码读取；如有乱码请用 --encoding 指定",
        "read as \(name); if letters are wrong, name the encoding with --encoding"))
  }
}

// What can be wrong with the bytes.
extension DecodedText {
  private static func refuseBinary(_ bytes: [UInt8], path: String) throws(FileProblem) {
    guard
      bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    else { return }
    throw FileProblem(
      at: Location(path: path),
      Bilingual(
        "这是 Excel 工作簿（或压缩文件），不是文本：请在 Excel 中把每张表另存为 CSV UTF-8，放进同一个文件夹",
        "this is an Excel workbook or an archive, not a text: save each sheet as “CSV UTF-8” in one folder"
      ))
  }

  private static func undecodable(
    _ bytes: [UInt8], at offset: Int, as encoding: TextEncoding, path: String, isGuess: Bool
  ) -> FileProblem {
    let line = bytes[..<offset].count { $0 == 0x0A } + 1
    let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
    let name = encoding.rawValue.uppercased()
    let tried =
      isGuess
      ? Bilingual("既不是 UTF-8，也不是 \(name)", "neither UTF-8 nor \(name)")
      : Bilingual("不是 \(name)", "not \(name)")
    return FileProblem(
      at: Location(path: path, line: line),
      Bilingual(
        "文件编码\(tried.chinese)：第 \(offset) 个字节（\(byte)）无法解读，请另存为 UTF-8，或用 --encoding 指定编码",
        "the text is \(tried.english): the byte at offset \(offset) (\(byte)) makes no sense; "
          + "save the file as UTF-8, or name its encoding with --encoding"))
  }

  private static func zeroByte(_ text: [UInt8], at offset: Int, path: String) -> FileProblem {
    FileProblem(
      at: Location(path: path, line: text[..<offset].count { $0 == 0x0A } + 1),
      Bilingual(
        "文件含有 0 字节，不是文本；若是 UTF-16，请用 --encoding utf-16 指定",
        "the file holds a zero byte, so it is no text; if it is UTF-16, say --encoding utf-16"))
  }
}

/// The offset of the first byte that no UTF-8 text can have there.
private func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

private func fromUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> (text: [UInt8], failedAt: Int?) {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var at = 0
  func unit(_ at: Int) -> UInt16? {
    guard at + 1 < bytes.count else { return nil }
    let (low, high) = isLittleEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
    return UInt16(high) << 8 | UInt16(low)
  }
  while at < bytes.count {
    guard let first = unit(at) else { return (text, at) }
    var value = UInt32(first)
    var length = 2
    if first >= 0xD800, first < 0xDC00, let second = unit(at + 2), second >= 0xDC00, second < 0xE000
    {
      value = 0x10000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00))
      length = 4
    }
    guard let scalar = Unicode.Scalar(value) else { return (text, at) }
    text += UTF8.encode(scalar).map { Array($0) } ?? []
    at += length
  }
  return (text, nil)
}

/// Through glibc, whose table is the whole standard; Foundation would do it six times slower.
private func fromGB18030(_ bytes: [UInt8]) -> (text: [UInt8], failedAt: Int?) {
  guard let converter = unsafe iconv_open("UTF-8", "GB18030"),
    unsafe converter != iconv_t(bitPattern: -1)
  else { return ([], 0) }
  defer { _ = unsafe iconv_close(converter) }
  var input = bytes
  var left = bytes.count
  var isValid = true
  // A character has at least one byte here and at most four in UTF-8, and never grows more than threefold.
  let text = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { output, count in
    unsafe input.withUnsafeMutableBytes { source in
      var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = unsafe UnsafeMutableRawPointer(output.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var room = output.count
      isValid = unsafe iconv(converter, &from, &left, &to, &room) != Int(bitPattern: UInt.max)
      count = output.count - room
    }
  }
  return (text, isValid && left == 0 ? nil : min(bytes.count - left, max(bytes.count - 1, 0)))
}
