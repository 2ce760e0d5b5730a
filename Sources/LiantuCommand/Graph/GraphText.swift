import Liantu

/// The answer as a person reads it at a terminal.
struct GraphText {
  let answer: GraphAnswer
  let language: Language
  let style: Style
  let width: Int
  /// Rows of each list.
  let limit: Int
  /// How the reader called the program, for the commands that are suggested.
  let program: String

  var text: String {
    var lines = head
    for (measure, result) in answer.results { lines += section(measure, result) }
    return (lines + suggestions).joined(separator: "\n") + "\n"
  }

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  // MARK: - The graph

  private var head: [String] {
    let graph = answer.properties
    let kind =
      switch answer.reading.format {
      case .graphML: "GraphML"
      case .edgeList: say("边表", "edge list")
      case .snapshot: say("快照", "snapshot")
      }
    let edgeWords =
      answer.network.isDirected
      ? say("有向边 \(number(graph.edgeCount))", "\(number(graph.edgeCount)) directed edges")
      : graph.directions.isEmpty || answer.direction == .undirected
        ? say("无向边 \(number(graph.edgeCount))", "\(number(graph.edgeCount)) undirected edges")
        : say(
          "边 \(number(graph.edgeCount))（有向、无向都有）", "\(number(graph.edgeCount)) edges, some directed"
        )
    let loops = answer.loopCount
    let parallels = answer.parallelCount
    var parts = [
      answer.path, kind, say("点 \(number(graph.nodeCount))", "\(number(graph.nodeCount)) nodes"),
      edgeWords,
    ]
    if answer.direction == .reversed { parts.append(say("边已反向", "edges turned round")) }
    if loops > 0 {
      parts.append(
        say("自环 \(number(loops))", "\(number(loops)) self-\(loops == 1 ? "loop" : "loops")"))
    }
    if parallels > 0 {
      parts.append(
        say(
          "平行边 \(number(parallels))",
          "\(number(parallels)) parallel \(parallels == 1 ? "edge" : "edges")"))
    }
    var lines = parts.packed(to: width, separator: " · ")
    if lines[0].hasPrefix(answer.path) {
      lines[0] = style(answer.path, .bold) + lines[0].dropFirst(answer.path.count)
    }
    if let list = answer.reading.edgeList { lines.append(ends(list)) }
    lines += columns(say("点的属性", "node columns"), graph.nodeColumns)
    lines += columns(say("边的属性", "edge columns"), graph.edgeColumns)
    return lines
  }

  /// Which columns were taken as ends: what no program can be sure of.
  private func ends(_ list: GraphFile.EdgeList) -> String {
    let (source, target) = (list.sourceColumn, list.targetColumn)
    let header = list.hasHeader ? say("首行为表头", "first row is a header") : say("没有表头", "no header")
    let text = say(
      "\(header)；起点列“\(source)”，终点列“\(target)”", "\(header); edges from “\(source)” to “\(target)”")
    return style(text.truncated(to: width), .faint)
  }

  private func columns(_ name: String, _ columns: [PropertyGraph.Column]) -> [String] {
    guard !columns.isEmpty else { return [] }
    let shown = columns.prefix(12).map { "\($0.name) (\($0.kind.rawValue))" }
    let rest = columns.count - shown.count
    let more = rest > 0 ? [say("另有 \(rest) 个", "\(rest) more")] : []
    return ((["\(name): \(shown[0])"] + shown.dropFirst()) + more)
      .packed(to: width, separator: ", ").map { style($0, .faint) }
  }

  // MARK: - Measures

  private func section(_ measure: Measure, _ result: MeasureResult) -> [String] {
    let name = measure.name[language]
    let title =
      name.lowercased() == measure.key
      ? style(name, .bold) : style(name, .bold) + "  " + style(measure.key, .faint)
    var lines = ["", title]
    let short = result.facts.compactMap { fact in
      plain(fact.value).map { "\(fact.name[language]) \($0)" }
    }
    lines += short.packed(to: width - 2, separator: " · ").map { "  " + $0 }
    for fact in result.facts { lines += list(fact) }
    for column in result.nodeColumns where column.isRanked {
      lines += ranking(column) { answer.title(of: $0) }
    }
    for column in result.edgeColumns where column.isRanked {
      lines += ranking(column) { answer.title(ofEdge: $0) }
    }
    return lines
  }

