internal import CLibXML2

/// The callbacks, which only find the session and pass on what they are given.
///
/// There is no `getEntity`: every reference to an entity that XML does not predefine is an error. `characters` and
/// `ignorableWhitespace` are the same, which makes libxml2 deliver all text; the variadic `error` is left out.
func saxHandler() -> xmlSAXHandler {
  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
  unsafe handler.startElementNs = {
    context, local, prefix, namespace, namespaceCount, _, attributeCount, defaulted, attributes in
    guard let session = unsafe ParserSession.of(context) else { return }
    let name = unsafe session.name(local, prefix, namespace)
    unsafe session.start(
      name, namespaces: Int(namespaceCount), attributes: Int(attributeCount),
      defaulted: Int(defaulted), at: attributes)
  }
  unsafe handler.endElementNs = { context, _, _, _ in
    unsafe ParserSession.of(context)?.end()
  }
  unsafe handler.characters = { context, start, count in
    unsafe ParserSession.of(context)?.characters(start, count: Int(count))
  }
  unsafe handler.ignorableWhitespace = unsafe handler.characters
  unsafe handler.comment = { context, text in
    unsafe ParserSession.of(context)?.comment(text)
  }
  unsafe handler.processingInstruction = { context, target, content in
    unsafe ParserSession.of(context)?.instruction(target, content)
  }
  unsafe handler.internalSubset = { context, _, _, _ in
    unsafe ParserSession.of(context)?.noteDocumentType()
  }
  unsafe handler.entityDecl = { context, name, _, _, _, _ in
    unsafe ParserSession.of(context)?.refuseEntity(name)
  }
  unsafe handler.unparsedEntityDecl = { context, name, _, _, _ in
    unsafe ParserSession.of(context)?.refuseEntity(name)
  }
  unsafe handler.serror = { context, problem in
    unsafe ParserSession.of(context)?.report(problem)
  }
  return unsafe handler
}
