/// The text of a file that is being copied, from the events of a parser: names, namespaces, the order of attributes, blanks,
/// comments, instructions and CDATA sections as they were. Quotes, references to characters and blanks inside tags are not.
struct XMLCopy {
  /// What has been written since the last ``takeBytes()``.
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  /// Whether the last start tag still lacks its `>`.
  private var isInStartTag = false
  private var isInCDATA = false
  /// Whether the open CDATA section so far ends with a bracket.
  private var endsWithBracket = false
  private(set) var depth = 0

  /// The bytes so far, which are not kept.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The declaration of a file that needs none of its document type.
  mutating func declareStandalone() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
  }

  mutating func documentType(_ name: String, publicID: String?, systemID: String?) {
    bytes += "<!DOCTYPE \(name)".utf8
    if let publicID { bytes += " PUBLIC \"\(publicID)\"".utf8 }
    if let systemID {
      // An address with one kind of quotes stands in the other.
      let quote = systemID.contains("\"") ? "'" : "\""
      bytes += "\(publicID == nil ? " SYSTEM" : "") \(quote)\(systemID)\(quote)".utf8
    }
    bytes += ">\n".utf8
  }

  mutating func startTag(_ name: (inout [UInt8]) -> Void) {
    closeOpenEnds()
    bytes.append(UInt8(ascii: "<"))
    name(&bytes)
    isInStartTag = true
    depth += 1
  }

  mutating func attribute(_ name: (inout [UInt8]) -> Void, _ value: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: " "))
    name(&bytes)
    bytes += "=\"".utf8
    unsafe bytes.appendEscaped(value, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func endTag(_ name: (inout [UInt8]) -> Void) {
    depth -= 1
    if isInStartTag {
      bytes += "/>".utf8
      isInStartTag = false
    } else {
      closeOpenEnds()
      bytes += "</".utf8
      name(&bytes)
      bytes.append(UInt8(ascii: ">"))
    }
    if depth == 0 { bytes.append(UInt8(ascii: "\n")) }
  }

  mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    closeOpenEnds()
    unsafe bytes.appendEscaped(text, inAttribute: false)
  }

  /// A piece of a CDATA section; libxml2 gives a long one in several.
  mutating func cdata(_ text: UnsafeBufferPointer<UInt8>) {
    // What joins to ]]> would end the section.
    let bracket = UInt8(ascii: "]")
    let first = unsafe text.first
    let mayJoin = endsWithBracket && (first == bracket || first == UInt8(ascii: ">"))
    if !isInCDATA || mayJoin {
      closeOpenEnds()
      bytes += "<![CDATA[".utf8
      isInCDATA = true
    }
    unsafe bytes.append(contentsOf: text)
    endsWithBracket = unsafe text.last == bracket
  }

  mutating func comment(_ text: String) {
    closeOpenEnds()
    bytes += "<!--\(text)-->".utf8
    if depth == 0 { bytes.append(UInt8(ascii: "\n")) }
  }

  mutating func instruction(_ target: String, _ content: String?) {
    closeOpenEnds()
    bytes += "<?\(target)\(content.map { " " + $0 } ?? "")?>".utf8
    if depth == 0 { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func closeOpenEnds() {
    if isInStartTag { bytes.append(UInt8(ascii: ">")) }
    if isInCDATA { bytes += "]]>".utf8 }
    isInStartTag = false
    isInCDATA = false
    endsWithBracket = false
  }
}
