/// A sum of numbers whose rounding errors are added up beside it: as accurate as if it were
/// computed with twice the digits and then rounded.
///
/// Source: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// ZAMM 54 (1974), doi:10.1002/zamm.19740540106, in the branch-free form of D. E. Knuth.
struct CompensatedSum {
  private var sum = 0.0
  private var error = 0.0

  var value: Double { sum + error }

  @inline(__always)
  static func += (total: inout CompensatedSum, term: Double) {
    let sum = total.sum + term
    let part = sum - total.sum
    total.error += (total.sum - (sum - part)) + (term - part)
    total.sum = sum
  }
}
