/// A sum of which each addition's rounding is taken back in the next, so that its relative error is some 10⁻¹⁶ for
/// any count of numbers of one sign. Added one by one, a million times 10⁻⁶ is off by 8·10⁻¹².
///
/// Source: W. Kahan, *Further remarks on reducing truncation errors*, Communications of the ACM 8 (1965),
/// doi:10.1145/363707.363723.
struct CompensatedSum: BitwiseCopyable {
  private(set) var value = 0.0
  /// What `value` is too high by.
  private var excess = 0.0

  static func += (sum: inout CompensatedSum, number: Double) {
    let term = number - sum.excess
    let value = sum.value + term
    sum.excess = (value - sum.value) - term
    sum.value = value
  }
}
