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
}

extension MutableSpan where Element == UInt64 {
  /// Whether a number below the bound is in the set.
  @inline(__always)
  func hasBit(_ number: Int) -> Bool {
    self[number &>> 6] &>> UInt64(truncatingIfNeeded: number) & 1 != 0
  }

  /// Puts a number below the bound into the set.
  @inline(__always)
  mutating func setBit(_ number: Int) {
    self[number &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: number)
  }
}
