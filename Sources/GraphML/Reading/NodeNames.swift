/// The node ids of a top-level graph and those nested in it, and the ids that edges mention before their node comes.
struct NodeNames {
  /// Where a node stands: the number of its graph in the file, and its place there.
  struct Place {
    let graph: Int
    let index: Int
  }

  /// The place in the file where an edge first mentions a node.
  struct Mention {
    let order: Int
    let location: GraphMLError.Location
    let path: String
  }

  private var places: [String: Place] = [:]
  private var missing: [String: Mention] = [:]
  private var edgeIDs: Set<String> = []
  private var mentions = 0

  /// Notes a node.
  /// - Returns: where a node of the same id stands already.
  mutating func declare(_ id: String, at place: Place) -> Place? {
    if let earlier = places[id] { return earlier }
    places[id] = place
    if !missing.isEmpty { missing[id] = nil }
    return nil
  }

  func contains(_ id: String) -> Bool { places[id] != nil }

  /// Notes an edge's id.
  /// - Returns: whether it was free.
  mutating func declareEdge(_ id: String) -> Bool { edgeIDs.insert(id).inserted }

  /// Notes that an edge mentions a node that has not come yet.
  mutating func mention(_ id: String, at location: GraphMLError.Location, path: String) {
    guard missing[id] == nil else { return }
    missing[id] = Mention(order: mentions, location: location, path: path)
    mentions += 1
  }

  func isMentioned(_ id: String) -> Bool { missing[id] != nil }

  /// The ids that no node has, in the order of their first mention.
  var undeclared: [(id: String, mention: Mention)] {
    missing.map { ($0.key, $0.value) }.sorted { $0.1.order < $1.1.order }
  }
}
