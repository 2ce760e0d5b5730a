import Chains
import Yams

/// The tree of nodes of a YAML text, whatever it is about.
enum YAMLText {
  /// The parser takes some forty bytes of memory for each byte of text.
  private static let largestText = 64 << 20

  /// The root of the only document; `nil` where the text holds nothing.
  ///
  /// - Parameter text: UTF-8.
  static func compose(_ text: [UInt8], path: String) throws(FileProblem) -> Node? {
    guard text.count <= largestText else {
      throw FileProblem(
        at: Location(path: path),
        Bilingual(
          "YAML 文件超过 64 MB：请改用 CSV 文件夹", "the YAML file is larger than 64 MB: use a folder of CSV"))
    }
    if let mark = YAMLGuard.aliasAsKey(in: text) { throw YAMLGuard.problem(at: mark, path: path) }
    let string = String(decoding: text, as: UTF8.self)
    do {
      // The basic resolver has no rules, so no scalar is matched against the patterns of YAML 1.1.
      guard let node = try Yams.compose(yaml: string, .basic), !isBlank(node) else { return nil }
      return node
    } catch let error as YamlError {
      throw FileProblem(error, path: path, text: text)
    } catch {
      throw FileProblem(
        at: Location(path: path), Bilingual("无法解析：\(error)", "it cannot be parsed: \(error)"))
    }
  }

  /// `~`, an empty value, nothing at all.
  static func isBlank(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~")
  }
}
