/// XML that is taken over as text: start tags, text and end tags written again, with a declaration for each namespace
/// that is used and not yet declared inside the fragment.
struct XMLFragment {
  /// The text so far, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The elements that are open inside the fragment.
  private var open: [(name: String, scope: Int)] = []
  /// The declarations in force, outermost first.
  private var scope: [(prefix: String, namespace: String)] = []
  /// Whether the last start tag still lacks its `>`.
  private var isInStartTag = false

  /// The number of elements that are open inside the fragment.
  var depth: Int { open.count }

  /// The fragment as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func start(_ name: XMLName, _ attributes: [XMLAttribute]) {
    closeStartTag()
    open.append((name.qualified, scope.count))
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.qualified.utf8)
    declare(name, isAttribute: false)
    for attribute in attributes { declare(attribute.name, isAttribute: true) }
    for attribute in attributes {
      write(attribute.name.qualified, equals: attribute.value)
    }
    isInStartTag = true
  }

  mutating func end() {
    guard let (name, outer) = open.popLast() else { return }
    scope.removeSubrange(outer...)
    if isInStartTag {
      bytes.append(contentsOf: "/>".utf8)
      isInStartTag = false
    } else {
      bytes.append(contentsOf: "</\(name)>".utf8)
    }
  }

  mutating func characters(_ text: some Sequence<UInt8>) {
    closeStartTag()
    bytes.appendEscaped(text, inAttribute: false)
  }

  mutating func comment(_ text: String) {
    closeStartTag()
    bytes.append(contentsOf: "<!--\(text)-->".utf8)
  }

  mutating func instruction(_ target: String, _ content: String?) {
    closeStartTag()
    bytes.append(contentsOf: "<?\(target)\(content.map { " " + $0 } ?? "")?>".utf8)
  }

  private mutating func closeStartTag() {
    if isInStartTag { bytes.append(UInt8(ascii: ">")) }
    isInStartTag = false
  }

  private mutating func declare(_ name: XMLName, isAttribute: Bool) {
    if name.prefix == "xml" || (name.prefix.isEmpty && isAttribute) { return }
    let current = scope.last { $0.prefix == name.prefix }?.namespace
    // A prefix without a namespace cannot be declared. An element without either says so, whatever is around the fragment.
    if current == name.namespace || (name.namespace.isEmpty && !name.prefix.isEmpty) { return }
    scope.append((name.prefix, name.namespace))
    write(name.prefix.isEmpty ? "xmlns" : "xmlns:\(name.prefix)", equals: name.namespace)
  }

  private mutating func write(_ name: String, equals value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    bytes.appendEscaped(value.utf8, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }
}
