// Sets of numbers below a bound, as words: number n is in the set if bit n % 64 of word n / 64 is 1. A set of a
// million takes 122 KiB, so that algorithms that ask at random find it in a near cache.

extension [UInt64] {
  /// The empty set of numbers below `bound`, 0 or more.
  init(bitsBelow bound: Int) {
    self.init(repeating: 0, count: (bound + 63) / 64)
  }

  /// Puts a number below the bound into the set.
  mutating func setBit(_ number: Int) {
    var bits = mutableSpan
    bits.setBit(number)
  }
}

extension Span where Element == UInt64 {
  /// Whether a number below the bound is in the set.
  @inline(__always)
  func hasBit(_ number: Int) -> Bool {
    self[number &>> 6] &>> UInt64(truncatingIfNeeded: number) & 1 != 0
  }

  /// Whether any of `numbers[start..<end]` is in the set.
  @inline(__always)
  func hasBit(anyOf numbers: Span<UInt32>, _ start: UInt32, _ end: UInt32) -> Bool {
    for position in Int(start)..<Int(end) where hasBit(Int(numbers[position])) { return true }
    return false
  }

  /// The numbers that are not in the set, of those that a word stands for.
  @inline(__always)
  func missing(inWord word: Int, below bound: Int) -> BitsOfWord {
    BitsOfWord(missingIn: self[word], word: word, below: bound)
  }
}

extension MutableSpan where Element == UInt64 {
  /// Whether a number below the bound is in the set.
  @inline(__always)
  func hasBit(_ number: Int) -> Bool { span.hasBit(number) }

  /// Puts a number below the bound into the set.
  @inline(__always)
  mutating func setBit(_ number: Int) {
    self[number &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: number)
  }
}

/// Numbers that one word of a set stands for, ascending.
struct BitsOfWord: Sequence, IteratorProtocol {
  private var left: UInt64
  private let first: Int

  /// The numbers in a set.
  @inline(__always)
  init(_ bits: UInt64, word: Int) {
    left = bits
    first = word &<< 6
  }

  /// The numbers below the bound of a set that are not in it.
  @inline(__always)
  init(missingIn bits: UInt64, word: Int, below bound: Int) {
    let count = bound &- word &<< 6
    let known = count < 64 ? 1 &<< UInt64(truncatingIfNeeded: count) &- 1 : .max
    self.init(~bits & known, word: word)
  }

  @inline(__always)
  mutating func next() -> Int? {
    if left == 0 { return nil }
    let number = first &+ left.trailingZeroBitCount
    left &= left &- 1
    return number
  }
}
