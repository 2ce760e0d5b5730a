internal import Chains

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One random draw of all figures of a chain: each is multiplied by a factor of mean 1 from a
/// lognormal distribution, whose spread is that of figures of its grade.
///
/// A factor depends on the seed, the number of the draw and what the figure is of, and on nothing
/// else: not on the order of the rows, nor on what else is drawn.
struct Draw: Hashable {
  let seed: UInt64
  let number: Int

  /// The coefficient of variation of figures (measures, §3.12).
  static func spread(of grade: Grade?) -> Double {
    switch grade {
    case .a: 0.05
    case .b: 0.1
    case .c: 0.15
    case .assumed: 0.2
    case nil: 0.1
    }
  }

  func factor(capacity activity: Int, in chain: Chain) -> Double {
    let entry = chain.activities[activity]
    let grade = chain.capacity(of: entry).flatMap { chain.grade(of: $0.provenance) }
    let key = [chain.enterprises[entry.enterprise].id.text, chain.products[entry.product].id.text]
    return factor("capacity", key, Self.spread(of: grade))
  }

  func factor(external product: Int, in chain: Chain) -> Double {
    factor("external", [chain.products[product].id.text], Self.spread(of: nil))
  }

  func factor(input row: Int, in chain: Chain) -> Double {
    let input = chain.tables.inputs[row]
    return factor("input", [input.product.text, input.input.text], Self.spread(of: nil))
  }

  private func factor(_ kind: String, _ key: [String], _ variation: Double) -> Double {
    var random = SplitMix(state: seed ^ hash([kind, "\(number)"] + key))
    // Box and Muller (1958), doi:10.1214/aoms/1177706645; 1 - u keeps the logarithm finite.
    let normal =
      (-2 * log(1 - random.unit())).squareRoot() * cos(2 * Double.pi * random.unit())
    let variance = log(1 + variation * variation)
    return exp(variance.squareRoot() * normal - variance / 2)
  }

  /// FNV-1a, 64 bits, with a byte between the words that no text has.
  private func hash(_ words: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    return hash
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