  /// A fact that fits beside others; nil for lists.
  private func plain(_ value: MeasureResult.Value) -> String? {
    switch value {
    case .count(let count): number(count)
    case .number(let value): value.map { Numerals.amount($0) } ?? "—"
    case .vertices(let vertices) where vertices.isEmpty: say("无", "none")
    case .edges(let edges) where edges.isEmpty: say("无", "none")
    case .paths(let paths) where paths.isEmpty: say("无", "none")
    case .groups(let groups) where groups.isEmpty: say("无", "none")
    case .vertices, .edges, .paths, .groups: nil
    }
  }

  private func list(_ fact: MeasureResult.Fact) -> [String] {
    let items: [String]
    let separator: String
    switch fact.value {
    case .count, .number: return []
    case .vertices(let vertices):
      items = vertices.prefix(limit * 2).map { answer.title(of: $0) }
      separator = fact.key == "cycle" ? " → " : say("、", ", ")
      return packed(fact, items, vertices.count, separator)
    case .edges(let edges):
      items = edges.prefix(limit * 2).map { answer.title(ofEdge: $0) }
      return packed(fact, items, edges.count, say("；", "; "))
    case .groups(let groups):
      items = groups.prefix(limit * 2).map { group in
        group.map { answer.title(of: $0) }.joined(separator: " + ")
      }
      return packed(fact, items, groups.count, say("；", "; "))
    case .paths(let paths):
      return paths.enumerated().flatMap { index, path in
        let names = path.vertices.map { answer.title(of: $0) }.joined(separator: " → ")
        return "\(index + 1)  \(Numerals.amount(path.length))  \(names)"
          .wrapped(to: width - 2).map { "  " + $0 }
      }
    }
  }

  private func packed(
    _ fact: MeasureResult.Fact, _ items: [String], _ count: Int, _ separator: String
  ) -> [String] {
    guard let first = items.first else { return [] }
    let rest = count - items.count
    let more = rest > 0 ? [say("另有 \(number(rest)) 项", "\(number(rest)) more")] : []
    let colon = say("：", ": ")
    return (["\(fact.name[language])\(colon)\(first)"] + items.dropFirst() + more)
      .packed(to: width - 2, separator: separator).map { "  " + $0 }
  }

  private func ranking(_ column: ResultColumn, _ title: (Int) -> String) -> [String] {
    let rows = column.best(limit)
    guard !rows.isEmpty else { return [] }
    let figures = rows.map { column.figure($0).map { Numerals.amount($0) } ?? "" }
    let figureWidth = figures.map(\.displayWidth).max() ?? 0
    let titles = rows.map { title($0).truncated(to: width - 6 - figureWidth - 2) }
    let titleWidth = titles.map(\.displayWidth).max() ?? 0
    let heading = style("  \(column.name[language])", .faint)
    return [heading]
      + rows.indices.map { index in
        "\(index + 1)".padded(to: 4, trailing: true) + "  "
          + titles[index].padded(to: titleWidth) + "  "
          + figures[index].padded(to: figureWidth, trailing: true)
      }
  }

  private func number(_ count: Int) -> String { Numerals.amount(Double(count)) }

  // MARK: - What next

  private var suggestions: [String] {
    let file = answer.path == "-" ? "FILE" : shellQuoted(answer.path)
    let known = Set(answer.results.map(\.measure.key))
    var lines: [String] = []
    if !known.contains("betweenness") {
      let samples = answer.properties.nodeCount > 20_000 ? " --samples 200" : ""
      lines += [
        "  # " + say("最短路经过谁", "who is on the shortest paths"),
        "  \(program) graph \(file) -m betweenness\(samples)",
      ]
    }
    if !known.contains("dominators") {
      lines += [
        "  # " + say("从源头来的路都要经过谁", "what every way from the beginning passes"),
        "  \(program) graph \(file) -m dominators",
      ]
    }
    lines += [
      "  # " + say("结果写进 GraphML，用 Gephi 或 yEd 打开", "all of it on the nodes, for Gephi or yEd"),
      "  \(program) graph \(file) -o measured.graphml",
    ]
    return ["", style(say("接下来", "Next"), .bold)] + lines
  }
}
