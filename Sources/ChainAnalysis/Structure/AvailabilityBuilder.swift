internal import Chains
internal import Graphs

/// Adds the vertices of an `Availability` one kind after another.
struct AvailabilityBuilder {
  let chain: Chain
  let panorama: Panorama
  let viewpoint: Viewpoint
  let sources: [Sources]
  let reading: Availability.Reading
  let exchange: Availability.Exchange

  var builder = AndOrGraph.Builder()
  private(set) var supply: [Int] = []
  private(set) var making: [Int] = []
  private(set) var activity: [Int?] = []
  private(set) var untied: [Availability.Untied] = []
  private(set) var leaves: [Int: Availability.Leaf] = [:]

  private var enterprise: [Int?] = []
  private var region: [Int: Int] = [:]
  private var owner: [String: Int] = [:]
  private var external: [[Int]] = []
  private var deliveries: [Int: Int] = [:]
  private(set) var presence: [Int?] = []

  init(
    _ chain: Chain, panorama: Panorama, viewpoint: Viewpoint, sources: [Sources],
    reading: Availability.Reading, exchange: Availability.Exchange
  ) {
    self.chain = chain
    self.panorama = panorama
    self.viewpoint = viewpoint
    self.sources = sources
    self.reading = reading
    self.exchange = exchange
  }

  mutating func build() {
    addEnterprises()
    addCommonCauses()
    addExternals()
    supply = chain.products.indices.map { _ in builder.addAny() }
    making = chain.products.indices.map { _ in builder.addAny() }
    addActivities()
    addProducts()
    addNeeds()
  }

  private mutating func leaf(_ leaf: Availability.Leaf) -> Int {
    let vertex = builder.addLeaf()
    leaves[vertex] = leaf
    return vertex
  }

  /// Rows that stand for many are no leaf: they do not fail at one blow. All the firms of a region
  /// are one only for those outside, to whom one border closes them.
  private mutating func addEnterprises() {
    for number in chain.enterprises.indices {
      enterprise.append(isMany(number) ? nil : leaf(.enterprise(number)))
    }
  }

  private func isMany(_ number: Int) -> Bool {
    let row = chain.enterprises[number]
    return row.isAggregate || (row.isRegionalTotal && viewpoint.localities[number] != .outside)
  }

  /// Areas and owners that hold two enterprises or more.
  private mutating func addCommonCauses() {
    var regionSize: [Int: Int] = [:]
    var ownerSize: [String: Int] = [:]
    for number in chain.enterprises.indices where enterprise[number] != nil {
      guard !chain.activities(of: number).isEmpty else { continue }
      for area in viewpoint.areas[number] { regionSize[area, default: 0] += 1 }
      if let owner = chain.enterprises[number].owner { ownerSize[owner, default: 0] += 1 }
    }
    for (area, size) in regionSize.sorted(by: { $0.key < $1.key }) where size > 1 {
      region[area] = leaf(.region(area))
    }
    for (name, size) in ownerSize.sorted(by: { $0.key < $1.key }) where size > 1 {
      owner[name] = leaf(.owner(name))
    }
  }

  /// Outside supply without a name: a leaf where it is limited, always there where it is not. What is
  /// to be had of a variant is to be had of the product above it, and fails for both together.
  private mutating func addExternals() {
    let own = chain.products.indices.map { number -> Int? in
      guard case .limited(let amount) = chain.products[number].external, amount > 0 else {
        return nil
      }
      return leaf(.external(number))
    }
    for number in chain.products.indices {
      let anonymous = sources[number].anonymous
      // Without any other source, what is unknown is a gap in the data, and no reading's to decide.
      let isOnlyHope =
        insideSources(number).isEmpty && outsideSources(number).isEmpty
      let isAlwaysThere =
        anonymous == .unlimited
        || (anonymous == .unknown && (reading == .hopeful || isOnlyHope))
      external.append(
        isAlwaysThere ? [builder.addAll()] : chain.kinds(of: number).compactMap { own[$0] })
      let noInside = insideSources(number).isEmpty && panorama.isRequired[number]
      presence.append(noInside ? leaf(.presence(number)) : nil)
    }
  }

