public import Chains

extension Tables {
  /// Writes the chain document to `path`, all of it or nothing.
  ///
  /// - Parameters:
  ///   - container: the kind of file; `nil` takes it from the path's extension.
  ///   - force: whether what is there already may be replaced.
  ///   - annotations: what GraphML viewers are to show; other containers have no place for them.
  /// - Throws: what the system refused, or that something is there already.
  public func write(
    to path: String, as container: Container? = nil, headers: Headers = .english,
    annotations: [Annotation] = [], force: Bool = false
  ) throws(FileProblems) {
    throw FileProblems([])
  }

  /// The document as one YAML file, UTF-8.
  public func yamlText(headers: Headers = .english) -> [UInt8] { [] }

  /// The document as CSV files, in the order of the tables; tables without rows are left out.
  public func csvTexts(headers: Headers = .english) -> [CSVText] { [] }

  /// The document as a GraphML file of products, enterprises, inputs, capacities and ties.
  /// - Throws: a text that XML cannot hold.
  public func graphMLText(annotations: [Annotation] = []) throws(FileProblems) -> [UInt8] { [] }
}

/// The content of one file of a CSV folder.
public struct CSVText: Hashable, Sendable {
  public let table: Table
  /// `products.csv`, `产品.csv`.
  public let fileName: String
  /// UTF-8 with the byte order mark that Excel needs to recognise it; lines end in CR LF.
  public let bytes: [UInt8]
}
