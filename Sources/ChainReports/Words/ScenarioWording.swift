public import ChainAnalysis
public import Chains

/// Puts what a scenario does and changes into words, in both languages.
struct ScenarioWording {
  /// The chain of today and the scenario's.
  let before: Chain
  let after: Chain

  // MARK: Cells

  /// The record that an edit is about.
  func subject(_ edit: Edit) -> String {
    let row = edit.place.row
    switch edit.place.table {
    case .enterprises: return after.enterprises[row].name
    case .products: return after.products[row].name
    case .capacities:
      let capacity = after.tables.capacities[row]
      return "\(name(capacity.enterprise)) · \(name(capacity.product))"
    case .ties: return after.name(.tie(row))
    case .inputs:
      let input = after.tables.inputs[row]
      return "\(name(input.product))/\(name(input.input))"
    default: return "\(edit.place.table.rawValue) \(row + 1)"
    }
  }

  /// The column that an edit writes.
  func column(_ edit: Edit) -> Bilingual {
    switch edit.place.field {
    case .capacity: Bilingual("产能", "capacity")
    case .stock: Bilingual("库存", "stock")
    case .volume: Bilingual("供应量", "volume")
    case .external: Bilingual("外部可得量", "outside supply")
    case .demand: Bilingual("目标需求", "demand")
    case .value: Bilingual("单价", "value")
    case .amount: Bilingual("单耗", "amount")
    case .status: Bilingual("状态", "status")
    case let field: Bilingual(field?.rawValue ?? "", field?.rawValue ?? "")
    }
  }

  func content(_ content: Edit.Content) -> Bilingual {
    switch content {
    case .absent: Bilingual("没有登记", "not recorded")
    case .status(let status): status.name
    case .figure(.unknown): Bilingual("待核", "not known")
    case .figure(.unlimited): Bilingual("不限", "unlimited")
    case .figure(.limited(let amount)):
      Bilingual(Numerals.amount(amount), Numerals.amount(amount))
    }
  }

  /// The unit behind the figures of an edit, with the blank before it.
  func unit(_ edit: Edit) -> String {
    guard case .figure(.limited) = edit.after else { return "" }
    let row = edit.place.row
    let product: Product.ID? =
      switch (edit.place.table, edit.place.field) {
      case (.products, .value): nil
      case (.products, _): after.products[row].id
      case (.capacities, _): after.tables.capacities[row].product
      case (.ties, _): after.tables.ties[row].product
      case (.inputs, _): after.tables.inputs[row].input
      default: nil
      }
    if edit.place.field == .value { return " " + after.profile.money }
    return product.flatMap(after.number(of:)).flatMap { after.products[$0].unit }
      .map { " " + $0 } ?? ""
  }

  private func name(_ id: Enterprise.ID) -> String {
    after.number(of: id).map { after.enterprises[$0].name } ?? id.text
  }

  private func name(_ id: Product.ID) -> String {
    after.number(of: id).map { after.products[$0].name } ?? id.text
  }

  // MARK: What a reader should know

