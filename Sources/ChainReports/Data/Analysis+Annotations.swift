public import ChainAnalysis
public import ChainFiles
internal import Chains
internal import Graphs

extension Analysis {
  /// What GraphML viewers are to show of each product and enterprise: findings, severity, coverage, a
  /// colour by severity, a place in layers from upstream to downstream.
  public var annotations: [Annotation] {
    let layout = Layout(chain)
    let found = findingsBySubject()
    let ofProducts = chain.products.indices.map { number in
      let state = products[number]
      let findings = found[.product(number), default: []]
      var annotation = Annotation(.products, id: chain.products[number].id.text)
      annotation.fill(findings, isNeeded: state.isRequired)
      annotation.coverage = state.coverage.ratio.map { min(1, $0) }
      annotation.position = layout.product(number)
      return annotation
    }
    let ofEnterprises = chain.enterprises.indices.map { number in
      var annotation = Annotation(.enterprises, id: chain.enterprises[number].id.text)
      annotation.fill(
        found[.enterprise(number), default: []],
        isNeeded: chain.activities(of: number).contains {
          products[chain.activities[$0].product].isRequired
        })
      annotation.position = layout.enterprise(number)
      return annotation
    }
    return ofProducts + ofEnterprises
  }

  private func findingsBySubject() -> [Subject: [Finding]] {
    var found: [Subject: [Finding]] = [:]
    for finding in findings {
      for subject in finding.subjects { found[subject, default: []].append(finding) }
    }
    return found
  }
}

extension Annotation {
  fileprivate mutating func fill(_ findings: [Finding], isNeeded: Bool) {
    self.findings = findings.flatMap { [$0.code] + $0.also }.map(\.rawValue)
    severity = findings.map(\.severity.rawValue).max()
    color = Self.color(severity: severity, isNeeded: isNeeded)
  }

  /// From red to yellow by severity; green where nothing was found, grey where nothing is needed.
  private static func color(severity: Int?, isNeeded: Bool) -> Color {
    switch severity {
    case 5: Color(red: 183, green: 28, blue: 28)
    case 4: Color(red: 229, green: 57, blue: 53)
    case 3: Color(red: 251, green: 140, blue: 0)
    case 2: Color(red: 253, green: 216, blue: 53)
    case 1: Color(red: 174, green: 213, blue: 129)
    default:
      isNeeded ? Color(red: 67, green: 160, blue: 71) : Color(red: 189, green: 189, blue: 189)
    }
  }
}

/// Places in layers: inputs left of what is made of them, makers beside their first product.
private struct Layout {
  private let chain: Chain
  private let layers: [Int]
  private let ranks: [Int]

  init(_ chain: Chain) {
    self.chain = chain
    var lines: [(source: Int, target: Int)] = []
    for product in chain.products.indices {
      for ingredient in chain.recipe(of: product) { lines.append((ingredient.product, product)) }
    }
    let graph: Digraph
    do {
      graph = try Digraph(vertexCount: chain.products.count, edges: lines)
    } catch {
      preconditionFailure("lines join products by number: \(error)")
    }
    let components = graph.stronglyConnectedComponents()
    var depth = [Int](repeating: 0, count: components.count)
    for component in 0..<components.count {
      for product in components.members(of: component) {
        for user in graph.successors(of: product) {
          let other = components.component(of: user)
          if other != component { depth[other] = max(depth[other], depth[component] + 1) }
        }
      }
    }
    layers = chain.products.indices.map { depth[components.component(of: $0)] }
    var filled: [Int: Int] = [:]
    ranks = layers.map { layer in
      defer { filled[layer, default: 0] += 1 }
      return filled[layer, default: 0]
    }
  }

  func product(_ number: Int) -> Annotation.Position {
    Annotation.Position(x: Double(layers[number]) * 300, y: 0 - Double(ranks[number]) * 120)
  }

  func enterprise(_ number: Int) -> Annotation.Position {
    guard let first = chain.activities(of: number).first else {
      return Annotation.Position(x: -300, y: Double(number) * -40)
    }
    let product = chain.activities[first].product
    let place = self.product(product)
    let rank = chain.activities(making: product).firstIndex(of: first) ?? 0
    return Annotation.Position(x: place.x - 110, y: place.y - 20 - Double(rank) * 24)
  }
}
