/// The kinds of file that hold a chain document.
public enum Container: String, CaseIterable, Hashable, Sendable {
  /// One YAML file, a list a table.
  case yaml
  /// A folder with a CSV file a table.
  case csvFolder = "csv"
  /// One GraphML file, as viewers read it.
  case graphml

  /// The container that a path is written in, by its extension: `.yaml`, `.yml`, `.graphml`; a folder where it has
  /// none or ends in a slash. `nil` for any other extension.
  public init?(path: String) {
    if path.hasSuffix("/") {
      self = .csvFolder
      return
    }
    switch fileExtension(of: path) {
    case "yaml", "yml": self = .yaml
    case "graphml": self = .graphml
    case "": self = .csvFolder
    default: return nil
    }
  }
}
