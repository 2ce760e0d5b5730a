/// A chain seen from a region: who is inside, who is outside.
public struct Viewpoint: Hashable, Sendable {
  /// Where an enterprise stands.
  public enum Locality: Hashable, Sendable {
    case inside, outside
    /// Its region is only known as an area that holds the viewpoint and more.
    case unknown
  }

  /// The number of the region; `nil` when the chain knows no region, and then all is inside.
  public let region: Int?
  /// A locality for each enterprise.
  public let localities: [Locality]
  /// For each enterprise the areas that can close with it in them and the viewpoint not: its region
  /// and those above it, as far as they do not hold the viewpoint. Numbers of regions, innermost first.
  public let areas: [[Int]]
}

extension Chain {
  /// The region that a person means: by id, by name, or by a part of the name between blanks and
  /// brackets that no other region has, in any case.
  public func region(called text: String) -> Region? {
    if let number = index.regions[Identifier(text)] { return regions[number] }
    let named = regions.filter { $0.name == text }
    if named.count == 1 { return named.first }
    let wanted = " \(words(text)) "
    guard wanted.contains(where: { $0 != " " }) else { return nil }
    let alike = regions.filter { " \(words($0.name)) ".contains(wanted) }
    return alike.count == 1 ? alike.first : nil
  }

  /// Lowercase, with single blanks where blanks and brackets are.
  private func words(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace || "()（）".contains($0) }.joined(separator: " ")
  }

  /// The region itself and all above it, innermost first.
  public func regionsUp(from region: Int) -> [Int] {
    var path = [region]
    while let above = regions[path[path.count - 1]].parent.flatMap({ index.regions[$0] }) {
      path.append(above)
    }
    return path
  }

  /// The chain as seen from a region, by default its own.
  ///
  /// An enterprise is inside when its region lies in the subtree of the viewpoint. One without a region
  /// is taken to be in the chain's own. One whose region holds the viewpoint and more may be either;
  /// an aggregate row is then outside.
  ///
  /// - Precondition: the chain has the region.
  /// - Complexity: O(enterprises × depth of the tree)
  public func viewpoint(from region: Region.ID? = nil) -> Viewpoint {
    guard let asked = region ?? profile.region else {
      return Viewpoint(
        region: nil, localities: enterprises.map { _ in .inside },
        areas: enterprises.map { areas(of: $0, notHolding: []) })
    }
    guard let viewpoint = index.regions[asked] else {
      preconditionFailure("the chain has no region “\(asked)”")
    }
    let above = Set(regionsUp(from: viewpoint))
    let localities = enterprises.map { enterprise -> Viewpoint.Locality in
      guard let home = home(of: enterprise) else { return .unknown }
      if regionsUp(from: home).contains(viewpoint) { return .inside }
      return above.contains(home) && !enterprise.isAggregate ? .unknown : .outside
    }
    return Viewpoint(
      region: viewpoint, localities: localities,
      areas: enterprises.map { areas(of: $0, notHolding: above) })
  }

  /// The region of an enterprise; the chain's own where none is written.
  func home(of enterprise: Enterprise) -> Int? {
    (enterprise.region ?? profile.region).flatMap { index.regions[$0] }
  }

  private func areas(of enterprise: Enterprise, notHolding above: Set<Int>) -> [Int] {
    guard !enterprise.isAggregate, let home = enterprise.region.flatMap({ index.regions[$0] })
    else { return [] }
    return regionsUp(from: home).filter { !above.contains($0) }
  }
}