  /// Why some of the changes do less than may be expected.
  func notes(_ scenario: Scenario, _ edits: [Edit], from viewpoint: Viewpoint) -> [Bilingual] {
    var notes: [Bilingual] = []
    for (number, change) in scenario.changes.enumerated() {
      let made = edits.filter { $0.change == number }
      switch change {
      case .complete: notes += made.compactMap(ofProject)
      case .stop(let stoppage):
        notes += made.filter { $0.before == $0.after }.map { edit in
          Bilingual(
            "“\(subject(edit))”原来就是\(content(edit.before).chinese)，没有变化",
            "“\(subject(edit))” was \(content(edit.before).english) before: nothing changes")
        }
        if made.isEmpty { notes.append(nobodyThere) }
        if let note = ofStop(stoppage, from: viewpoint) { notes.append(note) }
      case .set: break
      }
    }
    if after.profile.tiesKnown == .partial, edits.contains(where: { $0.place.table == .ties }) {
      notes.append(
        Bilingual(
          "供应关系口径为“不完整”：任何生产企业都可以供给任何用户，单条关系不改变结论",
          "ties are known in part only, so that any maker may serve any user: "
            + "a single tie changes nothing"))
    }
    return notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var nobodyThere: Bilingual {
    Bilingual("这个地区没有登记的企业", "no enterprise is recorded in this region")
  }

  private func ofProject(_ edit: Edit) -> Bilingual? {
    let what = "\(subject(edit))\(column(edit).chinese)"
    let english = "the \(column(edit).english) of \(subject(edit))"
    if edit.after == .figure(.unknown) {
      return Bilingual(
        "\(what)原来待核或增量待核，加起来仍待核：知道的话请写明" + (key(edit).map { "，如 --set \($0.chinese)=…" } ?? ""),
        "\(english) or what is added to it is not known, so the sum is not"
          + (key(edit).map { ": state it, --set \($0.english)=…" } ?? ""))
    }
    let idle: String? =
      switch edit.place.table {
      case .capacities:
        after.number(of: after.tables.capacities[edit.place.row].enterprise)
          .flatMap { after.enterprises[$0].status.isActive ? nil : after.enterprises[$0].name }
      case .ties:
        after.tables.ties[edit.place.row].status.isActive ? nil : subject(edit)
      default: nil
      }
    return idle.map { name in
      Bilingual(
        "“\(name)”仍处于停止状态，新增部分不起作用：恢复请加 --set 状态:…=运行",
        "“\(name)” does not work, so that nothing comes of what is added: "
          + "--set status:…=running starts it again")
    }
  }

  /// What `--set` calls the figure of an edit.
  private func key(_ edit: Edit) -> Bilingual? {
    let row = edit.place.row
    switch (edit.place.table, edit.place.field) {
    case (.capacities, .capacity):
      let capacity = after.tables.capacities[row]
      let subject = "\(capacity.enterprise)/\(capacity.product)"
      return Bilingual("产能:\(subject)", "capacity:\(subject)")
    case (.ties, .volume):
      return Bilingual("供应量:\(tieKey(row))", "volume:\(tieKey(row))")
    case (.products, .external):
      let id = after.products[row].id
      return Bilingual("外部可得量:\(id)", "external:\(id)")
    default: return nil
    }
  }

  private func tieKey(_ row: Int) -> String {
    let tie = after.tables.ties[row]
    return "\(tie.supplier)→\(tie.customer)/\(tie.product)"
  }

  private func ofStop(_ stoppage: Stoppage, from viewpoint: Viewpoint) -> Bilingual? {
    switch stoppage {
    case .external(let mention):
      guard let id = try? after.product(called: mention.text), let product = after.number(of: id)
      else { return nil }
      let makers = after.kinds(of: product).flatMap(after.activities(making:))
        .map { after.activities[$0] }
        .filter { after.carries($0) && viewpoint.localities[$0.enterprise] == .outside }
      guard !makers.isEmpty else { return nil }
      let name = after.products[product].name
      return Bilingual(
        "外部仍有 \(makers.count) 家登记企业供应\(name)：它们停产请另加 --remove",
        "\(makers.count) recorded outside \(makers.count == 1 ? "maker" : "makers") of \(name) still "
          + "\(makers.count == 1 ? "delivers" : "deliver"): name them with --remove to stop them too"
      )
    default: return nil
    }
  }
}

extension MoneyRow.Figure {
  public var name: Bilingual {
    switch self {
    case .target: Bilingual("目标产值", "Target")
    case .capacityLimited: Bilingual("产能可及", "Within capacity")
    case .tieLimited: Bilingual("供应关系可及", "Within ties")
    }
  }
}

extension Production {
  public var name: Bilingual {
    switch self {
    case .running: Bilingual("能生产", "running")
    case .stopped: Bilingual("停产", "stopped")
    case .toVerify: Bilingual("待核", "to verify")
    }
  }
}

extension Comparison.Closing.Reason {
  /// Why the finding does not hold any more, in a few words.
  var name: Bilingual {
    switch self {
    case .cleared: Bilingual("解除", "cleared")
    case .happened: Bilingual("已成事实", "has happened")
    case .moot: Bilingual("终端产品已停", "moot: finals stand")
    }
  }
}

extension Comparison.Shift.Direction {
  var name: Bilingual {
    switch self {
    case .worse: Bilingual("加重", "worse")
    case .milder: Bilingual("减轻", "milder")
    case .toVerify: Bilingual("转为待核", "to verify now")
    case .moot: Bilingual("终端产品已停", "moot")
    }
  }
}

extension Finding {
  /// Money a year that is lost for the target now, or at stake.
  var stake: ValueRange? {
    func exactly(_ amount: Double?) -> ValueRange? {
      amount.map { ValueRange(atLeast: $0, atMost: $0) }
    }
    let loss = exactly(value.loss)
    return standing == .loss ? loss : exactly(value.exposure) ?? value.exposureRange ?? loss
  }

  /// Money a year that clearing it brings.
  var gains: ValueRange? {
    value.gain.map { ValueRange(atLeast: $0, atMost: $0) } ?? value.gainRange
  }
}
