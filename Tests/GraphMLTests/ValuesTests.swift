import GraphML
import Testing

@Suite struct ValuesTests {
  @Test func `Setting a value replaces every earlier one in the place of the first`() {
    var values = GraphMLDocument.Values([
      .init("a", 1), .init("b", 2), .init("a", 3), .init("c", 4),
    ])
    #expect(values["a"] == 3)
    values["a"] = 5
    #expect(Array(values) == [.init("a", 5), .init("b", 2), .init("c", 4)])
    values["b"] = nil
    #expect(Array(values) == [.init("a", 5), .init("c", 4)])
  }

  @Test func `A stated value, a default, a blank and nothing are told apart`() {
    let plain = GraphMLDocument.Attribute("size", for: .node, as: .int)
    let withDefault = GraphMLDocument.Attribute("size", for: .node, as: .int, defaultValue: .int(7))
    #expect(withDefault.value(in: ["size": 1]) == .explicit(1))
    #expect(withDefault.value(in: [:]) == .byDefault(.int(7)))
    #expect(withDefault.value(in: .init([.init("size", nil)])) == .blank)
    #expect(plain.value(in: [:]) == .missing)
  }

  @Test func `Types widen to the narrowest that holds both`() {
    typealias Kind = GraphMLValue.Kind
    #expect(Kind.int.widened(with: .long) == .long)
    #expect(Kind.int.widened(with: .float) == .double)
    #expect(Kind.long.widened(with: .double) == .double)
    #expect(Kind.boolean.widened(with: .int) == .string)
    #expect(Kind.xml.widened(with: .xml) == .xml)
  }
}
