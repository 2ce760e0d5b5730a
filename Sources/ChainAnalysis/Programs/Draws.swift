internal import Chains

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random draws of all figures of a chain: each is multiplied by a factor of mean 1 from a lognormal
/// distribution, whose spread is that of figures of its grade.
///
/// A factor depends on the seed, the number of the draw and what the figure is of, and on nothing
/// else: not on the order of the rows, nor on what else is drawn.
struct Draws: Sendable {
  /// By activity, by product and by row of `inputs`.
  private let capacities: [Figure]
  private let externals: [Figure]
  private let inputs: [Figure]

  /// What is drawn for a figure: the n-th draw takes the n-th pair of numbers of a sequence of its own.
  private struct Figure: Sendable {
    let sequence: UInt64
    let variation: Double
  }

  init(_ chain: Chain, seed: UInt64) {
    func figure(_ kind: String, _ key: [String], _ grade: Grade?) -> Figure {
      Figure(sequence: seed ^ hash([kind] + key), variation: Self.spread(of: grade))
    }
    capacities = chain.activities.map { entry in
      figure(
        "capacity",
        [chain.enterprises[entry.enterprise].id.text, chain.products[entry.product].id.text],
        chain.capacity(of: entry).flatMap { chain.grade(of: $0.provenance) })
    }
    externals = chain.products.map { figure("external", [$0.id.text], nil) }
    inputs = chain.tables.inputs.map { figure("input", [$0.product.text, $0.input.text], nil) }
  }

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

  subscript(number: Int) -> Draw { Draw(draws: self, number: number) }

  /// One of the draws.
  struct Draw: Sendable {
    fileprivate let draws: Draws
    fileprivate let number: Int

    func factor(capacity activity: Int) -> Double { factor(draws.capacities[activity]) }
    func factor(external product: Int) -> Double { factor(draws.externals[product]) }
    func factor(input row: Int) -> Double { factor(draws.inputs[row]) }

    private func factor(_ figure: Figure) -> Double {
      var random = SplitMix(sequence: figure.sequence, after: 2 * UInt64(number))
      // Box and Muller (1958), doi:10.1214/aoms/1177706645; 1 - u keeps the logarithm finite.
      let normal =
        (-2 * log(1 - random.unit())).squareRoot() * cos(2 * Double.pi * random.unit())
      let variance = log(1 + figure.variation * figure.variation)
      return exp(variance.squareRoot() * normal - variance / 2)
    }
  }
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

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
private struct SplitMix {
  private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var state: UInt64

  /// A sequence after its first numbers.
  init(sequence: UInt64, after count: UInt64) { state = sequence &+ count &* Self.step }

  mutating func next() -> UInt64 {
    state &+= Self.step
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
