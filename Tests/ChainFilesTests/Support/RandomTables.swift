import Chains

/// SplitMix64: small, seeded, the same everywhere.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A consistent chain document full of what files find hard to hold.
struct RandomTables {
  private var random: SeededNumbers
  private(set) var tables = Tables()

  private static let ids = [
    "007", "yes", "no", "null", "~", "true", "1e3", "0x10", "2022-03-15", "a: b", "# x", "- a",
    "[x]", "{y}", "\"q\"", "it's", "a,b", "a;b", "甲、乙", "=1+1", "@x", "%30", "*star", "&and", "<x>",
    "]]>", "🏭 plant", "ｆｕｌｌ", "é", "待核", "不限", "-", "深圳（总部）", "x | y", "\\n", "a\"b", "!tag", "?",
    "12:30:45", ".inf", "1_000", "电池级碳酸锂", "product:x", "a/b", "C:\\x", "&lt;", "'", "`", "，",
    "= ,",
  ]
  private static let texts =
    ids + [
      "换\n行", "two\n\nlines\n x", "tab\tin", "crlf\r\nhere", "line\u{2028}sep", "next\u{85}line",
    ]
  private static let figures = [
    0.1, 1, 3, 1e-7, 123_456_789.25, 1e15, 2_003_300, 0.30000000000000004, 9.87e14,
  ]

  /// Figures of balances, which must not be too far apart.
  private static let neighbours = [0.1, 1, 3, 0.05, 123_456_789.25, 2_003_300, 0.30000000000000004]

