/// A number given for an edge or a vertex that cannot be a weight: it is negative, infinite, not a
/// number, or 0 where that has no meaning.
///
/// The first such number is reported.
public struct WeightError: Error, Hashable, Sendable {
  /// What a number was given for.
  public enum Subject: Hashable, Sendable {
    /// The edge of this number.
    case edge(Int)
    /// The vertex of this number.
    case vertex(Int)
  }

  /// The first edge or vertex whose number cannot be one; a vertex where all are 0 and one must not be.
  public let subject: Subject
  /// The number that was given. As everywhere, what is not a number equals nothing, so that two errors
  /// about such are different.
  public let weight: Double
  /// What it would have to be.
  let rule: String

  /// Checks the weights of all edges.
  static func check(edges weights: [Double]) throws(WeightError) {
    // The sign bit of a negative number is set, and one more in the exponent of one that is infinite or not a
    // number carries into it: without a branch for each, several are looked at together. −0 is not wrong
    // and left to the second loop.
    let one: UInt64 = 1 << 52
    let span = weights.span
    var bits: UInt64 = 0
    for edge in span.indices {
      let pattern = span[edge].bitPattern
      bits |= pattern | (pattern &+ one)
    }
    if bits >> 63 == 0 { return }
    for edge in 0..<weights.count where !(weights[edge] >= 0 && weights[edge] < .infinity) {
      throw WeightError(
        subject: .edge(edge), weight: weights[edge], rule: "finite and not negative")
    }
  }

  /// Checks weights of edges that may not be 0 either.
  static func check(positiveEdges weights: [Double]) throws(WeightError) {
    for edge in 0..<weights.count where !(weights[edge] > 0 && weights[edge] < .infinity) {
      throw WeightError(subject: .edge(edge), weight: weights[edge], rule: "finite and above 0")
    }
  }

  /// Checks the weights of all vertices.
  static func check(vertices weights: [Double]) throws(WeightError) {
    for vertex in 0..<weights.count where !(weights[vertex] >= 0 && weights[vertex] < .infinity) {
      throw WeightError(
        subject: .vertex(vertex), weight: weights[vertex], rule: "finite and not negative")
    }
  }
}

extension WeightError: CustomStringConvertible {
  public var description: String {
    switch subject {
    case .edge(let edge): "edge \(edge) has weight \(weight); a weight must be \(rule)"
    case .vertex(let vertex): "vertex \(vertex) has weight \(weight); a weight must be \(rule)"
    }
  }
}
