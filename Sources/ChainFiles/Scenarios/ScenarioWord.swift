import Chains

/// A word of scenarios, read in both languages; the raw value is the English one.
protocol ScenarioWord: Term {
  var otherChinese: String? { get }
}

extension ScenarioWord {
  static func named(_ text: String) -> Self? {
    let wanted = headerKey(text)
    return allCases.first {
      headerKey($0.rawValue) == wanted || $0.chinese == wanted || $0.otherChinese == wanted
    }
  }
}

/// What kind of thing stops.
enum Removal: String, ScenarioWord {
  case enterprise, tie, external, region

  var chinese: String {
    switch self {
    case .enterprise: "企业"
    case .tie: "供应关系"
    case .external: "外部可得量"
    case .region: "地区"
    }
  }

  var otherChinese: String? { self == .external ? "外部" : nil }
}

/// What is set, by the column of the chain document that holds it.
enum SettingWord: String, ScenarioWord {
  case capacity, volume, external, demand, value, amount, status

  var chinese: String {
    switch self {
    case .capacity: "产能"
    case .volume: "供应量"
    case .external: "外部可得量"
    case .demand: "目标需求"
    case .value: "单价"
    case .amount: "单耗"
    case .status: "状态"
    }
  }

  var otherChinese: String? {
    switch self {
    case .external: "外部"
    case .demand: "需求"
    default: nil
    }
  }
}

/// The keys of a scenario file.
enum ScenarioKey: String, ScenarioWord {
  case name, remove, complete, set

  var chinese: String {
    switch self {
    case .name: "名称"
    case .remove: "停止"
    case .complete: "建成"
    case .set: "设定"
    }
  }

  var otherChinese: String? { self == .remove ? "停产" : nil }
}
