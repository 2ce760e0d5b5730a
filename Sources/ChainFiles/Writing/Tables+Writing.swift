public import Chains

extension Tables {
  /// Writes the chain document to `path`, all of it or nothing.
  ///
  /// - Parameters:
  ///   - container: the kind of file; `nil` takes it from the path's extension.
  ///   - headers: the language of headers and words; GraphML is the same in both.
  ///   - annotations: what GraphML viewers are to show; other containers have no place for them.
  ///   - force: whether what is there already may be replaced.
  /// - Throws: what the system refused, or that something is there already.
  public func write(
    to path: String, as container: Container? = nil, headers: Headers = .english,
    annotations: [Annotation] = [], force: Bool = false
  ) throws(FileProblems) {
    guard let container = container ?? Container(path: path) else {
      throw FileProblems([Self.unknownContainer(path)])
    }
    let graph = container == .graphml ? try graphMLText(annotations: annotations) : []
    do throws(FileProblem) {
      switch container {
      case .yaml: try AtomicFile.write(yamlText(headers: headers), to: path, force: force)
      case .csvFolder: try AtomicFolder.write(csvTexts(headers: headers), to: path, force: force)
      case .graphml: try AtomicFile.write(graph, to: path, force: force)
      }
    } catch {
      throw FileProblems([error])
    }
  }

  /// The document as one YAML file, UTF-8.
  public func yamlText(headers: Headers = .english) -> [UInt8] {
    YAMLWriter(Schema.grids(of: self), headers).bytes
  }

  /// The document as CSV files, in the order of the tables; tables without rows are left out.
  public func csvTexts(headers: Headers = .english) -> [CSVText] {
    Schema.grids(of: self).filter { !$0.rows.isEmpty }.map { $0.csvText(headers) }
  }

  private static func unknownContainer(_ path: String) -> FileProblem {
    FileProblem(
      .inputOutput, at: Location(path: path),
      Bilingual(
        "不知道要写成哪种文件：扩展名请用 .yaml 或 .graphml，不带扩展名则写成 CSV 文件夹",
        "the kind of file is not clear: end the name in .yaml or .graphml, or in nothing for a folder of CSV"
      ))
  }
}

/// The content of one file of a CSV folder.
public struct CSVText: Hashable, Sendable {
  /// The table that the file holds.
  public let table: Table
  /// `products.csv`, `产品.csv`.
  public let fileName: String
  /// UTF-8 with the byte order mark that Excel needs to recognise it; lines end in CR LF.
  public let bytes: [UInt8]
}

extension Chain {
  /// Writes the chain's tables; see ``Chains/Tables/write(to:as:headers:annotations:force:)``.
  public func write(
    to path: String, as container: Container? = nil, headers: Headers = .english,
    annotations: [Annotation] = [], force: Bool = false
  ) throws(FileProblems) {
    try tables.write(
      to: path, as: container, headers: headers, annotations: annotations, force: force)
  }
}
