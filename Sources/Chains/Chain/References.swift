/// Turns mentions of records into ids, and writes down those that mean nothing or too much.
struct References {
  private let regions: Directory<Region>
  private let stages: Directory<Stage>
  private let products: Directory<Product>
  private let enterprises: Directory<Enterprise>
  private let projects: Directory<Project>
  private let sources: Directory<Source>
  private(set) var problems: [ChainProblem] = []

  init(_ tables: Tables) {
    regions = Directory(tables.regions)
    stages = Directory(tables.stages)
    products = Directory(tables.products)
    enterprises = Directory(tables.enterprises, aliases: \.aliases)
    projects = Directory(tables.projects)
    sources = Directory(tables.sources)
  }

  /// Replaces every mention in `tables` by the id that it means.
  mutating func resolve(_ tables: inout Tables) {
    region(&tables.profile.region, Place(.chain, row: 0, .region))
    for index in tables.profile.leaders.indices {
      enterprise(&tables.profile.leaders[index], Place(.chain, row: 0, .leaders))
    }
    for row in tables.regions.indices {
      region(&tables.regions[row].parent, Place(.regions, row: row, .parent))
    }
    for row in tables.stages.indices {
      stage(&tables.stages[row].parent, Place(.stages, row: row, .parent))
    }
    for row in tables.products.indices {
      stage(&tables.products[row].stage, Place(.products, row: row, .stage))
      product(&tables.products[row].variantOf, Place(.products, row: row, .variantOf))
    }
    for row in tables.inputs.indices {
      product(&tables.inputs[row].product, Place(.inputs, row: row, .product))
      product(&tables.inputs[row].input, Place(.inputs, row: row, .input))
    }
    for row in tables.enterprises.indices {
      region(&tables.enterprises[row].region, Place(.enterprises, row: row, .region))
    }
    for row in tables.capacities.indices {
      enterprise(&tables.capacities[row].enterprise, Place(.capacities, row: row, .enterprise))
      product(&tables.capacities[row].product, Place(.capacities, row: row, .product))
      source(&tables.capacities[row].provenance.source, Place(.capacities, row: row, .source))
    }
    for row in tables.ties.indices {
      enterprise(&tables.ties[row].supplier, Place(.ties, row: row, .supplier))
      enterprise(&tables.ties[row].customer, Place(.ties, row: row, .customer))
      product(&tables.ties[row].product, Place(.ties, row: row, .product))
      source(&tables.ties[row].provenance.source, Place(.ties, row: row, .source))
    }
    resolveProjects(&tables)
  }

  private mutating func resolveProjects(_ tables: inout Tables) {
    for row in tables.projects.indices {
      enterprise(&tables.projects[row].enterprise, Place(.projects, row: row, .enterprise))
      region(&tables.projects[row].region, Place(.projects, row: row, .region))
    }
    for row in tables.effects.indices {
      resolve(&tables.effects[row].project, in: projects, Place(.effects, row: row, .project))
      enterprise(&tables.effects[row].enterprise, Place(.effects, row: row, .enterprise))
      product(&tables.effects[row].product, Place(.effects, row: row, .product))
      enterprise(&tables.effects[row].customer, Place(.effects, row: row, .customer))
    }
    for row in tables.platforms.indices {
      for index in tables.platforms[row].stages.indices {
        stage(&tables.platforms[row].stages[index], Place(.platforms, row: row, .stages))
      }
      region(&tables.platforms[row].region, Place(.platforms, row: row, .region))
    }
  }

  // One short word for each kind of mention, required and optional.

  private mutating func region(_ mention: inout Region.ID?, _ place: Place) {
    resolve(&mention, in: regions, place)
  }
  private mutating func stage(_ mention: inout Stage.ID, _ place: Place) {
    resolve(&mention, in: stages, place)
  }
  private mutating func stage(_ mention: inout Stage.ID?, _ place: Place) {
    resolve(&mention, in: stages, place)
  }
  private mutating func product(_ mention: inout Product.ID, _ place: Place) {
    resolve(&mention, in: products, place)
  }
  private mutating func product(_ mention: inout Product.ID?, _ place: Place) {
    resolve(&mention, in: products, place)
  }
  private mutating func enterprise(_ mention: inout Enterprise.ID, _ place: Place) {
    resolve(&mention, in: enterprises, place)
  }
  private mutating func enterprise(_ mention: inout Enterprise.ID?, _ place: Place) {
    resolve(&mention, in: enterprises, place)
  }
  private mutating func source(_ mention: inout Source.ID?, _ place: Place) {
    resolve(&mention, in: sources, place)
  }

  private mutating func resolve<Subject>(
    _ mention: inout Identifier<Subject>?, in directory: Directory<Subject>, _ place: Place
  ) {
    guard var required = mention else { return }
    resolve(&required, in: directory, place)
    mention = required
  }

  private mutating func resolve<Subject>(
    _ mention: inout Identifier<Subject>, in directory: Directory<Subject>, _ place: Place
  ) {
    guard !mention.text.isEmpty else {
      if let field = place.field { problems.append(ChainProblem(place, .missing(field))) }
      return
    }
    switch directory.find(mention) {
    case .one(let position):
      mention = directory.ids[position]
    case .none:
      let similar = problems.count < 50 ? directory.similar(to: mention.text) : []
      problems.append(
        ChainProblem(
          place, .unknownReference(mention.text, to: Subject.table, similar: similar)))
    case .several(let positions):
      let candidates = positions.map { directory.ids[$0].text }
      problems.append(
        ChainProblem(
          place,
          .ambiguousReference(mention.text, to: Subject.table, candidates: candidates)))
    }
  }
}