  private func insideSources(_ product: Int) -> [Int] {
    let sources = sources[product]
    return reading == .hopeful || sources.inside.isEmpty
      ? sources.inside + sources.unplaced : sources.inside
  }

  private func outsideSources(_ product: Int) -> [Int] {
    let sources = sources[product]
    return reading == .hopeful || sources.inside.isEmpty
      ? sources.outside : sources.outside + sources.unplaced
  }

  private mutating func addActivities() {
    for entry in chain.activities {
      guard chain.carries(entry) else {
        activity.append(nil)
        continue
      }
      let number = entry.enterprise
      var children = [enterprise[number]].compactMap { $0 }
      if enterprise[number] != nil {
        children += viewpoint.areas[number].compactMap { region[$0] }
        if let name = chain.enterprises[number].owner, let leaf = owner[name] {
          children.append(leaf)
        }
      }
      activity.append(builder.addAll(children))
    }
  }

  private mutating func addProducts() {
    for product in chain.products.indices {
      let inside = insideSources(product).compactMap { activity[$0] }
      for vertex in inside { builder.addChild(vertex, to: making[product]) }

      var children = inside + outsideSources(product).compactMap { activity[$0] }
      children += external[product]
      if sources[product].mayHaveHiddenMaker(in: chain), reading == .hopeful || children.isEmpty {
        children.append(builder.addAll())
      }
      children = marked(children, with: presence[product])
      for vertex in children { builder.addChild(vertex, to: supply[product]) }
    }
  }

  private mutating func addNeeds() {
    for (number, entry) in chain.activities.enumerated() {
      guard let vertex = activity[number], needsInputs(entry.enterprise) else { continue }
      for need in panorama.needs[entry.product] where need.essentiality == .essential {
        builder.addChild(needVertex(need, of: number, entry), to: vertex)
      }
    }
  }

  private func needsInputs(_ enterprise: Int) -> Bool {
    switch viewpoint.localities[enterprise] {
    case .inside: true
    case .outside: false
    case .unknown: reading == .cautious
    }
  }

  private mutating func needVertex(
    _ need: Panorama.Need, of number: Int, _ entry: Activity
  ) -> Int {
    guard exchange == .recordedTies else {
      return anyOf(need.alternatives.map { supply[$0] })
    }
    var children: [Int] = []
    for alternative in need.alternatives {
      children += tiedSources(of: alternative, for: entry)
    }
    if children.isEmpty, need.alternatives.contains(where: { !insideSources($0).isEmpty }) {
      untied.append(Availability.Untied(activity: number, need: need))
    }
    return anyOf(children)
  }

  private mutating func anyOf(_ children: [Int]) -> Int {
    children.count == 1 ? children[0] : builder.addAny(children)
  }

  /// The children behind the leaf that stands for the product as such, where there is one.
  private mutating func marked(_ children: [Int], with presence: Int?) -> [Int] {
    guard let presence, !children.isEmpty else { return children }
    return [builder.addAll([presence, anyOf(children)])]
  }

  /// One vertex a tie, however many alternatives it fills: it fails for all of them.
  private mutating func delivery(byTie row: Int, of activity: Int) -> Int {
    if let vertex = deliveries[row] { return vertex }
    let vertex = builder.addAll([leaf(.tie(row: row)), activity])
    deliveries[row] = vertex
    return vertex
  }

  /// Deliveries by recorded ties, own production, and outside supply without a name.
  private mutating func tiedSources(of product: Int, for entry: Activity) -> [Int] {
    let kinds = chain.kinds(of: product)
    var children: [Int] = []
    for row in chain.ties(into: entry.enterprise) {
      let tie = chain.tables.ties[row]
      let ends = chain.ends(ofTie: row)
      guard tie.status.isActive, tie.volume != .limited(0), kinds.contains(ends.product),
        let maker = chain.activities(of: ends.supplier).first(where: {
          chain.activities[$0].product == ends.product
        }), let vertex = activity[maker]
      else { continue }
      children.append(delivery(byTie: row, of: vertex))
    }
    for own in chain.activities(of: entry.enterprise)
    where kinds.contains(chain.activities[own].product) {
      if let vertex = activity[own] { children.append(vertex) }
    }
    children += external[product]
    return marked(children, with: presence[product])
  }
}
