internal import Chains

/// A figure of one product that is not known.
public struct OpenFigure: Hashable, Sendable {
  public let product: Int
  public let figure: UnknownFigure

  public init(product: Int, figure: UnknownFigure) {
    self.product = product
    self.figure = figure
  }
}

/// How a plan reads what is not known: all of it for the best or for the worst, but for some figures.
struct Assumption: Hashable {
  let reading: Availability.Reading
  /// Figures that are read the other way.
  var exceptions: Set<OpenFigure> = []

  /// Whether a figure is taken to be the best that it can be.
  func isHopeful(_ figure: UnknownFigure, of product: Int) -> Bool {
    let isException =
      !exceptions.isEmpty && exceptions.contains(OpenFigure(product: product, figure: figure))
    return (reading == .hopeful) != isException
  }
}
