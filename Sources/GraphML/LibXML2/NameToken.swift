internal import CLibXML2

extension String {
  /// Whether this is an XML name token as libxml2's schema validator has it: the letters of XML 1.0 before its fifth
  /// edition, which every other validator accepts too.
  var isNameToken: Bool {
    var isASCIIName = true
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: ":"):
        break
      case 0..<0x80: return false
      default: isASCIIName = false
      }
    }
    if isEmpty || isASCIIName { return !isEmpty }
    // On these libxml2 would print a message.
    if unicodeScalars.contains(where: { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }) { return false }
    return unsafe withCString { text in
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: utf8.count + 1) {
        unsafe xmlValidateNMToken($0, 0) == 0
      }
    }
  }

  /// The text with `_` for every character that a name token cannot have; `_` for the empty text.
  var asNameToken: String {
    if isNameToken { return self }
    var token = ""
    for scalar in unicodeScalars {
      let text = String(scalar)
      token += text.isNameToken ? text : "_"
    }
    return token.isEmpty ? "_" : token
  }
}
