/// The encoding that the XML declaration at the start of a file names.
func declaredEncoding(byStartOf bytes: [UInt8]) -> String? {
  let start = bytes.dropFirst(bytes.hasUTF8Mark ? 3 : 0).prefix(1_024)
  guard start.starts(with: "<?xml".utf8), let end = start.firstIndex(of: UInt8(ascii: ">"))
  else { return nil }
  let declaration = String(decoding: start[..<end], as: UTF8.self)
  let quotes: (Character) -> Bool = { $0 == "\"" || $0 == "'" }
  let parts = declaration.split(omittingEmptySubsequences: false, whereSeparator: quotes)
  guard
    let label = parts.firstIndex(where: {
      $0.filter { !$0.isWhitespace }.hasSuffix("encoding=")
    }), parts.indices.contains(label + 1)
  else { return nil }
  return parts[label + 1].lowercased()
}

/// The encoding to read a file in when what it declares is not what it means: files of the GB family are often declared
/// by the name of an older member than their bytes need, and GB18030 reads all of them; a byte order mark is right whatever
/// the declaration says.
/// - Returns: nil if libxml2 can be left to what the file says.
func encodingMeant(by label: String?, hasMark: Bool) -> String? {
  guard let label else { return nil }
  if hasMark { return ["utf-8", "utf8"].contains(label) ? nil : "UTF-8" }
  return familyOfGB.contains(label) ? "GB18030" : nil
}

/// The encoding that a file is most likely in whose bytes are not text in the one that was tried.
func encodingToTry(insteadOf encoding: String?) -> String {
  switch encoding?.lowercased() {
  case "gb18030": "utf-8"
  case "shift_jis", "sjis", "shift-jis", "x-sjis": "cp932"
  case "big5": "big5-hkscs"
  default: "gb18030"
  }
}

private let familyOfGB = ["gb2312", "gbk", "x-gbk", "cp936", "gb_2312-80", "euc-cn", "ms936"]

extension [UInt8] {
  /// Whether the bytes start with the byte order mark of UTF-8.
  var hasUTF8Mark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }
}
