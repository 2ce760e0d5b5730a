// The closed sets of words that cells hold. The raw value is the English spelling of the chain
// document, `chinese` the Chinese one; both are read, and the container's header language is written.

/// What kind of area a region is.
public enum RegionKind: String, Term {
  case county, city, cluster, province, country, world

  public var chinese: String {
    switch self {
    case .county: "县"
    case .city: "市"
    case .cluster: "集群"
    case .province: "省"
    case .country: "国家"
    case .world: "世界"
    }
  }
}

/// Where along the chain a stage stands.
public enum Position: String, Term {
  case upstream, midstream, downstream

  public var chinese: String {
    switch self {
    case .upstream: "上游"
    case .midstream: "中游"
    case .downstream: "下游"
    }
  }
}

/// What happens to a product's output when an input is missing.
public enum Essentiality: String, Term {
  /// Nothing can be made without it.
  case essential
  /// A share θ of the output is lost without it.
  case nonEssential = "non-essential"
  /// Its absence is not felt; it is left out of every analysis.
  case negligible

  public var chinese: String {
    switch self {
    case .essential: "必需"
    case .nonEssential: "非必需"
    case .negligible: "可忽略"
    }
  }
}

/// Whether an enterprise or a tie works today.
public enum Status: String, Term {
  case running, limited, stopped, planned

  public var chinese: String {
    switch self {
    case .running: "运行"
    case .limited: "受限"
    case .stopped: "停产"
    case .planned: "规划"
    }
  }

  /// Whether it can deliver today, in full or in part.
  public var isActive: Bool { self == .running || self == .limited }
}

/// How much a maker counts when no figure is known.
public enum Weight: String, Term {
  case major, minor
  /// Samples and trial runs: it cannot carry the chain.
  case negligible

  public var chinese: String {
    switch self {
    case .major: "主要"
    case .minor: "次要"
    case .negligible: "微量"
    }
  }
}

/// Whether a list holds all there is or only what is known so far.
public enum Completeness: String, Term {
  case complete, partial

  public var chinese: String { self == .complete ? "完整" : "不完整" }
}

/// A project's phase (四个阶段).
public enum Phase: String, Term {
  case preparation, started, construction, production

  public var chinese: String {
    switch self {
    case .preparation: "前期"
    case .started: "开工"
    case .construction: "建设"
    case .production: "投产"
    }
  }
}

/// What a project adds to the chain.
public enum EffectKind: String, Term {
  case capacity, tie, external, stock

  public var chinese: String {
    switch self {
    case .capacity: "产能"
    case .tie: "供应关系"
    case .external: "外部可得量"
    case .stock: "库存"
    }
  }
}

/// What a service platform offers to the enterprises of a chain.
public enum PlatformKind: String, Term {
  case technicalUpgrade = "technical-upgrade"
  case research, design
  case publicService = "public-service"

  public var chinese: String {
    switch self {
    case .technicalUpgrade: "技术改造"
    case .research: "研发机构"
    case .design: "工业设计"
    case .publicService: "公共服务平台"
    }
  }
}
