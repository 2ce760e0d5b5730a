public import ChainAnalysis
internal import ChainFiles
public import Chains

/// The chain in the language of Graphviz, with the analysis on it: layers from upstream to downstream, the products of
/// a stage in a frame, a colour by severity.
///
///     liantu export chains/battery.yaml --to dot | dot -Tsvg > battery.svg
///
/// Drawn are products with what they are made of, and makers; ties would hide the layers and are in GraphML. What the
/// language is: E. R. Gansner, E. Koutsofios, S. C. North, "Drawing graphs with dot" (2015),
/// https://graphviz.org/doc/info/lang.html.
public struct AnalysisDOT {
  private let analysis: Analysis
  private let language: Language
  private let marks: [Subject: Annotation]

  public init(_ analysis: Analysis, language: Language) {
    self.analysis = analysis
    self.language = language
    let chain = analysis.chain
    marks = Dictionary(
      analysis.annotations.compactMap { annotation -> (Subject, Annotation)? in
        let subject: Subject? =
          annotation.table == .products
          ? chain.number(of: Product.ID(annotation.id)).map { .product($0) }
          : chain.number(of: Enterprise.ID(annotation.id)).map { .enterprise($0) }
        return subject.map { ($0, annotation) }
      }, uniquingKeysWith: { first, _ in first })
  }

  public var text: String {
    let name = DOTText.quoted(chain.profile.name.isEmpty ? chain.profile.id : chain.profile.name)
    let lines =
      [
        "digraph \(name) {",
        "  graph [rankdir=LR, newrank=true, label=\(name), labelloc=t, fontname=\(Self.fonts)]",
        "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\(Self.fonts)]",
        "  edge [color=\"#757575\", fontname=\(Self.fonts), fontsize=10]",
      ] + stages() + loose() + makers() + recipes() + ["}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var chain: Chain { analysis.chain }
  private static let fonts = "\"Noto Sans CJK SC,Microsoft YaHei,sans-serif\""

  // MARK: Products

  private func stages() -> [String] {
    chain.stages.enumerated().flatMap { number, stage -> [String] in
      let members = chain.products.indices.filter { chain.products[$0].stage == stage.id }
      guard !members.isEmpty else { return [] }
      return [
        "  subgraph cluster_\(number) {",
        "    label=\(DOTText.quoted(stage.name)); style=rounded; color=\"#BDBDBD\"",
      ] + members.map { "    " + product($0) } + ["  }"]
    }
  }

  private func loose() -> [String] {
    chain.products.indices.filter {
      chain.products[$0].stage.flatMap(chain.number(of:)) == nil
    }.map { "  " + product($0) }
  }

  private func product(_ number: Int) -> String {
    let product = chain.products[number]
    var lines = [product.name]
    let mark = marks[.product(number)]
    if let coverage = mark?.coverage, analysis.products[number].isRequired {
      lines.append(
        Bilingual("保障度 ", "coverage ")[language] + Numerals.percent(coverage))
    }
    if let codes = mark?.findings, !codes.isEmpty { lines.append(codes.joined(separator: " ")) }
    var attributes = [("label", lines.joined(separator: "\n")), ("tooltip", product.id.text)]
    attributes += fill(mark)
    if product.isFinal { attributes += [("peripheries", "2")] }
    return node("p\(number)", attributes)
  }

  private func fill(_ mark: Annotation?) -> [(String, String)] {
    guard let color = mark?.color else { return [] }
    let isDark = (mark?.severity ?? 0) >= 4
    return [("fillcolor", Self.hex(color))] + (isDark ? [("fontcolor", "white")] : [])
  }

  // MARK: Enterprises

  private func makers() -> [String] {
    chain.enterprises.indices.flatMap { number -> [String] in
      let made = chain.activities(of: number)
      guard !made.isEmpty else { return [] }
      let enterprise = chain.enterprises[number]
      let mark = marks[.enterprise(number)]
      var lines = [enterprise.name]
      if let codes = mark?.findings, !codes.isEmpty { lines.append(codes.joined(separator: " ")) }
      let isInside = analysis.viewpoint.localities[number] == .inside
      var attributes = [
        ("label", lines.joined(separator: "\n")), ("tooltip", enterprise.id.text),
        ("shape", "ellipse"), ("fontsize", "10"), ("style", isInside ? "filled" : "filled,dashed"),
      ]
      if mark?.severity != nil { attributes += fill(mark) }
      return ["  " + node("e\(number)", attributes)]
        + made.map { activity in
          let runs = chain.carries(chain.activities[activity])
          return "  e\(number) -> p\(chain.activities[activity].product)"
            + " [arrowhead=none, color=\"#BDBDBD\"\(runs ? "" : ", style=dashed")]"
        }
    }
  }

  // MARK: Recipes

  private func recipes() -> [String] {
    chain.products.indices.flatMap { product -> [String] in
      let kind = chain.products[product].variantOf.flatMap(chain.number(of:)).map {
        "  p\(product) -> p\($0) [arrowhead=empty, style=dotted]"
      }
      return (kind.map { [$0] } ?? [])
        + chain.recipe(of: product).map { ingredient in
          let style =
            switch chain.input(of: ingredient).essentiality {
            case .essential: ""
            case .nonEssential: " [style=dashed]"
            case .negligible: " [style=dotted]"
            }
          return "  p\(ingredient.product) -> p\(product)\(style)"
        }
    }
  }

  private func node(_ name: String, _ attributes: [(String, String)]) -> String {
    let list = attributes.map { "\($0)=\(DOTText.quoted($1))" }.joined(separator: ", ")
    return "\(name) [\(list)]"
  }

  private static func hex(_ color: Annotation.Color) -> String {
    "#"
      + [color.red, color.green, color.blue].map { part in
        let digits = String(part, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }
}

/// A text as DOT wants it between double quotes.
enum DOTText {
  /// Quotes and backslashes are escaped, because `\N` and `\G` stand for other texts in labels; so is `&`, which begins
  /// a character reference; a line end becomes `\n`, any other control character a blank.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "&": quoted += "&amp;"
      case _ where character.isNewline: quoted += "\\n"
      case _
      where character.unicodeScalars.contains { $0.properties.generalCategory == .control }:
        quoted += " "
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}
