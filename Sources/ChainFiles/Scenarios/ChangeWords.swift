import Chains

/// Understands the changes of a scenario as people write them: `E7`, `A→B/cell`, `external:chip`,
/// `capacity:E2/pack`.
///
/// Ids are any text, so that a separator may be part of one: of several readings the first counts whose
/// names the chain has. Names that it does not have are passed on, for whoever applies the change to say so.
struct ChangeWords {
  let chain: Chain

  // MARK: What stops

  func removal(_ text: String) throws(CellError) -> Change {
    let text = trimmed(text)
    if hasEnterprise(text) { return .stop(.enterprise(Identifier(text))) }
    if let (word, rest) = prefixed(text, by: Removal.self) {
      switch word {
      case .enterprise: return .stop(.enterprise(Identifier(rest)))
      case .external: return .stop(.external(Identifier(rest)))
      case .region: return .stop(.region(Identifier(rest)))
      case .tie: return .stop(try tie(rest, in: text))
      }
    }
    if Self.arrows.contains(where: text.contains), Self.slashes.contains(where: text.contains) {
      return .stop(try tie(text, in: text))
    }
    guard !text.isEmpty else {
      throw CellError("要写停止的是什么，例如企业编号", "say what stops, such as the id of an enterprise")
    }
    if let id = try? chain.product(called: text), let product = chain.number(of: id) {
      let makers = chain.kinds(of: product).flatMap(chain.activities(making:)).prefix(5)
        .map { chain.enterprises[chain.activities[$0].enterprise] }
        .map { $0.name == $0.id.text ? $0.name : "\($0.id) \($0.name)" }
      throw CellError(
        "“\(text)”是产品，不是企业：外部供应中断写 external:\(text)"
          + (makers.isEmpty ? "" : "，生产企业停产写编号：\(makers.joined(separator: "、"))"),
        "“\(text)” is a product and no enterprise: external:\(text) stops what comes from outside"
          + (makers.isEmpty ? "" : "; for a maker write its id: \(makers.joined(separator: ", "))"))
    }
    if chain.region(called: text) != nil {
      throw CellError(
        "“\(text)”是地区，不是企业：地区整体停产写 region:\(text)",
        "“\(text)” is a region and no enterprise: region:\(text) stops all in it")
    }
    return .stop(.enterprise(Identifier(text)))
  }

  private func tie(_ text: String, in whole: String) throws(CellError) -> Stoppage {
    let ends = try ends(text, in: whole)
    return .tie(supplier: ends.supplier, customer: ends.customer, product: ends.product)
  }

  // MARK: What is set

  func setting(_ key: String, to figure: String) throws(CellError) -> Change {
    let key = trimmed(key)
    guard let (word, rest) = prefixed(key, by: SettingWord.self), !rest.isEmpty else {
      let chinese = SettingWord.allCases.map(\.chinese).joined(separator: "、")
      let english = SettingWord.allCases.map(\.rawValue).joined(separator: ", ")
      throw CellError(
        "“\(key)”看不懂：应写成 产能:企业/产品=数，可设定的有：\(chinese)",
        "“\(key)” is not clear: write capacity:ENTERPRISE/PRODUCT=FIGURE; "
          + "what can be set is \(english)")
    }
    guard !trimmed(figure).isEmpty else {
      throw CellError(
        "“\(key)”后面没有数：请写出来，不知道就写“待核”",
        "no figure is set for “\(key)”: write it, or unknown if it is not known")
    }
    return .set(try setting(word, rest, key, figure))
  }

  private func setting(
    _ word: SettingWord, _ subject: String, _ key: String, _ figure: String
  ) throws(CellError) -> Setting {
    switch word {
    case .capacity:
      let (enterprise, product) = try pair(
        subject, in: key, Self.slashes, hasEnterprise, hasProduct,
        wanted: CellError("产能:企业/产品", "capacity:ENTERPRISE/PRODUCT"))
      return .capacity(
        try self.figure(figure, .capacities, .capacity, [.product: product]),
        of: Identifier(product), at: Identifier(enterprise))
    case .volume:
      let ends = try ends(subject, in: key)
      return .volume(
        try limit(figure, .ties, .volume, [.product: ends.product.text]), of: ends.product,
        from: ends.supplier, to: ends.customer)
    case .external:
      return .external(
        try limit(figure, .products, .external, [.id: subject]), of: Identifier(subject))
    case .demand:
      return .demand(
        try self.figure(figure, .products, .demand, [.id: subject]), of: Identifier(subject))
    case .value:
      return .value(
        try self.figure(figure, .products, .value, [.id: subject]), of: Identifier(subject))
    case .amount:
      let (product, input) = try pair(
        subject, in: key, Self.slashes, hasProduct, hasProduct,
        wanted: CellError("单耗:产品/投入品", "amount:PRODUCT/INPUT"))
      return .amount(
        try self.figure(figure, .inputs, .amount, [.product: product, .input: input]),
        of: Identifier(input), per: Identifier(product))
    case .status:
      let words = Status.allCases.map(\.name)
      let spelling = try Words.word(trimmed(figure), among: words)
      guard let status = Status(rawValue: spelling) else {
        preconditionFailure("every word is one of the statuses")
      }
      if !hasEnterprise(subject), Self.arrows.contains(where: subject.contains) {
        let ends = try ends(subject, in: key)
        return .tieStatus(status, of: ends.product, from: ends.supplier, to: ends.customer)
      }
      return .status(status, of: Identifier(subject))
    }
  }

