extension Chain {
  /// The chain with every control character in names, units and titles replaced by a blank: what goes to
  /// a terminal must not move its cursor or change its colours.
  public var printable: Chain {
    var tables = tables
    var hasChanged = false
    func clean(_ text: inout String) {
      guard text.unicodeScalars.contains(where: \.isControl) else { return }
      text = text.printable
      hasChanged = true
    }
    func cleanOptional(_ text: inout String?) {
      guard var present = text else { return }
      clean(&present)
      text = present
    }
    clean(&tables.profile.name)
    clean(&tables.profile.money)
    cleanOptional(&tables.profile.chief)
    cleanOptional(&tables.profile.office)
    for row in tables.regions.indices { clean(&tables.regions[row].name) }
    for row in tables.stages.indices { clean(&tables.stages[row].name) }
    for row in tables.products.indices {
      clean(&tables.products[row].name)
      cleanOptional(&tables.products[row].unit)
    }
    for row in tables.enterprises.indices {
      clean(&tables.enterprises[row].name)
      cleanOptional(&tables.enterprises[row].owner)
    }
    for row in tables.capacities.indices { cleanOptional(&tables.capacities[row].line) }
    for row in tables.projects.indices {
      clean(&tables.projects[row].name)
      cleanOptional(&tables.projects[row].owner)
    }
    for row in tables.sources.indices { clean(&tables.sources[row].title) }
    return hasChanged ? Chain(checked: tables, asOf: asOf) : self
  }
}

extension String {
  /// The text with a blank for every control character.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
