internal import ChainAnalysis
internal import Chains

/// Puts a row of the document into words: the figures, their source, date and grade.
struct FigureWording {
  let chain: Chain
  let language: Language

  func text(at place: Place) -> String {
    let row = place.row
    switch place.table {
    case .capacities: return capacity(chain.tables.capacities[row])
    case .ties: return tie(chain.tables.ties[row])
    case .products: return product(chain.products[row], place.field)
    case .inputs: return input(chain.tables.inputs[row])
    case .enterprises: return enterprise(chain.enterprises[row])
    default:
      return say("\(place.table.chinese)第\(row + 1)条", "\(place.table.rawValue), record \(row + 1)")
    }
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private var unknown: String { say("待核", "not known") }

  private func capacity(_ row: Capacity) -> String {
    let unit = chain.number(of: row.product).flatMap { chain.products[$0].unit }
    let parts = [
      row.capacity.map { say("产能 ", "capacity ") + quantity($0, unit) }
        ?? (row.share == nil ? say("产能", "capacity ") + unknown : nil),
      row.output.map { say("产量 ", "output ") + quantity($0, unit) },
      row.share.map { say("份额 ", "share ") + Numerals.percent($0) },
      row.weight.map { say("份量", "weight ") + $0.name[language] },
    ].compactMap { $0 }
    return say("产能：", "capacity: ") + name(row.enterprise) + say(" 产 ", " makes ")
      + name(row.product) + say("，", ", ") + parts.joined(separator: say("，", ", "))
      + provenance(row.provenance)
  }

  private func tie(_ row: Tie) -> String {
    let volume =
      switch row.volume {
      case .unknown: unknown
      case .unlimited: say("不限", "unlimited")
      case .limited(let amount): Numerals.amount(amount)
      }
    return say("供应关系：", "tie: ") + "\(name(row.supplier)) → \(name(row.customer)) "
      + name(row.product) + say("，供应量 ", ", volume ") + volume + provenance(row.provenance)
  }

  private func product(_ row: Product, _ field: Field?) -> String {
    let text =
      switch field {
      case .external: say("外部可得量 ", "from outside ") + limit(row.external, row.unit)
      case .demand:
        say("目标需求 ", "demand ")
          + (row.demand.map { quantity($0, row.unit) }
            ?? (row.isFinal ? unknown : say("由终端产品推算", "follows from the final products")))
      default: say("没有登记的生产企业", "no maker recorded")
      }
    return say("产品：", "product: ") + row.name + say("，", ", ") + text
  }

  private func input(_ row: Input) -> String {
    let amount = row.amount.map(Numerals.amount) ?? unknown
    return say("投入：", "input: ") + name(row.product) + say(" 用 ", " takes ") + name(row.input)
      + say("，单耗 ", ", amount ") + amount + say("，", ", ") + row.essentiality.name[language]
  }

  private func enterprise(_ row: Enterprise) -> String {
    let region =
      row.region.flatMap(chain.number(of:)).map { chain.regions[$0].name } ?? unknown
    return say("企业：", "enterprise: ") + row.name + say("，地区 ", ", region ") + region
      + say("，", ", ") + row.status.name[language]
  }

  private func provenance(_ provenance: Provenance) -> String {
    let source = chain.source(of: provenance)
    let grade = chain.grade(of: provenance)
    let parts = [
      source?.title, provenance.asOf.map(\.description),
      grade.map { say("可信度 \($0.chinese)", "grade \($0.rawValue)") },
    ].compactMap { $0 }
    return parts.isEmpty
      ? "" : say("（", " (") + parts.joined(separator: say("，", ", ")) + say("）", ")")
  }

  private func quantity(_ amount: Double, _ unit: String?) -> String {
    Numerals.amount(amount) + (unit.map { " " + $0 } ?? "")
  }

  private func limit(_ limit: Limit, _ unit: String?) -> String {
    switch limit {
    case .unknown: unknown
    case .unlimited: say("不限", "unlimited")
    case .limited(0): say("无", "none")
    case .limited(let amount): quantity(amount, unit)
    }
  }

  private func name(_ id: Enterprise.ID) -> String {
    chain.number(of: id).map { chain.enterprises[$0].name } ?? id.text
  }

  private func name(_ id: Product.ID) -> String {
    chain.number(of: id).map { chain.products[$0].name } ?? id.text
  }
}
