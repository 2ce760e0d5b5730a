import Glibc
import GraphML

/// Generates a GraphML file, and measures one of the readers or the writer on a file, one a run so that the peak of memory
/// is its own.
@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    let path = arguments.count > 2 ? arguments[2] : ""
    switch (arguments.dropFirst().first, arguments.count) {
    case ("generate", 4):
      guard let nodes = Int(arguments[3]), nodes > 0,
        let length = Network(nodeCount: nodes, seed: 42).write(to: path)
      else { throw Failure(reason: "cannot write \(path)") }
      print("\(nodes) nodes, \(3 * nodes) edges, \(length) bytes")
    case ("columns", 3):
      let graph = try measure("columns", megabytes: megabytes(path)) {
        try PropertyGraph.read(path: path).graph
      }
      try check(graph)
    case ("document", 3):
      let document = try measure("document", megabytes: megabytes(path)) {
        try GraphMLDocument.read(path: path).document
      }
      print("\(document.graphs[0].nodes.count) nodes, \(document.graphs[0].edges.count) edges")
    case ("inspect", 3):
      let inspection = try measure("inspect", megabytes: megabytes(path)) {
        try GraphMLDocument.inspect(path: path)
      }
      print("\(inspection.lint(for: GraphMLDocument.Program.allCases).count) things that programs mind")
    case ("copy", 3):
      var length = 0
      try measure("copy", megabytes: megabytes(path)) {
        try GraphMLDocument.copy(path: path) { length += $0.count }
      }
      print("\(length) bytes")
    case ("dialects", 3):
      let document = try GraphMLDocument.read(path: path).document
      for dialect in GraphMLDocument.Dialect.allCases where dialect != .strict {
        let start = clock()
        let file = try document.file(for: dialect)
        report(dialect.rawValue, Double(file.bytes.count) / 1e6, since: start)
      }
    case ("write", 3):
      let document = try GraphMLDocument.read(path: path).document
      var length = 0
      for _ in 0..<3 {
        length = 0
        let start = clock()
        try document.write { length += $0.count }
        report("write", Double(length) / 1e6, since: start)
      }
    default:
      print(
        "graphml-benchmark generate FILE NODES | columns, document, copy, dialects or write FILE")
    }
    print("peak \(peak) MB")
  }

  @discardableResult
  private static func measure<Value>(
    _ name: String, megabytes: Double, _ work: () throws -> Value
  ) throws -> Value {
    let start = clock()
    let value = try work()
    report(name, megabytes, since: start)
    return value
  }

  private static func report(_ name: String, _ megabytes: Double, since start: clock_t) {
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print("\(name): \(seconds) s processor time, \(megabytes / seconds) MB/s")
  }

  /// The volume of all edges, and that no value is missing.
  private static func check(_ graph: PropertyGraph) throws {
    print("\(graph.nodeCount) nodes, \(graph.edgeCount) edges")
    let columns = graph.nodeColumns + graph.edgeColumns
    guard columns.allSatisfy({ $0.statedCount == $0.count }), columns.count == 6,
      let volumes = graph.edgeColumn("volume")?.doubles
    else { throw Failure(reason: "a value is missing") }
    print("total volume \(volumes.reduce(0, +))")
  }

  private static func megabytes(_ path: String) throws -> Double {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw Failure(reason: "no \(path)") }
    return Double(status.st_size) / 1e6
  }

  /// The most memory that the process has had, in 10⁶ bytes.
  private static var peak: Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024 / 1_000_000
  }
}

/// Why the measurement ended.
struct Failure: Error {
  let reason: String
}
