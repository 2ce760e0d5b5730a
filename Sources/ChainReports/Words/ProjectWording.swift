internal import Chains

/// Puts a project into one line: its phase, its dates, what it adds.
struct ProjectWording {
  let chain: Chain
  let language: Language

  func text(_ project: Project) -> String {
    let parts =
      [project.phase.map(phase), date(project), project.owner].compactMap { $0 }
      + chain.tables.effects.filter { $0.project == project.id }.map { effect($0, of: project) }
    return "\(project.id) \(project.name)" + parts.map { say("；", "; ") + $0 }.joined()
  }

  /// The phase as a list shows it.
  func phase(_ phase: Phase) -> String {
    phase == .production
      ? say("已投产，效果已计入", "in production, its effects are counted already")
      : phase.name[language]
  }

  private func say(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private func date(_ project: Project) -> String? {
    project.ready.map { say("\($0) 投产", "since \($0)") }
      ?? project.due.map { say("计划 \($0) 投产", "due \($0)") }
  }

  private func effect(_ effect: Effect, of project: Project) -> String {
    let product = chain.number(of: effect.product).map { chain.products[$0] }
    let name = product?.name ?? effect.product.text
    let amount =
      switch effect.amount {
      case .unknown: say("数量待核", "how much is not known")
      case .unlimited: say("不限", "without limit")
      case .limited(let units):
        "+\(Numerals.amount(units))" + (product?.unit.map { " " + $0 } ?? "")
      }
    let supplier = (effect.enterprise ?? project.enterprise).map(self.name) ?? ""
    let customer = effect.customer.map(self.name) ?? ""
    return switch effect.kind {
    case .capacity:
      say("\(supplier)\(name)产能 \(amount)", "\(supplier) makes \(name) \(amount)")
    case .tie:
      say(
        "\(supplier)→\(customer) 供应\(name) \(amount)",
        "\(supplier) supplies \(customer) with \(name) \(amount)")
    case .external: say("\(name)外购 \(amount)", "\(name) from outside \(amount)")
    case .stock: say("\(supplier)\(name)库存 \(amount)", "\(supplier) stocks \(name) \(amount)")
    }
  }

  private func name(_ id: Enterprise.ID) -> String {
    chain.number(of: id).map { chain.enterprises[$0].name } ?? id.text
  }
}
