import Chains

/// What in somebody's GraphML stands for what in a chain, as far as it is to be said; the rest is guessed.
///
/// ```swift
/// var mapping = GraphMapping()
/// try mapping.set("kind", to: "type")            // the attribute that says what a node is
/// try mapping.set("enterprises", to: "firm, plant")  // its words for enterprises
/// try mapping.set("capacity", to: "cap_2023")    // the attribute that holds the capacity
/// try mapping.set("chain.money", to: "=亿元")     // the same text everywhere
/// ```
public struct GraphMapping: Hashable, Sendable {
  /// Where the cells of a column come from.
  enum Source: Hashable {
    case attribute(String)
    case text(String)
  }

  /// A column of a table.
  struct Target: Hashable {
    let table: Table
    let field: Field
  }

  /// What the group around a node says.
  enum Group: String, CaseIterable {
    case stage, region, none
  }

  /// The attribute of nodes that says what a node is.
  var kind: String?
  /// The attribute of edges that says what an edge is.
  var edgeKind: String?
  /// The words for each; `*` is every node.
  var products: [String]?
  var enterprises: [String]?
  /// The words of edges that lead from what needs to what is needed.
  var needs: [String]?
  var group = Group.stage
  private(set) var columns: [Target: Source] = [:]

  /// Everything is guessed.
  public init() {}

  /// The tables that nodes and edges become.
  static let tables: [Table] = [.products, .enterprises, .inputs, .capacities, .ties]
}

extension GraphMapping {
  /// Says one thing.
  ///
  /// - Parameters:
  ///   - what: a column such as `capacity`, `产能` or `products.unit`, or one of `kind` 节点类型, `edgekind` 边类型,
  ///     `products` 产品词, `enterprises` 企业词, `needs` 反向词 and `group` 分组.
  ///   - value: for a column the name of the attribute, or `=` and a text for every row; for `kind` and `edgekind` the name
  ///     of an attribute; for `products`, `enterprises` and `needs` words with commas between; for `group` one of `stage`,
  ///     `region` and `none`.
  /// - Throws: that there is no such thing to say.
  public mutating func set(_ what: String, to value: String) throws(FileProblem) {
    let what = trimmed(what)
    let value = trimmed(value)
    let words = value.split { ",，、".contains($0) }.map { trimmed(String($0)) }
    switch what.lowercased() {
    case "kind", "节点类型": kind = value
    case "edgekind", "边类型": edgeKind = value
    case "products", "产品词": products = words
    case "enterprises", "企业词": enterprises = words
    case "needs", "反向词": needs = words
    case "group", "分组":
      guard let group = Group(rawValue: value) else {
        throw Self.problem("分组只能是 stage、region 或 none", "a group is stage, region or none", value)
      }
      self.group = group
    default:
      let targets = Self.targets(what)
      if targets.isEmpty {
        throw Self.problem(
          "“\(what)”不是任何一列，也不是 kind、edgekind、products、enterprises、needs、group："
            + "请写列名，如 capacity、产能、products.unit",
          "“\(what)” is no column, nor kind, edgekind, products, enterprises, needs or group: "
            + "name a column, such as capacity, 产能 or products.unit", what)
      }
      for target in targets {
        columns[target] =
          value.hasPrefix("=") ? .text(String(value.dropFirst())) : .attribute(value)
      }
    }
  }

  /// The columns that a name means: of every table that has one, unless the table is named before a dot.
  private static func targets(_ what: String) -> [Target] {
    let parts = what.split(separator: ".", maxSplits: 1).map(String.init)
    let tables: [Table]
    if parts.count == 2 {
      guard let table = Schema.table(named: parts[0]) else { return [] }
      tables = [table]
    } else {
      tables = Self.tables
    }
    return tables.flatMap { table in
      let columns = Schema.columns(of: table)
      return HeaderReading.names(columns)[headerKey(parts.last ?? "")]
        .map { [Target(table: table, field: columns[$0].field)] }?
        .filter { !isSaidByGraph($0) } ?? []
    }
  }

  /// Whether the node itself or the ends of the edge say it.
  private static func isSaidByGraph(_ target: Target) -> Bool {
    switch target.table {
    case .products, .enterprises: target.field == .id
    case .inputs: target.field == .input || target.field == .product
    case .capacities: target.field == .enterprise || target.field == .product
    case .ties: target.field == .supplier || target.field == .customer
    default: false
    }
  }

  private static func problem(
    _ chinese: String, _ english: String, _ value: String
  ) -> FileProblem {
    FileProblem(
      at: Location(path: "--map"), value: value, Bilingual(chinese, english))
  }
}
