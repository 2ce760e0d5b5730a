import Testing

@testable import GraphML

@Suite struct NameTokenTests {
  @Test(arguments: ["a", "1", "-", "a:b.c_d", "甲公司", "é", "n0::n1"])
  func `Letters, digits, signs and Chinese characters make a name token`(text: String) {
    #expect(text.isNameToken)
    #expect(text.asNameToken == text)
  }

  @Test(arguments: [
    ("", "_"), ("a b", "a_b"), ("产值（万元）", "产值_万元_"), ("a/b%", "a_b_"), ("\u{0}", "_"),
    ("\u{FFFF}", "_"),
    ("🏭", "_"), ("a\u{1}b", "a_b"),
  ])
  func `Every other character is replaced`(text: String, token: String) {
    #expect(!text.isNameToken)
    #expect(text.asNameToken == token)
    #expect(token.isNameToken)
  }
}
