// Keys, and values as programs read them.

extension FileObserver {
  mutating func openKey(_ attributes: [XMLAttribute], in parent: Tag?) {
    let id = attributes.plain("id")
    if id?.isEmpty ?? true { note(.keyWithoutID, attributes.plain("attr.name") ?? "") }
    if parent != .graphml { note(.keyInside, id ?? "") }
    let domain = attributes.plain("for")
    let kind = domain.flatMap(GraphMLDocument.Domain.init)
    switch kind {
    case nil: note(.keyWithoutDomain, domain ?? id ?? "")
    case .all: note(.keyForAll, id ?? "")
    case .node, .edge, .graph: break
    case .graphml, .hyperedge, .port, .endpoint: note(.keyForOthers, id ?? "")
    }
    let (name, type) = (attributes.plain("attr.name"), attributes.plain("attr.type"))
    let graphics = attributes.plain("yfiles.type")
    if graphics == "nodegraphics" { noteGraphics() }
    if name == nil {
      note(graphics == nil ? .keyWithoutName : .graphicsKey, id ?? "")
      if kind == .edge { note(.edgeKeyWithoutName, id ?? "") }
    }
    switch type {
    case nil: if graphics == nil { note(.keyWithoutType, id ?? "") }
    case "boolean", "int", "long", "float", "double", "string": break
    case "integer": note(.integerType, id ?? "")
    case let other?: note(.unknownType, other)
    }
    let isRead = type != nil && (kind == .node || kind == .edge || kind == .graph)
    if isRead, !keyNames[kind, default: []].insert(ByteText(name ?? id ?? "")).inserted {
      note(.repeatedKeyName, name ?? id ?? "")
    }
    guard let id else { return }
    let key = Key(
      domain: kind, type: type ?? "string", name: name ?? id, isGraphics: graphics != nil)
    if let earlier = keys[id] {
      note(earlier.contains { $0.domain == kind } ? .repeatedKeyID : .sharedKeyID, id)
      // A file of a hundred thousand keys of one id must not take the square of that.
      if earlier.count >= GraphMLDocument.Domain.allCases.count { return }
    }
    keys[id, default: []].append(key)
  }

  mutating func openData(_ attributes: [XMLAttribute], in parent: Tag?) {
    clearText()
    let key = attributes.plain("key")
    valueKey = key
    if parent == .graph {
      note(.graphData, key ?? "")
      if graphs.last?.hasNodes == true { note(.graphDataAfterNodes, key ?? "") }
    }
    guard let key else { return note(.dataWithoutKey) }
    guard elements.count > 1 else { return }
    let time = attributes.plain("time") ?? "0"
    let value = ByteText(time == "0" ? key : "\(key) \(time)")
    if !elements[elements.count - 2].values.insert(value).inserted { note(.repeatedValue, key) }
  }

  mutating func closeData(in parent: Tag?) {
    defer { clearText() }
    guard let id = valueKey, let domain = parent?.domain else { return }
    valueKey = nil
    if hasElements { note(.elementInData, id) }
    let text = hasElements || textIsLong ? "" : String(decoding: text, as: UTF8.self)
    guard keys[id] != nil else {
      if pending.count < Self.pendingLimit {
        pending.append(Pending(key: id, domain: domain, text: text, location: location))
      }
      return
    }
    if hasElements || textIsLong { return }
    check(text, id, domain, at: location)
  }

  mutating func clearText() {
    text.removeAll(keepingCapacity: true)
    (textIsLong, hasElements) = (false, false)
  }

  /// Checks the text of a value against its key.
  mutating func check(
    _ text: String, _ id: String, _ domain: GraphMLDocument.Domain,
    at place: GraphMLError.Location
  ) {
    let candidates = keys[id] ?? []
    guard let own = candidates.first(where: { $0.domain == domain || $0.domain == .all }) else {
      if candidates.allSatisfy({ $0.domain != nil }) { note(.keyOfOthers, id, at: place) }
      return
    }
    if own.isGraphics { return }
    switch own.type {
    case "boolean": checkTruth(text, at: place)
    case "int", "long", "integer": checkInteger(text, is32Bit: own.type != "long", at: place)
    case "float", "double": checkReal(text, at: place)
    default: break
    }
    checkMeaning(text, id, own.name, domain, at: place)
  }

