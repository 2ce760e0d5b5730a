/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// The Chinese national standard, which includes GB 2312 and GBK: what Chinese Excel saves as “CSV”.
  case gb18030

  /// The encoding that people mean by `name`, in any case: also `utf8`, `gbk`, `gb2312`, `cp936`, `utf-16` (little endian).
  public init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-bom", "utf-8-sig": self = .utf8
    case "utf-16le", "utf16le", "utf-16", "utf16", "unicode": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "gb-18030", "gb-2312", "cp936", "936": self = .gb18030
    default: return nil
    }
  }
}
