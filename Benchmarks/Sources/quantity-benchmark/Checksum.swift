/// A checksum of numbers, the same on every machine: FNV-1a over their bytes, lowest first.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, T. Hansen, *The FNV non-cryptographic hash
/// algorithm*, RFC 9923 (2025).
struct Checksum: CustomStringConvertible {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The checksum of some numbers, each as four bytes.
  init(_ numbers: some Sequence<Int>) {
    for number in numbers { add(UInt32(truncatingIfNeeded: number)) }
  }

  mutating func add(_ number: UInt32) {
    var rest = number
    for _ in 0..<4 {
      hash = (hash ^ UInt64(rest & 0xFF)) &* 0x100_0000_01B3
      rest >>= 8
    }
  }

  var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
