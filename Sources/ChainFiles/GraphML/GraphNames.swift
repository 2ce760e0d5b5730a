import Chains
import GraphML

/// How the columns of a chain are called in a GraphML file.
enum GraphNames {
  /// The graph attribute with everything that is neither node nor edge, as JSON.
  static let chain = "chain_document"
  /// The table that a node or an edge is a row of.
  static let table = "table"
  /// The id of a node's record.
  static let record = "record"
  /// The place of a node's row in its table, where nodes stand in another order.
  static let row = "row"
  static let extra = "extra_"

  /// The attribute of a field. `source` and `weight` mean something else to programs that read graphs.
  static func attribute(_ field: Field) -> String {
    switch field {
    case .source: "evidence"
    case .weight: "importance"
    default: field.rawValue
    }
  }

  static let nodeTables: [Table] = [.products, .enterprises]
  static let edgeTables: [Table] = [.inputs, .capacities, .ties]

  /// The fields of an edge's row that its two ends say.
  static func ends(of table: Table) -> (source: (Field, Table), target: (Field, Table))? {
    switch table {
    case .inputs: ((.input, .products), (.product, .products))
    case .capacities: ((.enterprise, .enterprises), (.product, .products))
    case .ties: ((.supplier, .enterprises), (.customer, .enterprises))
    default: nil
    }
  }

  /// A product and an enterprise may have the same id; nodes may not.
  static func node(_ table: Table, _ id: String) -> String {
    (table == .products ? "product:" : "enterprise:") + id
  }

  /// One word for what a node or an edge is.
  static func kind(_ table: Table) -> String {
    switch table {
    case .products: "product"
    case .enterprises: "enterprise"
    case .inputs: "input"
    case .capacities: "capacity"
    default: "tie"
    }
  }
}

extension Column.Content {
  var graphKind: GraphMLValue.Kind {
    switch self {
    case .flag: .boolean
    case .figure, .limit: .double
    default: .string
    }
  }
}

extension CellValue {
  /// `nil` where nothing is known; no limit is Infinity.
  var graphValue: GraphMLValue? {
    switch self {
    case .blank, .limit(.unknown): nil
    case .text(let text), .word(let text): .string(text)
    case .list(let texts): .string(ListCell.written(texts))
    case .flag(let flag): .boolean(flag)
    case .date(let date): .string(date.description)
    case .number(let number), .limit(.limited(let number)): .double(number)
    case .limit(.unlimited): .double(.infinity)
    }
  }
}