  /// Checks what viewers look for.
  private mutating func checkMeaning(
    _ text: String, _ id: String, _ name: String, _ domain: GraphMLDocument.Domain,
    at place: GraphMLError.Location
  ) {
    if domain == .edge, id == "weight" || name.lowercased() == "weight",
      let weight = Double(text.trimmingXMLBlanks), weight <= 0
    {
      note(.weightNotPositive, text, at: place)
    }
    if domain == .node, ["r", "g", "b"].contains(name) || ["r", "g", "b"].contains(id),
      !text.isEmpty, Int32(text) == nil
    {
      note(.fractionalColor, text, at: place)
    }
  }

  private mutating func checkTruth(_ text: String, at place: GraphMLError.Location) {
    switch text {
    case "true", "false": note(.truthInWords, text, at: place)
    case "0", "1": note(.truthNotInWords, text, at: place)
    case "": break
    default:
      note(.truthInWords, text, at: place)
      note(.truthNotInWords, text, at: place)
      if !["true", "false"].contains(text.lowercased()) { note(.unusualTruth, text, at: place) }
    }
  }

  /// The text without blanks around it; nil if nothing is left, which is noted.
  private mutating func number(
    _ text: String, isInteger: Bool, at place: GraphMLError.Location
  ) -> String? {
    let trimmed = text.trimmingXMLBlanks
    if trimmed.isEmpty {
      note(text.isEmpty ? .emptyNumber : .blankNumber, at: place)
      return nil
    }
    if trimmed.utf8.count != text.utf8.count {
      note(.blanksAroundNumber, trimmed, at: place)
      if isInteger { note(.blanksAroundInteger, trimmed, at: place) }
    }
    return trimmed
  }

  private mutating func checkInteger(
    _ text: String, is32Bit: Bool, at place: GraphMLError.Location
  ) {
    guard let number = number(text, isInteger: true, at: place) else { return }
    if let value = Int64(number) {
      if is32Bit, Int32(exactly: value) == nil { note(.beyond32Bits, number, at: place) }
      if value.magnitude > 1 << 53 { note(.longInteger, number, at: place) }
      return
    }
    let digits = number.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    if !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      note(.beyond64Bits, number, at: place)
      note(.longInteger, number, at: place)
    } else if number.isDecimal {
      note(.fractionForInteger, number, at: place)
    } else {
      note(.unreadableNumber, number, at: place)
    }
  }

  private mutating func checkReal(_ text: String, at place: GraphMLError.Location) {
    guard let number = number(text, isInteger: false, at: place) else { return }
    let lowercased = number.lowercased()
    let word = lowercased.drop { $0 == "-" || $0 == "+" }
    if ["inf", "infinity", "nan"].contains(word) {
      let isJava = number.hasSuffix("Infinity") || number.hasSuffix("NaN")
      if !isJava { note(.spelledInfinity, number, at: place) }
      return
    }
    if word.hasPrefix("0x"), Double(number) != nil {
      return note(.hexadecimalNumber, number, at: place)
    }
    guard number.isDecimal, let value = Double(number) else {
      return note(.unreadableNumber, number, at: place)
    }
    if value.isInfinite { note(.tooLargeNumber, number, at: place) }
    let isZero = !number.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
      .contains { (0x31...0x39).contains($0) }
    if value.isSubnormal || value == 0 && !isZero { note(.tooSmallNumber, number, at: place) }
  }
}

extension String {
  /// Whether this is a number in digits, with a point or an exponent or both.
  fileprivate var isDecimal: Bool {
    utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte | 0x20 == UInt8(ascii: "e")
        || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
    } && Double(self) != nil
  }
}
