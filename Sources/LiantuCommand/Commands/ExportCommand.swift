import ArgumentParser
import Liantu

struct ExportCommand: ParsableCommand {
  enum Target: String, CaseIterable, ExpressibleByArgument {
    case graphml, json, csv, dot
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出给别的程序，带分析结果\nExport for other programs, with the analysis on it",
    discussion: """
      graphml 可用 Gephi、yEd、Cytoscape、networkx 等打开，也能读回同一条链；
      json 是分析结果，csv 是清单，dot 交给 Graphviz 画成分层图。
      graphml opens in Gephi, yEd, Cytoscape, networkx and igraph, and reads back
      to the same chain; json is the analysis, csv the list of findings, dot is
      drawn in layers by Graphviz.
      多种 --dialect 写成多个文件，方言名加在扩展名之前（drawn.yed.graphml）。
      Several dialects become several files, such as drawn.yed.graphml.

      Examples 示例:
        liantu export chains/battery.yaml --to graphml -o battery.graphml
        liantu export chains/battery.yaml --plain > battery.graphml
        liantu export chains/battery.yaml --dialect yed,gephi -o drawn.graphml
        liantu export chains/battery.yaml --to dot -o battery.dot   # dot -Tsvg
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graphs: DialectArguments
  @OptionGroup var answer: OutputOptions

  @Option(help: ArgumentHelp("导出成什么\nWhat to export to", valueName: "format"))
  var to: Target = .graphml

  @Flag(help: "不带分析结果  Without the analysis")
  var plain = false

  func validate() throws {
    if graphs.areGiven, to != .graphml {
      throw ValidationError(
        Bilingual(
          "--dialect 等选项只用于 --to graphml", "--dialect and the like go with --to graphml only")[
            Spoken.language])
    }
    if plain, to != .graphml {
      throw ValidationError(
        Bilingual("--plain 只用于 --to graphml", "--plain goes with --to graphml only")[
          Spoken.language])
    }
  }

  func run() throws {
    let document = try input.document(isQuiet: answer.quiet)
    let chain = document.chain
    func analysis() throws(Failure) -> Analysis {
      try view.analysis(of: chain, answer.progressLine)
    }
    let bytes: [UInt8]
    switch to {
    case .graphml:
      let tables = chain.tables
      // Even where nothing is asked of it, a region must be one.
      _ = try view.settings(for: chain)
      let annotations = plain ? [] : try analysis().annotations
      let files = DialectFiles(
        arguments: graphs, language: answer.language, isQuiet: answer.quiet)
      return try files.write(to: answer.output, force: answer.force) { dialect, sink in
        do {
          return try tables.writeGraphML(
            for: dialect, options: graphs.options, annotations: annotations, to: sink)
        } catch let error as FileProblems {
          throw Failure(error)
        }
      }
    case .json:
      bytes = Array(
        AnalysisJSON(try analysis(), version: Version.text) {
          document.location(of: $0).description
        }.text.utf8)
    case .csv:
      let mark = answer.output == nil ? "" : "\u{FEFF}"
      bytes = Array((mark + FindingList(try analysis(), language: answer.language).csv).utf8)
    case .dot:
      bytes = Array(AnalysisDOT(try analysis(), language: answer.language).text.utf8)
    }
    try answer.deliver(bytes)
  }
}
