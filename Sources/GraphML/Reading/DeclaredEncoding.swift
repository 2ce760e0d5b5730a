/// The encoding to read a file in when what it declares is not what it means: files of the GB family are often declared
/// by the name of an older member than their bytes need, and GB18030 reads all of them.
/// - Returns: nil if libxml2 can be left to what the file says.
func encodingMeant(byStartOf bytes: ArraySlice<UInt8>) -> String? {
  guard bytes.starts(with: "<?xml".utf8),
    let end = bytes.prefix(1_024).firstIndex(of: UInt8(ascii: ">"))
  else { return nil }
  let declaration = String(decoding: bytes[..<end], as: UTF8.self)
  let quotes: (Character) -> Bool = { $0 == "\"" || $0 == "'" }
  let parts = declaration.split(omittingEmptySubsequences: false, whereSeparator: quotes)
  guard
    let label = parts.firstIndex(where: {
      $0.filter { !$0.isWhitespace }.hasSuffix("encoding=")
    }), parts.indices.contains(label + 1)
  else { return nil }
  let family = ["gb2312", "gbk", "x-gbk", "cp936", "gb_2312-80", "euc-cn", "ms936"]
  return family.contains(parts[label + 1].lowercased()) ? "GB18030" : nil
}
