public import Chains

/// A chain read from a file or a folder, with the place in the files of all that it holds.
///
/// ```swift
/// let document = try ChainDocument(reading: "chains/parts.yaml")
/// print(document.chain, document.location(of: Place(.products, row: 0, .value)))
/// ```
public struct ChainDocument: Sendable {
  /// What was read, as it was named.
  public let path: String
  /// What kind of file it was.
  public let container: Container
  /// The chain that the document describes.
  public let chain: Chain
  /// The tables as they are written: before references became ids and implied rows were added.
  public let tables: Tables
  /// What a reader should know, in file order.
  public let notices: [Notice]
  private let origins: [Table: TableOrigin]

  /// Reads the file or the folder at `path`; `-` is the standard input.
  /// - Throws: everything that is wrong, of all files at once.
  public init(reading path: String, options: ReadingOptions = ReadingOptions()) throws(FileProblems)
  {
    var document = DocumentReading()
    let container: Container
    do throws(FileProblem) {
      switch try InputFile.open(path) {
      case .file(let bytes):
        container = try document.read(bytes, path: path, options)
      case .folder(let names):
        container = .csvFolder
        let folder = CSVFolder(path, names: names, encoding: options.encoding, into: &document)
        document.read(folder.tables)
      }
    } catch {
      throw FileProblems([error])
    }
    try self.init(document, path, container, options)
  }

  /// Reads the bytes of one YAML or GraphML file; `name` is what problems call it.
  /// - Throws: everything that is wrong, at once.
  public init(
    bytes: [UInt8], name: String = "-", options: ReadingOptions = ReadingOptions()
  ) throws(FileProblems) {
    var document = DocumentReading()
    let container: Container
    do throws(FileProblem) {
      container = try document.read(bytes, path: name, options)
    } catch {
      throw FileProblems([error])
    }
    try self.init(document, name, container, options)
  }

  private init(
    _ document: DocumentReading, _ path: String, _ container: Container, _ options: ReadingOptions
  ) throws(FileProblems) {
    chain = try document.chain(path: path, asOf: options.asOf)
    tables = document.tables
    notices = document.notices.enumerated()
      .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
      .map(\.element)
    origins = document.origins
    self.path = path
    self.container = container
  }

  /// Where `place` is written: the cell, else its row, else its table, else the document.
  public func location(of place: Place) -> Location {
    origins[place.table]?.location(row: place.row, place.field)
      ?? Location(path: path, table: place.table)
  }
}

extension DocumentReading {
  /// Reads a document that is one file, by its extension and, where that says nothing, by its first character.
  fileprivate mutating func read(
    _ bytes: [UInt8], path: String, _ options: ReadingOptions
  ) throws(FileProblem) -> Container {
    switch fileExtension(of: path) {
    case "xlsx", "xls", "et", "ods": throw Self.unsupported(path, Self.workbook)
    case "csv", "tsv": throw Self.unsupported(path, Self.oneTable)
    default: break
    }
    let isXML = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) } == 0x3C
    if isXML || fileExtension(of: path) == "graphml" {
      readGraphML(bytes, path: path, options)
      return .graphml
    }
    let text = try DecodedText.decode(bytes, path: path, forced: options.encoding)
    if let notice = text.notice(path: path) { notices.append(notice) }
    read(YAMLReader(text.bytes, path: path, into: &self).tables)
    return .yaml
  }

  private static func unsupported(_ path: String, _ text: Bilingual) -> FileProblem {
    FileProblem(at: Location(path: path), text)
  }

  private static let workbook = Bilingual(
    "还不能直接读取工作簿：请在 Excel 中把每张表另存为 CSV UTF-8（文件名即表名，如 产品.csv），放进一个文件夹，再读这个文件夹",
    "workbooks cannot be read yet: save each sheet as “CSV UTF-8” (named after the table, such as products.csv) "
      + "in one folder and read the folder")

  private static let oneTable = Bilingual(
    "一个 CSV 文件只是一张表：请把各表的 CSV 放进一个文件夹，再读这个文件夹",
    "one CSV file is one table only: put the files of all tables in one folder and read the folder")
}
