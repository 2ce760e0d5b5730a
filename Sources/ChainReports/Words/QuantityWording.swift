public import ChainAnalysis
public import Chains

extension QuantityGap {
  /// What is missing and what to do.
  public func text(in chain: Chain) -> Bilingual {
    switch self {
    case .noLimit(let product):
      let name = chain.products[product].name
      return Bilingual(
        "“\(name)”既无目标需求，产能也不全：给出其中一项，才能算产值",
        "“\(name)” has no target, and not all its capacities are known: value can be computed once either is"
      )
    case .unsound(let level, let place, let value):
      let figure = value.map { " \($0)" } ?? ""
      return Bilingual(
        "\(level.name.chinese)无法计算：有的数过大、过小或相差悬殊，请核对单位（算式“\(place)”中的数\(figure)）",
        "“\(level.name.english)” cannot be computed: a figure is too large, too small or too far from others; check the units (the figure\(figure) of “\(place)”)"
      )
    case .uncertified(let level):
      return Bilingual(
        "\(level.name.chinese)的最优值未通过校验，不列数字：请检查悬殊的数值",
        "the optimum of “\(level.name.english)” could not be proved and is not stated: look for figures that are far apart"
      )
    case .tiesLeftOut(let count):
      return Bilingual(
        "供应关系有 \(count) 条，超出默认的计算量，未算到企业一级",
        "\(count) ties are more than are solved for by default: the level of enterprises is left out"
      )
    case .outputAboveReach(let level, let output, let reach):
      let (made, most) = (Numerals.money(output), Numerals.money(reach))
      return Bilingual(
        "上报的产量值 \(made)，超过其他数据允许的\(level.name.chinese) \(most)：两者必有一错，请核对，实际产出不列",
        "the output reported is worth \(made), more than the \(most) that the other figures allow (\(level.name.english.lowercased())): one of them is wrong, and what was made is not stated"
      )
    case .sweepsLeftOut:
      return Bilingual(
        "链很大，部分断供损失、待核影响或扰动未算",
        "the chain is large: some losses without an enterprise, effects of unknown figures or draws were left out"
      )
    }
  }
}
