/// A name that means no record of a table, or several.
public struct NameProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public let table: Table
  /// The ids that it may mean.
  public let candidates: [String]
  /// Records whose ids or names look like it, as `E7 锂盐厂`.
  public let near: [String]
  /// Where none does, the first records of the table.
  public let first: [String]
  /// Records in the table.
  public let count: Int

  public var description: String { text[.english] }

  /// What is wrong, with the names that may be meant.
  public var text: Bilingual {
    let word = table.singular
    guard candidates.isEmpty else {
      return Bilingual(
        "有几个\(word.chinese)叫“\(name)”，请写编号：\(candidates.joined(separator: "、"))",
        "several \(table.rawValue) are called “\(name)”, write the id: "
          + candidates.joined(separator: ", "))
    }
    return Bilingual(
      "没有\(word.chinese)“\(name)”" + others.chinese, "no \(word.english) “\(name)”" + others.english
    )
  }

  private var others: Bilingual {
    let (chinese, english) = (near + first).reduce(into: ("", "")) { lists, other in
      lists.0 += (lists.0.isEmpty ? "" : "、") + other
      lists.1 += (lists.1.isEmpty ? "" : ", ") + other
    }
    guard near.isEmpty else {
      return Bilingual("；相近的有：" + chinese, "; near it: " + english)
    }
    guard !first.isEmpty else { return Bilingual("：一个也没有", ": there is none at all") }
    let isAll = first.count == count
    return Bilingual(
      "；有：" + chinese + (isAll ? "" : " 等 \(count) 个"),
      "; there are: " + english + (isAll ? "" : " … \(count) in all"))
  }
}

extension Table {
  /// What one of its records is called.
  fileprivate var singular: Bilingual {
    switch self {
    case .enterprises: Bilingual(chinese, "enterprise")
    case .products: Bilingual(chinese, "product")
    case .regions: Bilingual(chinese, "region")
    case .projects: Bilingual(chinese, "project")
    default: Bilingual(chinese, rawValue)
    }
  }
}

extension Chain {
  /// The id of the product that a person means by its id or its name.
  ///
  /// - Complexity: O(products), and so on for the others.
  public func product(called name: String) throws(NameProblem) -> Product.ID {
    try id(of: name, among: products)
  }

  /// The id of the enterprise that a person means by its id, its name or an alias.
  public func enterprise(called name: String) throws(NameProblem) -> Enterprise.ID {
    try id(of: name, among: enterprises, aliases: \.aliases)
  }

  /// The id of the project that a person means by its id or its name.
  public func project(called name: String) throws(NameProblem) -> Project.ID {
    try id(of: name, among: tables.projects)
  }

  /// The id of the region that a person means, by what `region(called:)` takes.
  public func regionID(called name: String) throws(NameProblem) -> Region.ID {
    if let region = region(called: name) { return region.id }
    return try id(of: name, among: regions)
  }
}

/// - Parameter aliases: further names under which a person may know a record.
private func id<Subject: Identified>(
  of name: String, among records: [Subject], aliases: (Subject) -> [String] = { _ in [] }
) throws(NameProblem) -> Identifier<Subject> {
  let directory = Directory(records, aliases: aliases)
  func problem(_ candidates: [String], _ near: [String]) -> NameProblem {
    let isKnown = !candidates.isEmpty || !near.isEmpty
    return NameProblem(
      name: name, table: Subject.table, candidates: candidates, near: near,
      first: isKnown ? [] : records.prefix(8).map(label), count: records.count)
  }
  switch directory.find(Identifier(name)) {
  case .one(let position): return records[position].id
  case .several(let positions): throw problem(positions.map { records[$0].id.text }, [])
  case .none: throw problem([], directory.close(to: name).map { label(records[$0]) })
  }
}

/// `E7 锂盐厂`: what to write, and what it is.
private func label<Subject: Identified>(_ record: Subject) -> String {
  record.name == record.id.text ? record.name : "\(record.id) \(record.name.printable)"
}

extension Directory {
  /// Up to five records: those whose id or name holds the text or is held by it, the shorter the nearer, then
  /// those that are spelled much like it.
  fileprivate func close(to text: String) -> [Int] {
    let wanted = text.lowercased()
    let holding = names.filter { name in
      let name = name.lowercased()
      return wanted.count >= 2
        && (name.contains(wanted) || (name.count >= 2 && wanted.contains(name)))
    }.sorted { ($0.count, $0) < ($1.count, $1) }
    var positions: [Int] = []
    for name in holding + similar(to: text) {
      let found: [Int] =
        switch find(Identifier(name)) {
        case .one(let position): [position]
        case .several(let several): several
        case .none: []
        }
      for position in found where !positions.contains(position) { positions.append(position) }
    }
    return Array(positions.prefix(5))
  }
}
