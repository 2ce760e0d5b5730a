import Glibc
import GraphFiles
import Graphs

/// Measures the reading of a file of edges or of a snapshot: the columns alone, then with the graph that
/// algorithms walk. `serve FILE` is for `peers/compare.py`.
@main
struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { return print("edges-benchmark FILE [THREADS] [RUNS]") }
    if arguments[1] == "serve", arguments.count == 3 { return try serve(arguments[2]) }
    var options = GraphFile.Options()
    options.threads = arguments.count > 2 ? max(1, Int(arguments[2]) ?? 1) : 1
    let runs = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 5) : 5
    var columns: [Times] = []
    var graphs: [Times] = []
    for _ in 0..<runs {
      let start = Times.now
      let reading = try GraphFile.read(path: arguments[1], options: options)
      let read = Times.now
      let network = try Network(reading.graph, threads: options.threads)
      let end = Times.now
      columns.append(read - start)
      graphs.append(end - start)
      print("\(network.graph.vertexCount) nodes, \(network.graph.edgeCount) edges")
    }
    report("columns", columns)
    report("columns and graph", graphs)
  }

  /// Prints how many edges there are, as the fact of both cases, then for each name of a case that it
  /// reads how long it took to read the file and build the graph: `csv` with one thread, `csv@2` with two.
  private static func serve(_ path: String) throws {
    let count = try read(path, threads: 1).edgeCount
    answer("{\"csv\": [\(count)], \"csv@2\": [\(count)]}")
    while let name = readLine() {
      let start = Times.now
      let graph = try read(path, threads: name.hasSuffix("@2") ? 2 : 1)
      let time = Times.now - start
      precondition(graph.edgeCount == count, "the file has changed")
      answer("{\"wall\": \(time.wall), \"cpu\": \(time.processor)}")
    }
  }

  private static func read(_ path: String, threads: Int) throws -> Digraph {
    var options = GraphFile.Options()
    options.threads = threads
    let reading = try GraphFile.read(path: path, options: options)
    return try Network(reading.graph, threads: threads).graph
  }

  private static func answer(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static func report(_ name: String, _ times: [Times]) {
    let wall = times.map(\.wall).sorted()
    let processor = times.map(\.processor).sorted()
    print(
      "\(name): wall median \(wall[wall.count / 2]) min \(wall[0]), "
        + "processor median \(processor[processor.count / 2]) min \(processor[0]) ms")
  }
}

/// Milliseconds on the clock and of all processors.
struct Times {
  let wall: Double
  let processor: Double

  static var now: Times {
    Times(wall: milliseconds(CLOCK_MONOTONIC), processor: milliseconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func milliseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec * 1_000_000 + time.tv_nsec / 1000) / 1000
  }

  static func - (end: Times, start: Times) -> Times {
    Times(wall: end.wall - start.wall, processor: end.processor - start.processor)
  }
}
