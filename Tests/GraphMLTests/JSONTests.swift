import Testing

@testable import GraphML

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"a":[1,-2,true,false,null],"b":{"c":"\\\"\n"},"":[]}"#, #""产值（万元）""#, "[]", "{}",
  ])
  func `A value is read and written as it is`(text: String) throws {
    #expect(try #require(JSON(text)).text == text)
  }

  @Test func `Blanks and escapes of other writers are understood`() throws {
    let value = try #require(JSON(" [ \"\\u0041\\uD83C\\uDFED\\t\\/\" , { \"a\" : 1 } ] "))
    #expect(value.array.first?.string == "A🏭\t/")
    #expect(value.array.last?["a"]?.int == 1)
  }

  @Test func `Characters that XML cannot hold are escaped`() {
    #expect(JSON.string("\u{0}\u{1B}\u{FFFF}").text == #""\u0000\u001b\uffff""#)
  }

  @Test(arguments: ["", "[1", "{\"a\"}", "nul", "\"a", "[1] 2", "\"\\uD800\"", "1.5", "\"\\u00"])
  func `What is not a manifest's JSON is refused`(text: String) {
    #expect(JSON(text) == nil)
  }

  @Test func `Depth is bounded`() {
    #expect(JSON(String(repeating: "[", count: 100_000)) == nil)
  }
}
