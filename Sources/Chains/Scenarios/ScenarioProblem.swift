/// Why a change of a scenario cannot be made.
public struct ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which of the scenario's changes, counted from 0; `nil` when only all of them together are to blame.
  public let change: Int?
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    case name(NameProblem)
    /// The chain has no such tie; those of the same product, or else of the same supplier, are `near`.
    case noTie(supplier: String, customer: String, product: String, near: [String])
    /// The recipe has no such line; `lines` has those that there are, as `product/input`.
    case noInput(product: String, input: String, lines: [String])
    case projectWithoutEffects(String)
    /// The project is in production: its effects are part of today's figures.
    case projectInProduction(String)
    /// A capacity or a stock has to be a figure.
    case unlimitedEffect(project: String, EffectKind)
    /// Only what the chain delivers has a target.
    case demandOfInput(String)
    /// Another change sets the same figure.
    case setTwice
    /// The figures that come out contradict one another.
    case contradiction(ChainProblem)
  }

  public var description: String { text[.english] }
}

/// All that is wrong with a scenario at once, in the order of its changes.
public struct ScenarioProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public let problems: [ScenarioProblem]

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension ScenarioProblem {
  /// What is wrong and what to do.
  public var text: Bilingual {
    switch reason {
    case .name(let problem): problem.text
    case .noTie(let supplier, let customer, let product, let near):
      Bilingual(
        "没有“\(supplier)→\(customer)/\(product)”这条供应关系"
          + (near.isEmpty ? "" : "；相近的有：\(near.joined(separator: "、"))"),
        "there is no tie \(supplier)→\(customer)/\(product)"
          + (near.isEmpty ? "" : "; near it: \(near.joined(separator: ", "))"))
    case .noInput(let product, let input, let lines):
      Bilingual(
        "“\(product)”的投入中没有“\(input)”"
          + (lines.isEmpty ? "" : "；有：\(lines.joined(separator: "、"))"),
        "the recipe of “\(product)” has no “\(input)”"
          + (lines.isEmpty ? "" : "; it has: \(lines.joined(separator: ", "))"))
    case .projectWithoutEffects(let project):
      Bilingual(
        "项目“\(project)”没有写效果，建成也不改变什么：请在项目效果表中补上",
        "the project “\(project)” has no effects, so completing it changes nothing: "
          + "add them to the table effects")
    case .projectInProduction(let project):
      Bilingual(
        "项目“\(project)”已经投产，它的效果应已计入现有数字：还没有计入的，请直接设定那个数",
        "the project “\(project)” is in production, so today's figures should have its effects: "
          + "where they do not, set the figure itself")
    case .unlimitedEffect(let project, let kind):
      Bilingual(
        "项目“\(project)”的\(kind.chinese)写作“不限”：请写数字，不知道就写“待核”",
        "the \(kind.rawValue) that “\(project)” adds is unlimited: "
          + "write a figure, or leave it blank if it is not known")
    case .demandOfInput(let product):
      Bilingual(
        "“\(product)”不是终端产品，它的需求由终端产品推算：请设定终端产品的目标需求",
        "“\(product)” is no final product, its requirement follows from those: "
          + "set the demand of a final product")
    case .setTwice:
      Bilingual("同一个数设定了两次：请只留一个", "the same figure is set twice: keep one of the two")
    case .contradiction(let problem): problem.text
    }
  }
}