  init(seed: UInt64, size: Int = 12) {
    random = SeededNumbers(seed: seed)
    fillProfile()
    fillPanorama(size)
    fillSupportingMap(size)
    fillProjects(size)
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
  private mutating func maybe<T>(_ value: (inout Self) -> T) -> T? { chance() ? value(&self) : nil }
  private mutating func chance() -> Bool { Bool.random(using: &random) }
  private mutating func text() -> String { pick(Self.texts) }
  private mutating func figure() -> Double { pick(Self.figures) }
  private mutating func neighbour() -> Double { pick(Self.neighbours) }
  private mutating func word<W: Term>(_: W.Type) -> W { pick(Array(W.allCases)) }
  private mutating func limit() -> Limit {
    pick([.unknown, .limited(0), .unlimited, .limited(figure())])
  }
  private mutating func date() -> CalendarDate {
    let dates = [
      CalendarDate(year: 2022), CalendarDate(year: 2021, month: 3),
      CalendarDate(year: 2020, month: 2, day: 29),
    ].compactMap { $0 }
    return pick(dates)
  }
  private mutating func extras() -> [String: String] {
    chance() ? [:] : ["备注": text(), "x y, \"z\"": text()]
  }
  private mutating func names(_ count: Int, _ prefix: String) -> [String] {
    let odd = Self.ids.shuffled(using: &random).prefix(count / 2)
    return Array(odd) + (0..<(count - odd.count)).map { "\(prefix)\($0)" }
  }
  private mutating func list(_ choices: [String]) -> [String] {
    Array(choices.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
  }

  private mutating func fillProfile() {
    tables.profile = Profile(
      id: pick(Self.ids), name: text(), chief: maybe { $0.text() }, office: maybe { $0.text() },
      asOf: maybe { $0.date() }, money: pick(["万元", "亿元", "USD"]), scope: maybe { $0.text() },
      enterprisesKnown: word(Completeness.self), tiesKnown: word(Completeness.self))
    tables.profile.extras = extras()
  }

  private mutating func fillPanorama(_ size: Int) {
    var parent: Region.ID?
    for id in names(4, "r") {
      tables.regions.append(
        Region(
          id: .init(id), name: text(), kind: maybe { $0.word(RegionKind.self) }, parent: parent))
      tables.regions[tables.regions.count - 1].extras = extras()
      parent = maybe { _ in Region.ID(id) }
    }
    tables.profile.region = maybe { $0.pick($0.tables.regions).id }
    for id in names(5, "s") {
      tables.stages.append(
        Stage(id: .init(id), name: text(), position: maybe { $0.word(Position.self) }))
    }
    for id in names(size, "p") {
      let isFinal = tables.products.isEmpty || chance()
      tables.products.append(
        Product(
          id: .init(id), name: text(), stage: maybe { $0.pick($0.tables.stages).id },
          unit: maybe { $0.pick(["吨", "万台", "GWh", "套,组"]) }, isFinal: isFinal,
          value: isFinal || chance() ? neighbour() : nil, demand: maybe { $0.figure() },
          external: limit(), leadTime: maybe { $0.figure() }))
      tables.products[tables.products.count - 1].extras = extras()
    }
    for product in 1..<size {
      for input in 0..<product where Int.random(in: 0..<4, using: &random) == 0 {
        var line = Input(
          product: tables.products[product].id, input: tables.products[input].id,
          amount: maybe { $0.neighbour() }, essentiality: word(Essentiality.self),
          group: maybe { $0.text() }, share: maybe { _ in 0.25 }, leadTime: maybe { $0.figure() })
        line.extras = extras()
        tables.inputs.append(line)
      }
    }
  }

  private mutating func provenance(_ asOf: CalendarDate?) -> Provenance {
    Provenance(
      asOf: asOf, source: maybe { $0.pick($0.tables.sources).id },
      grade: maybe { $0.word(Grade.self) })
  }

  private mutating func fillSupportingMap(_ size: Int) {
    for id in names(3, "q") {
      tables.sources.append(
        Source(
          id: .init(id), title: text(), publisher: maybe { $0.text() }, date: maybe { $0.date() },
          address: maybe { $0.text() }, grade: maybe { $0.word(Grade.self) }))
    }
    for id in names(size, "e") {
      var enterprise = Enterprise(
        id: .init(id), name: text(), aliases: list(Self.texts),
        region: maybe { $0.pick($0.tables.regions).id },
        owner: maybe { $0.text() }, revenue: maybe { $0.figure() },
        employees: maybe { $0.figure() },
        tags: list(Self.texts + ["链主", "规上"]), status: word(Status.self))
      enterprise.extras = extras()
      tables.enterprises.append(enterprise)
    }
    tables.profile.leaders = list(tables.enterprises.map(\.id.text)).map { Enterprise.ID($0) }
    for enterprise in tables.enterprises {
      for product in tables.products where Int.random(in: 0..<6, using: &random) == 0 {
        for date in [nil, CalendarDate(year: 2021)] where chance() {
          var capacity = Capacity(
            enterprise: enterprise.id, product: product.id, capacity: maybe { $0.neighbour() },
            line: maybe { $0.text() }, output: maybe { $0.figure() }, share: maybe { _ in 0.01 },
            weight: maybe { $0.word(Weight.self) }, stock: maybe { $0.figure() },
            recovery: maybe { $0.figure() }, provenance: provenance(date))
          capacity.extras = extras()
          tables.capacities.append(capacity)
        }
      }
      let customer = pick(tables.enterprises).id
      guard customer != enterprise.id else { continue }
      tables.ties.append(
        Tie(
          supplier: enterprise.id, customer: customer, product: pick(tables.products).id,
          volume: limit(), leadTime: maybe { $0.figure() }, distance: maybe { $0.figure() },
          status: word(Status.self), provenance: provenance(maybe { $0.date() })))
    }
  }

  private mutating func fillProjects(_ size: Int) {
    for id in names(3, "j") {
      tables.projects.append(
        Project(
          id: .init(id), name: text(), enterprise: pick(tables.enterprises).id,
          region: maybe { $0.pick($0.tables.regions).id }, phase: maybe { $0.word(Phase.self) },
          start: maybe { $0.date() }, ready: maybe { $0.date() }, due: maybe { $0.date() },
          investment: maybe { $0.figure() }, invested: maybe { $0.figure() },
          plannedThisYear: maybe { $0.figure() }, owner: maybe { $0.text() }))
      tables.effects.append(
        Effect(
          project: .init(id), kind: word(EffectKind.self),
          enterprise: maybe { $0.pick($0.tables.enterprises).id },
          product: pick(tables.products).id, customer: pick(tables.enterprises).id, amount: limit())
      )
    }
    for id in names(3, "f") {
      tables.platforms.append(
        Platform(
          id: .init(id), name: text(), kind: maybe { $0.word(PlatformKind.self) },
          stages: list(tables.stages.map(\.id.text)).map { Stage.ID($0) },
          region: maybe { $0.pick($0.tables.regions).id }))
    }
  }
}
