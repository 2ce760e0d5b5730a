extension ChainProblem {
  /// What is wrong and what to do, without the place.
  public var text: Bilingual {
    switch reason {
    case .noProducts:
      Bilingual(
        "没有任何产品：至少要在产品表中写一行", "there is no product: the table products needs a row")
    case .noFinalProduct:
      Bilingual(
        "没有终端产品：请把产业链交付的产品的“终端产品”列写成“是”",
        "no product is final: write yes in the column final for what the chain delivers")
    case .missing(let field):
      Bilingual("此处不能为空：请补上", "\(field.rawValue) is empty: fill it in")
    case .controlCharacter(let id):
      Bilingual(
        "编号“\(visible(id).shownShort)”含有控制字符：请重新输入",
        "the id “\(visible(id).shownShort)” contains a control character: type it again")
    case .tooLong(let id, let length):
      Bilingual(
        "编号“\(id.shownShort)”有 \(length) 个字符，最多 \(Chain.longestID) 个：请缩短，或核对引号是否漏写",
        "the id “\(id.shownShort)” has \(length) characters, \(Chain.longestID) are the most: "
          + "shorten it, or see whether a quote is missing")
    case .repeated(let key, let firstRow): repeated(key.shownShort, firstRow)
    case .unknownReference(let id, let table, let similar):
      unknownReference(id, table, similar)
    case .ambiguousReference(let name, let table, let candidates):
      Bilingual(
        "“\(name.shownShort)”在\(table.chinese)表中对应多条记录（\(candidates.joined(separator: "、"))）：请写编号",
        "“\(name.shownShort)” is the name of several rows of \(table.rawValue) "
          + "(\(candidates.joined(separator: ", "))): write the id")
    case .notFinite(let value):
      Bilingual(
        "“\(value)”不是数：请写数字，不知道就留空或写“待核”",
        "“\(value)” is not a number: write one, or leave the cell blank if it is not known")
    case .tooLarge(let value):
      Bilingual(
        "\(value) 太大：超过 10¹⁵ 的数无法与其他数一起计算，请核对单位",
        "\(value) is too large: figures above 10¹⁵ drown all others; check the unit")
    case .tooSmall(let value):
      Bilingual(
        "\(value) 太小：不到 10⁻¹² 的数无法与其他数一起计算，请核对单位，没有就写 0",
        "\(value) is too small: figures below 10⁻¹² are lost beside others; "
          + "check the unit, or write 0 for none")
    case .farApart(let value, let other):
      Bilingual(
        "\(plain(value)) 与 \(plain(other)) 相差 10¹⁰ 倍以上，无法放在一起计算：请核对单位，或换用大小相近的单位",
        "\(plain(value)) and \(plain(other)) are more than 10¹⁰ times apart and cannot be reckoned with together: "
          + "check the units, or choose units that bring them closer")
    case .negative(let value):
      Bilingual("\(plain(value)) 是负数：此处不能小于 0", "\(plain(value)) is negative: at least 0 is wanted")
    case .notPositive(let value):
      Bilingual(
        "\(plain(value)) 不大于 0：此处必须是正数，不知道就留空",
        "\(plain(value)) is not above 0: a positive figure is wanted, or blank if it is not known")
    case .notAShare(let value):
      Bilingual(
        "\(plain(value)) 不是份额：应在 0 与 1 之间，例如 0.25 或 25%",
        "\(plain(value)) is not a share: it must lie between 0 and 1, such as 0.25 or 25%")
    case .finalWithoutValue(let product):
      Bilingual(
        "终端产品“\(product)”没有单价：没有单价就无法用金额衡量断点和堵点，请填写（可为估计值）",
        "the final product “\(product)” has no value: fill it in (an estimate will do), "
          + "for gaps and bottlenecks are measured in money")
    case .circular(let members):
      Bilingual(
        "上下级成环：\(members.joined(separator: " → "))，请改其中一个",
        "these are above one another in a circle: \(members.joined(separator: " → ")); change one")
    case .tieToItself(let enterprise):
      Bilingual(
        "供方和需方都是“\(enterprise)”：自产自用不必写供应关系，请删除此行",
        "supplier and customer are both “\(enterprise)”: "
          + "delete the row, own production needs no tie")
    case .sharesAboveOne(let product, let total):
      Bilingual(
        "“\(product)”各企业份额合计 \(plain(total * 100))%，超过 100%：请核对份额",
        "the shares of “\(product)” add up to \(plain(total * 100)) %, above 100 %: check them")
    case .eatsMoreThanItMakes(let cycle, let ratio):
      Bilingual(
        "循环 \(cycle.joined(separator: " → ")) ：每产出 1 个单位“\(cycle[0])”，直接和间接要消耗"
          + "它自身至少 \(plain(ratio)) 个单位，入不敷出：请核对这些投入的单耗",
        "the circle \(cycle.joined(separator: " → ")) eats more than it makes: "
          + "one unit of \(cycle[0]) takes, directly and indirectly, at least \(plain(ratio)) units "
          + "of itself; check the amounts of these inputs")
    case .eatMoreThanTheyMake(let products, let ratio):
      eatMore(products, ratio)
    case .outputAboveCapacity(let output, let capacity):
      Bilingual(
        "产量 \(plain(output)) 超过产能 \(plain(capacity))，两者必有一错：请核对；计算以产能为准",
        "the output \(plain(output)) is above the capacity \(plain(capacity)), so one of them is wrong: "
          + "check them; what is computed goes by the capacity")
    case .effectWithout(let field, let kind):
      Bilingual(
        "“\(kind.chinese)”类项目效果缺少“\(field.rawValue)”：请补上",
        "an effect of kind \(kind.rawValue) needs \(field.rawValue): fill it in")
    }
  }

  /// What to change depends on what makes the row the only one of its kind.
  private func repeated(_ key: String, _ firstRow: Int) -> Bilingual {
    let advice =
      switch place.table {
      case .capacities, .ties:
        Bilingual(
          "请删除一条；若是不同时期的数据，请写明截止日期",
          "delete one, or give them different as_of dates if they are of different times")
      case .inputs: Bilingual("请删除一条", "delete one")
      default: Bilingual("请删除一条，或改编号", "delete one, or change its id")
      }
    return Bilingual(
      "“\(key)”与第\(firstRow + 1)条记录重复：\(advice.chinese)",
      "“\(key)” is there already as record \(firstRow + 1): \(advice.english)")
  }

  private func eatMore(_ products: [String], _ ratio: Double) -> Bilingual {
    let shown = products.prefix(8)
    let more = products.count - shown.count
    let chinese = shown.joined(separator: "、") + (more > 0 ? " 等 \(products.count) 种产品" : "")
    let english = shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return Bilingual(
      "\(chinese)互为投入，合起来入不敷出：每产出 1 个单位“\(products[0])”，直接和间接要消耗它自身至少 "
        + "\(plain(ratio)) 个单位：请核对它们之间各项投入的单耗",
      "\(english) need one another and together eat more than they make: one unit of \(products[0]) takes, "
        + "directly and indirectly, at least \(plain(ratio)) units of itself; check the amounts of the inputs among them"
    )
  }

  private func unknownReference(_ id: String, _ table: Table, _ similar: [String]) -> Bilingual {
    let hint =
      similar.isEmpty
      ? Bilingual("请在该表补一行，或改正此处", "add a row there, or correct this cell")
      : Bilingual(
        "是不是“\(similar.joined(separator: "”或“"))”？否则请在该表补一行",
        "did you mean “\(similar.joined(separator: "” or “"))”? Otherwise add a row there")
    return Bilingual(
      "\(table.chinese)表中没有“\(id.shownShort)”：\(hint.chinese)",
      "the table \(table.rawValue) has no “\(id.shownShort)”: \(hint.english)")
  }
}

/// At most six significant digits, without a trailing ".0"; what is very large or small in powers of ten.
private func plain(_ value: Double) -> String {
  guard value != 0 else { return "0" }
  guard value.isFinite, abs(value) < 1e15, abs(value) >= 1e-6 else { return "\(value)" }
  var scale = 1.0
  while abs(value) * scale < 1e5, scale < 1e12 { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  return rounded == rounded.rounded() && abs(rounded) < 1e15
    ? String(Int64(rounded)) : String(rounded)
}

/// The text with control characters shown as `\u{…}`.
private func visible(_ text: String) -> String {
  text.unicodeScalars
    .map {
      $0.properties.generalCategory == .control ? "\\u{\(String($0.value, radix: 16))}" : "\($0)"
    }
    .joined()
}