  // MARK: Figures

  private func figure(
    _ text: String, _ table: Table, _ field: Field, _ products: [Field: String]
  ) throws(CellError) -> Double? {
    guard case .figure(let measure) = content(table, field) else {
      preconditionFailure("the column holds a figure")
    }
    return try FigureCell.read(trimmed(text), as: measure) { context(products) }
  }

  private func limit(
    _ text: String, _ table: Table, _ field: Field, _ products: [Field: String]
  ) throws(CellError) -> Limit {
    guard case .limit(let measure) = content(table, field) else {
      preconditionFailure("the column holds a figure or no limit")
    }
    return try FigureCell.readLimit(trimmed(text), as: measure) { context(products) }
  }

  private func content(_ table: Table, _ field: Field) -> Column.Content? {
    Schema.columns(of: table).first { $0.field == field }?.content
  }

  private func context(_ products: [Field: String]) -> CellContext {
    CellContext(money: chain.profile.money) { field in
      guard let name = products[field], let id = try? chain.product(called: name),
        let number = chain.number(of: id)
      else { return .unknownProduct }
      return .product(name: chain.products[number].name, unit: chain.products[number].unit)
    }
  }

  // MARK: Names

  private func hasEnterprise(_ name: String) -> Bool {
    (try? chain.enterprise(called: name)) != nil
  }

  private func hasProduct(_ name: String) -> Bool { (try? chain.product(called: name)) != nil }

  private static let arrows = ["→", "->", ">", "＞"]
  private static let slashes = ["/", "／"]
  static let equals = ["=", "＝"]

  /// `A→B/p`, the first reading whose three names the chain has, else the first.
  private func ends(
    _ text: String, in whole: String
  ) throws(CellError) -> (supplier: Enterprise.ID, customer: Enterprise.ID, product: Product.ID) {
    let readings = Self.splits(text, at: Self.arrows).flatMap { supplier, rest in
      Self.splits(rest, at: Self.slashes).map { (supplier, $0.0, $0.1) }
    }
    let known = readings.first { reading in
      hasEnterprise(reading.0) && hasEnterprise(reading.1) && hasProduct(reading.2)
    }
    guard let (supplier, customer, product) = known ?? readings.first else {
      throw CellError(
        "“\(whole)”不是供应关系：应写成 供方→需方/产品", "“\(whole)” is no tie: write SUPPLIER>CUSTOMER/PRODUCT")
    }
    return (Identifier(supplier), Identifier(customer), Identifier(product))
  }

  /// Two names with a separator between them, the first reading of which the chain has both, else the first.
  private func pair(
    _ text: String, in whole: String, _ separators: [String], _ isFirst: (String) -> Bool,
    _ isSecond: (String) -> Bool, wanted: CellError
  ) throws(CellError) -> (String, String) {
    let readings = Self.splits(text, at: separators)
    guard let reading = readings.first(where: { isFirst($0.0) && isSecond($0.1) }) ?? readings.first
    else {
      throw CellError(
        "“\(whole)”缺少一半：应写成 \(wanted.text.chinese)",
        "“\(whole)” lacks its second half: write \(wanted.text.english)")
    }
    return reading
  }

  /// Every way to part a text at one of the separators so that both parts say something.
  static func splits(_ text: String, at separators: [String]) -> [(String, String)] {
    text.indices.flatMap { index -> [(String, String)] in
      guard let separator = separators.first(where: { text[index...].hasPrefix($0) }) else {
        return []
      }
      let left = trimmed(String(text[..<index]))
      let right = trimmed(String(text[index...].dropFirst(separator.count)))
      return left.isEmpty || right.isEmpty ? [] : [(left, right)]
    }
  }

  /// The word before the first colon, where it is one of the words.
  private func prefixed<Word: ScenarioWord>(
    _ text: String, by words: Word.Type
  ) -> (Word, String)? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      let word = Word.named(String(text[..<colon]))
    else { return nil }
    return (word, trimmed(String(text[text.index(after: colon)...])))
  }
}
