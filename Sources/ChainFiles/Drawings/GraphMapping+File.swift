import Chains

extension GraphMapping {
  /// Adds what a YAML file says: a line for each thing to say, as ``set(_:to:)`` takes them; words may be a list.
  ///
  /// ```yaml
  /// kind: type
  /// enterprises: [firm, plant]
  /// capacity: cap_2023
  /// ```
  /// - Throws: what is wrong with the file, line by line.
  public mutating func add(fileAt path: String) throws(FileProblems) {
    var problems: [FileProblem] = []
    do throws(FileProblem) {
      guard case .file(let bytes) = try InputFile.open(path) else {
        throw FileProblem(at: Location(path: path), Self.notAMapping)
      }
      let text = try DecodedText.decode(bytes, path: path, forced: nil)
      for (what, value, line) in try Self.entries(of: text.bytes, path: path) {
        do throws(FileProblem) {
          try set(what, to: value)
        } catch {
          problems.append(
            FileProblem(at: Location(path: path, line: line), value: error.value, error.text))
        }
      }
    } catch {
      problems.append(error)
    }
    if !problems.isEmpty { throw FileProblems(problems) }
  }

  private static func entries(
    of text: [UInt8], path: String
  ) throws(FileProblem) -> [(what: String, value: String, line: Int)] {
    guard case .mapping(let lines, _) = try YAMLComposer.compose(text, path: path) else {
      throw FileProblem(at: Location(path: path), notAMapping)
    }
    var entries: [(what: String, value: String, line: Int)] = []
    for line in lines {
      guard let words = line.value.words else {
        throw FileProblem(at: Location(path: path, line: line.key.mark.line), notAMapping)
      }
      entries.append((line.key.text, words.joined(separator: ","), line.key.mark.line))
    }
    return entries
  }

  private static let notAMapping = Bilingual(
    "映射文件每行写一项，如“capacity: 属性名”，词可以写成列表",
    "a mapping file has a line for each thing, such as “capacity: attribute”; words may be a list")
}
