import Chains
import GraphML

/// What the nodes of a drawing are: products or enterprises.
struct DrawingKinds {
  /// For each node, the table of its record; nil for what is neither.
  private(set) var tables: [Table?] = []
  /// How it was found.
  let reason: Bilingual
  /// The attribute that says it.
  let attribute: String?

  static let productWords: Set<String> = [
    "product", "products", "good", "goods", "commodity", "material", "materials", "raw material",
    "component", "components", "part", "parts", "item", "equipment", "产品", "商品", "材料", "原料",
    "原材料", "零部件", "部件", "零件", "组件", "中间品", "设备", "物料",
  ]
  static let enterpriseWords: Set<String> = [
    "enterprise", "enterprises", "company", "companies", "firm", "firms", "corporation",
    "organization", "organisation", "org", "supplier", "vendor", "manufacturer", "maker",
    "producer",
    "customer", "factory", "plant", "企业", "公司", "厂商", "供应商", "生产商", "制造商", "客户", "工厂",
    "机构", "集团", "单位",
  ]
  /// How the names of enterprises end.
  private static let endings = [
    "公司", "集团", "厂", "股份", "研究院", "研究所", " inc", " inc.", " ltd", " ltd.", " llc", " gmbh",
    " corp", " corp.", " co.", " ag", " s.a.", " plc", " group",
  ]

  init(_ drawing: Drawing, _ mapping: GraphMapping) {
    let products = Set((mapping.products ?? []).map(Self.word))
    let enterprises = Set((mapping.enterprises ?? []).map(Self.word))
    if products.contains("*") || enterprises.contains("*") {
      let table = products.contains("*") ? Table.products : .enterprises
      tables = drawing.nodes.map { _ in table }
      reason = Bilingual(
        "按要求，所有节点都是\(table.chinese)", "as asked, every node is one of the \(table)")
      attribute = nil
      return
    }
    let isProduct = { (word: String) in
      products.contains(word) || (!enterprises.contains(word) && Self.productWords.contains(word))
    }
    let isEnterprise = { (word: String) in
      enterprises.contains(word)
        || (!products.contains(word) && Self.enterpriseWords.contains(word))
    }
    let chosen = mapping.kind ?? Self.guess(drawing) { isProduct($0) || isEnterprise($0) }
    if let chosen {
      tables = drawing.nodes.map { node in
        let word = Self.word(node.values[chosen] ?? "")
        return isProduct(word) ? .products : isEnterprise(word) ? .enterprises : nil
      }
      attribute = chosen
      reason = Bilingual(
        "属性“\(chosen)”说明节点是产品还是企业", "the attribute “\(chosen)” says what a node is")
      return
    }
    attribute = nil
    let names = drawing.nodes.map { ($0.label.isEmpty ? $0.id : $0.label).lowercased() }
    tables = names.map { name in
      Self.endings.contains { name.hasSuffix($0) } ? .enterprises : .products
    }
    reason =
      tables.contains(.enterprises)
      ? Bilingual(
        "没有属性说明节点是什么：名称像公司的当作企业，其余当作产品（可用 --map kind=属性 指定）",
        "no attribute says what a node is: names that end as those of firms are enterprises, "
          + "the others products (--map kind=ATTRIBUTE decides)")
      : Bilingual(
        "没有属性说明节点是什么：都当作产品（可用 --map kind=属性 或 --map 'enterprises=*' 指定）",
        "no attribute says what a node is: all are taken for products "
          + "(--map kind=ATTRIBUTE or --map 'enterprises=*' decides)")
  }

  /// The attribute with the most nodes of known words, the first of several.
  private static func guess(_ drawing: Drawing, _ isKnown: (String) -> Bool) -> String? {
    var best: (name: String, count: Int)?
    for attribute in drawing.nodeAttributes {
      let count = drawing.nodes.count { isKnown(word($0.values[attribute.name] ?? "")) }
      if count > best?.count ?? 0 { best = (attribute.name, count) }
    }
    return best?.name
  }

  /// A word as it is compared: without the colon of Neo4j's labels.
  static func word(_ text: String) -> String {
    let plain = halfWidth(trimmed(text)).lowercased()
    return plain.hasPrefix(":") ? String(plain.dropFirst()) : plain
  }
}
