import Glibc
import Graphs

/// Measures the algorithms on generated networks, and checks what they answer.
///
/// The arguments say what: `failures`, `failures-large`, `S`, `M` or `L`; `S`, `M` and `failures` without
/// arguments. `serve M`, `write M FOLDER` and `strong-peak FOLDER VERTICES` are for `peers/compare.py`.
@main
struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("serve", 2): try serve(Example(arguments[1]))
    case ("write", 3): try Example(arguments[1]).network.write(to: arguments[2])
    case ("strong-peak", 3): try strongPeak(arguments[1], vertexCount: Int(arguments[2]) ?? 0)
    default:
      for argument in arguments.isEmpty ? ["S", "M", "failures"] : arguments {
        switch argument {
        case "failures": try Failures.run()
        case "failures-large": try Failures.runLarge()
        default: try printTable(Example(argument))
        }
      }
    }
  }

  private static func printTable(_ example: Example) throws {
    print("\(example.name): ms of processor time, minimum and median; wall, median")
    for isStored in [false, true] {
      for item in try GraphCases(example.network, example.facts, isStored: isStored).all {
        let time = try item.measure(item.isLong && example.name == "L" ? 1 : example.trials)
        print(
          "  \(padded(item.name, 24))\(padded(time.minimum.milliseconds, 10))"
            + "\(padded(time.median.milliseconds, 10))\(time.wallMedian.milliseconds)")
      }
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// Prints the facts of all cases, then for each name that it reads how long that case took.
  private static func serve(_ example: Example) throws {
    let cases = try [false, true].flatMap {
      try GraphCases(example.network, example.facts, isStored: $0).all
    }
    let facts = cases.map { "\"\($0.name)\": \($0.facts)" }
    answer("{\(facts.joined(separator: ", "))}")
    while let name = readLine() {
      guard let item = cases.first(where: { $0.name == name }) else {
        throw WrongFact(description: "there is no case \(name)")
      }
      let time = try item.measure(1)
      answer("{\"wall\": \(time.wallMedian), \"cpu\": \(time.minimum)}")
    }
  }

  private static func answer(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Strong components in a process of its own, so that the peak of memory is theirs: prints how many
  /// there are and how far the peak rose above what the bare program takes.
  private static func strongPeak(_ folder: String, vertexCount: Int) throws {
    let before = peakMemory
    let (suppliers, customers) = try ends(in: folder)
    let graph = try Digraph(vertexCount: vertexCount, sources: suppliers, targets: customers)
    let count = graph.stronglyConnectedComponents().count
    answer("{\"answer\": [\(count)], \"peak\": \(peakMemory - before)}")
  }
}
