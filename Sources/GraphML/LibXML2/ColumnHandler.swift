internal import CLibXML2

/// The callbacks for a property graph; see ``saxHandler()``. Comments and instructions have no place in one.
func columnHandler() -> xmlSAXHandler {
  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handler.startElementNs = {
    context, local, _, namespace, namespaceCount, _, attributeCount, defaulted, attributes in
    unsafe ColumnSession.change(context) {
      unsafe $0.start(
        local, namespace, namespaces: Int(namespaceCount), attributes: Int(attributeCount),
        defaulted: Int(defaulted), at: attributes)
    }
  }
  unsafe handler.endElementNs = { context, _, _, _ in
    unsafe ColumnSession.change(context) { $0.end() }
  }
  unsafe handler.characters = { context, start, count in
    unsafe ColumnSession.change(context) { unsafe $0.characters(start, count: Int(count)) }
  }
  unsafe handler.ignorableWhitespace = unsafe handler.characters
  unsafe handler.entityDecl = { context, name, _, _, _, _ in
    unsafe ColumnSession.change(context) { unsafe $0.refuseEntity(name) }
  }
  unsafe handler.unparsedEntityDecl = { context, name, _, _, _ in
    unsafe ColumnSession.change(context) { unsafe $0.refuseEntity(name) }
  }
  unsafe handler.serror = { context, problem in
    unsafe ColumnSession.change(context) { unsafe $0.report(problem) }
  }
  return unsafe handler
}
