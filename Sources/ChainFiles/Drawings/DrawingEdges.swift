import Chains
import GraphML

/// What the edges of a drawing are: inputs, capacities or ties, each the right way round.
struct DrawingEdges {
  /// An edge as a row.
  struct Row {
    let table: Table
    let edge: Int
    /// The nodes of the fields that the ends say: input and product, enterprise and product, supplier and customer.
    let (first, second): (Int, Int)
  }

  private(set) var rows: [Row] = []
  /// The numbers of edges that are none of these, by the reason.
  private(set) var leftOut: [(reason: Bilingual, count: Int)] = []
  /// The makers that stand at the wrong end of their edge.
  private(set) var turned = 0
  /// Inputs whose edge has no direction.
  private(set) var undirected = 0
  let attribute: String?

  /// Edges that lead from what needs to what is needed.
  private static let needs: Set<String> = [
    "needs", "need", "requires", "require", "uses", "use", "consumes", "depends on", "depends_on",
    "dependson", "has part", "has_part", "contains", "consists of", "input from", "buys",
    "purchases",
    "需要", "需求", "依赖", "使用", "消耗", "采购", "包含", "组成", "由…组成",
  ]
  /// Edges by which nothing is supplied.
  private static let other: Set<String> = [
    "owns", "own", "invests", "invest", "invests in", "holds", "subsidiary", "parent", "competes",
    "competitor", "cooperates", "controls", "投资", "控股", "持股", "参股", "子公司", "母公司", "竞争", "合作",
    "股东",
  ]
  private static let makes: Set<String> = [
    "made by", "made_by", "produced by", "produced_by", "manufactured by", "maker", "生产商", "由…生产",
    "生产企业", "制造商",
  ]

  init(_ drawing: Drawing, _ kinds: DrawingKinds, _ mapping: GraphMapping) {
    let reversed = Self.needs.union((mapping.needs ?? []).map(DrawingKinds.word))
    attribute = mapping.edgeKind ?? Self.guess(drawing, reversed)
    let hasMakers = drawing.edges.contains {
      kinds.tables[$0.source] == .enterprises && kinds.tables[$0.target] == .products
    }
    for (number, edge) in drawing.edges.enumerated() {
      let word = DrawingKinds.word(attribute.flatMap { edge.values[$0] } ?? edge.label)
      let isReversed = reversed.contains(word)
      var (source, target) = (edge.source, edge.target)
      if Self.other.contains(word) {
        leave("边“\(word)”不是供应、投入或产能", "an edge “\(word)” is no supply, input or capacity")
        continue
      }
      switch (kinds.tables[source], kinds.tables[target]) {
      case (.products, .products):
        if source == target {
          leave("产品连到自己", "a product that is joined to itself")
          continue
        }
        if isReversed { swap(&source, &target) }
        if !edge.isDirected { undirected += 1 }
        rows.append(Row(table: .inputs, edge: number, first: source, second: target))
      case (.enterprises, .products):
        if isReversed {
          leave(
            "企业使用产品（链表里没有这种关系）", "an enterprise that uses a product, for which a chain has no table"
          )
        } else {
          rows.append(Row(table: .capacities, edge: number, first: source, second: target))
        }
      case (.products, .enterprises):
        if Self.makes.contains(word) || !hasMakers && !isReversed {
          turned += 1
          rows.append(Row(table: .capacities, edge: number, first: target, second: source))
        } else {
          leave(
            "企业使用产品（链表里没有这种关系）", "an enterprise that uses a product, for which a chain has no table"
          )
        }
      case (.enterprises, .enterprises):
        if source == target {
          leave("企业连到自己", "an enterprise that is joined to itself")
          continue
        }
        if isReversed { swap(&source, &target) }
        rows.append(Row(table: .ties, edge: number, first: source, second: target))
      default:
        leave("一端既不是产品也不是企业", "an end is neither product nor enterprise")
      }
    }
  }

  /// Counts an edge that is left out.
  mutating func leave(_ chinese: String, _ english: String, _ count: Int = 1) {
    if count == 0 { return }
    let reason = Bilingual(chinese, english)
    if let place = leftOut.firstIndex(where: { $0.reason == reason }) {
      leftOut[place].count += count
    } else {
      leftOut.append((reason, count))
    }
  }

  /// The attribute with the most edges of known words, the first of several; nil if the labels know as many.
  private static func guess(_ drawing: Drawing, _ reversed: Set<String>) -> String? {
    let known = reversed.union(other).union(makes).union([
      "supplies", "supply", "supplies to", "sells", "input", "made of", "makes", "produces",
      "capacity", "tie", "供应", "供货", "供给", "投入", "生产", "制造", "销售", "产能",
    ])
    var best: (name: String?, count: Int) = (
      nil, drawing.edges.count { known.contains(DrawingKinds.word($0.label)) }
    )
    for attribute in drawing.edgeAttributes {
      let count = drawing.edges.count {
        known.contains(DrawingKinds.word($0.values[attribute.name] ?? ""))
      }
      if count > best.count { best = (attribute.name, count) }
    }
    return best.name
  }
}
