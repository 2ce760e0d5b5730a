/// The elements around a place, outermost first, as messages name them.
enum ElementPath {
  /// The most elements that are named, half of them the outermost and half the innermost.
  private static let mostElements = 24

  /// The path of `depth` elements, each named by its place from 0.
  static func text(depth: Int, _ name: (Int) -> String) -> String {
    if depth <= mostElements { return (0..<depth).map(name).joined(separator: "/") }
    let half = mostElements / 2
    let names = (0..<half).map(name) + ["…"] + ((depth - half)..<depth).map(name)
    return names.joined(separator: "/")
  }
}

extension String {
  /// The text, or the start of a long one: a message is for people, and hundreds of them are kept.
  var shortened: String {
    if utf8.count <= 200 { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(120))) + "…"
  }
}
