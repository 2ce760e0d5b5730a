public import ChainAnalysis
public import Chains

// What people call the things that an analysis speaks of; the words of docs/terminology.md.

extension FindingCode {
  public var name: Bilingual {
    switch self {
    case .g01: Bilingual("缺失断点", "missing product")
    case .g02: Bilingual("本地空白断点", "local blank")
    case .g03: Bilingual("断链断点", "missing tie")
    case .g04: Bilingual("能力缺口断点", "shortage at target")
    case .g06: Bilingual("无替代断点", "no substitute")
    case .g07: Bilingual("数据断点", "unknown figures")
    case .b01: Bilingual("环节产能堵点", "stage capacity")
    case .b02: Bilingual("企业产能堵点", "enterprise capacity")
    case .b03: Bilingual("供需通道堵点", "tie volume")
    case .b04: Bilingual("供需错配堵点", "mismatch")
    case .b05: Bilingual("外购受限堵点", "outside limit")
    case .b06: Bilingual("联合堵点", "joint bottleneck")
    case .b09: Bilingual("单点堵点", "single point of failure")
    case .b10: Bilingual("双点堵点", "common-cause points")
    case .b11: Bilingual("集中度堵点", "concentration")
    }
  }
}

extension Severity {
  public var name: Bilingual {
    switch self {
    case .watch: Bilingual("关注", "watch")
    case .moderate: Bilingual("一般", "moderate")
    case .considerable: Bilingual("较重", "considerable")
    case .serious: Bilingual("严重", "serious")
    case .breaking: Bilingual("断链级", "breaking")
    }
  }
}

extension Standing {
  public var name: Bilingual {
    switch self {
    case .loss: Bilingual("现实损失", "Losses now")
    case .exposure: Bilingual("风险敞口", "Exposures")
    case .toVerify: Bilingual("待核", "To verify")
    }
  }

  /// What the list of these findings means, in one line.
  public var explanation: Bilingual {
    switch self {
    case .loss: Bilingual("目标因此达不到", "the target cannot be reached because of these")
    case .exposure: Bilingual("一旦发生就停产或减产", "one failure away from a stop or a loss")
    case .toVerify: Bilingual("补上数据才能判定", "to be decided once the figures are known")
    }
  }
}

extension Standing {
  /// What one finding of the list is, where `name` names the list.
  var singular: Bilingual {
    switch self {
    case .loss: Bilingual(name.chinese, "loss now")
    case .exposure: Bilingual(name.chinese, "exposure")
    case .toVerify: Bilingual(name.chinese, "to verify")
    }
  }
}

extension Basis {
  public var explanation: Bilingual {
    switch self {
    case .target: Bilingual("目标产值", "value of the targets")
    case .capacity: Bilingual("满产产值（有终端产品未定目标）", "value at full capacity (a target is missing)")
    case .count: Bilingual("终端产品个数（有终端产品既无目标也无产能）", "number of final products (values are missing)")
    }
  }
}

extension CommonCause {
  func name(in chain: Chain) -> Bilingual {
    switch self {
    case .region(let number):
      Bilingual("同在\(chain.regions[number].name)", "both in \(chain.regions[number].name)")
    case .owner(let name): Bilingual("同属\(name)", "both owned by \(name)")
    }
  }
}

extension Level {
  /// What the value of the level is limited by.
  public var name: Bilingual {
    switch self {
    case .products: Bilingual("产能可及", "Within capacity")
    case .ties: Bilingual("供应关系可及", "Within ties")
    }
  }
}

extension Objective {
  public var name: Bilingual {
    switch self {
    case .value: Bilingual("产值最大", "most value")
    case .balanced: Bilingual("均衡达成", "balanced")
    }
  }
}

/// `1 tie`, `12 ties`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)" + (count == 1 ? "" : "s")
}
