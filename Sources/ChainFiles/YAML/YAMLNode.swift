/// A YAML text as a tree; an alias is what it stands for, with the mark of its anchor.
enum YAMLNode {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], Mark)
  case mapping([YAMLEntry], Mark)

  var mark: Mark {
    switch self {
    case .scalar(let scalar): scalar.mark
    case .sequence(_, let mark), .mapping(_, let mark): mark
    }
  }

  /// `~`, an empty value, nothing at all.
  var isBlank: Bool {
    if case .scalar(let scalar) = self { scalar.isBlank } else { false }
  }
}

extension YAMLNode {
  /// A scalar as a list of one, or a list of scalars; `nil` for anything else.
  var words: [String]? {
    switch self {
    case .scalar(let scalar): return [scalar.text]
    case .mapping: return nil
    case .sequence(let items, _):
      let words = items.compactMap { if case .scalar(let scalar) = $0 { scalar.text } else { nil } }
      return words.count == items.count ? words : nil
    }
  }
}

/// A scalar as the text that is written: `no` is the word no and `012` is not 10.
struct YAMLScalar {
  let text: String
  let mark: Mark
  /// Written without quotes.
  let isPlain: Bool

  var isBlank: Bool { isPlain && (text.isEmpty || text == "~") }
}

/// A key of a mapping with its value.
struct YAMLEntry {
  let key: YAMLScalar
  let value: YAMLNode
}
