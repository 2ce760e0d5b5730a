import ChainAnalysis
import ChainFiles
import Chains

/// A chain from the text of a YAML document.
func chain(_ text: String) throws -> Chain {
  try ChainDocument(bytes: Array(text.utf8), name: "example.yaml").chain
}

enum Examples {
  /// Bread: shortages, single points, something without limit from outside.
  static let bread = """
    chain: {id: bread, name: 面包, region: 示例市}
    products:
      - {id: bread, name: 面包, unit: 吨, final: yes, value: 1.2, demand: 1000}
      - {id: flour, name: 面粉, unit: 吨, external: 300}
      - {id: yeast, name: 酵母, unit: 吨, external: unlimited}
      - {id: oven, name: 烤炉, unit: 台, external: 0}
    inputs:
      - {product: bread, input: flour, amount: 0.7}
      - {product: bread, input: yeast, amount: 0.01}
      - {product: bread, input: oven, amount: 0.002}
    capacities:
      - {enterprise: 甲烘焙, product: bread, capacity: 900, source: 年鉴, as_of: 2022, grade: B}
      - {enterprise: 乙面粉, product: flour, capacity: 200, grade: assumed}
      - {enterprise: 丙机械, product: oven, capacity: 5}
    sources:
      - {id: 年鉴, title: 示例统计年鉴}
    """

  /// A panel chain with a gap of each kind, figures that are not known and long names.
  static let panel = """
    chain: {id: panel, name: 显示面板, region: 示例市, as_of: 2023-06, ties_known: complete, enterprises_known: partial}
    regions:
      - {id: 某省, name: 某省, kind: province}
      - {id: 示例市, name: 示例市 Example City, kind: city, parent: 某省}
      - {id: 邻市, name: 邻市, kind: city, parent: 某省}
    stages:
      - {id: 材料, name: 上游材料, position: upstream}
      - {id: 部件, name: 中游部件, position: midstream}
      - {id: 成品, name: 下游成品, position: downstream}
    products:
      - {id: panel, name: 显示面板, stage: 成品, unit: 片, final: yes, value: 0.5, demand: 100000}
      - {id: module, name: 显示模组, stage: 成品, unit: 个, final: yes, value: 2, demand: 5000}
      - {id: film, name: 偏光膜, stage: 部件, unit: 平方米, external: 5万}
      - {id: resin, name: 光学级聚酰亚胺树脂（高透明、耐高温、用于柔性基板）, stage: 材料, unit: 吨, external: 0}
      - {id: coater, name: 精密涂布机, stage: 部件, unit: 台, external: 0}
      - {id: driver, name: 驱动芯片, stage: 部件, unit: 颗}
      - {id: glue, name: 胶, stage: 材料, unit: 千克, external: unlimited}
      - {id: idle, name: 用不到的产品, stage: 材料, external: 0}
    inputs:
      - {product: panel, input: film, amount: 1}
      - {product: panel, input: resin, amount: 0.001}
      - {product: film, input: coater, amount: 0.0001}
      - {product: module, input: panel, amount: 1}
      - {product: module, input: driver, amount: 4}
      - {product: module, input: glue}
    enterprises:
      - {id: P1, name: 面板一厂, region: 示例市, owner: 示例集团}
      - {id: P2, name: 面板二厂, region: 示例市, owner: 示例集团}
      - {id: M1, name: 模组厂, region: 示例市}
      - {id: F1, name: 偏光膜厂, region: 示例市}
      - {id: R1, name: 树脂厂, region: 邻市}
    capacities:
      - {enterprise: P1, product: panel, capacity: 6万, grade: C}
      - {enterprise: P2, product: panel, capacity: 4万, grade: C}
      - {enterprise: M1, product: module}
      - {enterprise: F1, product: film, capacity: 6万}
      - {enterprise: R1, product: resin, capacity: 80}
    ties:
      - {supplier: F1, customer: P1, product: film, volume: 6万}
      - {supplier: R1, customer: P1, product: resin, volume: 60}
      - {supplier: P1, customer: M1, product: panel, volume: 5000}
    """

  static func analysis(_ text: String) throws -> Analysis { try chain(text).analysis() }
}
