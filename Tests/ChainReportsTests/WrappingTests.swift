import Testing

@testable import ChainReports

@Suite struct WrappingTests {
  @Test func `English is broken at blanks`() {
    #expect("the only one known".wrapped(to: 10) == ["the only", "one known"])
  }

  @Test func `Chinese is broken between characters`() {
    #expect("本地无人能产".wrapped(to: 6) == ["本地无", "人能产"])
  }

  @Test func `closing punctuation stays with what it closes`() {
    #expect("本地无，人能产".wrapped(to: 6) == ["本地", "无，人", "能产"])
    #expect("芯片（外）".wrapped(to: 8) == ["芯片", "（外）"])
  }

  @Test func `a figure stays with what stands beside it`() {
    #expect("缺口共计30吨".wrapped(to: 10) == ["缺口共", "计30吨"])
  }

  @Test func `square brackets are not broken`() {
    #expect("保障度 92%  [数据为假设]".wrapped(to: 20) == ["保障度 92%", "[数据为假设]"])
  }

  @Test func `a word that is wider than the line is cut`() {
    #expect("abcdefgh".wrapped(to: 3) == ["abc", "def", "gh"])
    #expect("ab abcdefgh cd".wrapped(to: 4) == ["ab", "abcd", "efgh", "cd"])
  }

  @Test func `blanks at the ends of lines are dropped, and nothing else`() {
    #expect("".wrapped(to: 5) == [""])
    #expect("   ".wrapped(to: 5) == [""])
    #expect("a     b".wrapped(to: 3) == ["a", "b"])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `random texts keep to the width and to their words`(_ seed: UInt64) {
    var random = Random(state: seed)
    let alphabet = Array("电池包产能ab1 ，。（）“”、→ 3cd[]%😀e\u{301}")
    let length = Int(random.next() % 80)
    let text = String(
      (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
    let width = Int(random.next() % 30) + 2
    let lines = text.wrapped(to: width)
    func words(_ text: String) -> String { text.filter { $0 != " " } }
    #expect(words(lines.joined()) == words(text), "seed \(seed): \(text)")
    for line in lines {
      #expect(line.displayWidth <= width, "seed \(seed), width \(width): \(line)")
      #expect(line.last != " ", "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no line of a well-formed text starts with a closing mark or ends in an opening one`(
    _ seed: UInt64
  ) {
    var random = Random(state: seed)
    let parts = ["电芯", "（外）", "“乙厂”，", "占 96%，", "HHI", "5,918 点；", "《年鉴》。", "a, b "]
    let text = (0..<20).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
    for line in text.wrapped(to: 20 + Int(seed % 20)) {
      #expect(line.first.map { !"，。；）”》%".contains($0) } ?? true, "seed \(seed): \(line)")
      #expect(line.last.map { !"（“《".contains($0) } ?? true, "seed \(seed): \(line)")
    }
  }

  @Test func `items are packed side by side and not broken inside`() {
    let items = ["原料 0/2", "电池组件 cell 2/2", "成品 1/1"]
    #expect(
      items.packed(to: 28, separator: "   ")
        == ["原料 0/2   电池组件 cell 2/2", "成品 1/1"])
    #expect(items.packed(to: 20, separator: "   ") == items)
    #expect([String]().packed(to: 20, separator: " ").isEmpty)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed everywhere.
private struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
