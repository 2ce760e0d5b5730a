public import Chains

/// A scenario as people write it, in a file or as arguments of a command, with the place of each change.
///
///     let scenario = try ScenarioDocument(reading: "scenarios/flood.yaml", for: chain)
///     let after = try scenario.outcome(in: chain).chain
///
/// The words are those of docs/scenarios.md, figures those of a chain document.
public struct ScenarioDocument: Sendable {
  public let scenario: Scenario
  /// Where each change is written.
  public let locations: [Location]
  /// What a reader should know.
  public let notices: [Notice]

  /// Reads a YAML file; `-` is the standard input.
  ///
  /// - Throws: everything in the file that is no scenario, at once.
  public init(
    reading path: String, for chain: Chain, encoding: TextEncoding? = nil
  ) throws(FileProblems) {
    let text: DecodedText
    do throws(FileProblem) {
      guard case .file(let bytes) = try InputFile.open(path) else {
        throw FileProblem(
          at: Location(path: path),
          Bilingual(
            "这是文件夹：情景是一个 YAML 文件", "this is a folder: a scenario is one YAML file"))
      }
      text = try DecodedText.decode(bytes, path: path, forced: encoding)
    } catch {
      throw FileProblems([error])
    }
    var reader = ScenarioReader(chain, path: path)
    try self.init(
      reader.read(text.bytes), notices: [text.notice(path: path)].compactMap { $0 })
  }

  /// Reads the changes given to a command; its options are what problems name as the place.
  ///
  /// - Throws: everything that is no change, at once.
  public init(
    removing removals: [String] = [], completing projects: [String] = [],
    setting settings: [String] = [], for chain: Chain
  ) throws(FileProblems) {
    var reader = ScenarioReader(chain, path: "")
    for text in settings { reader.setting(text, at: Location(path: "--set")) }
    for text in projects { reader.completion(text, at: Location(path: "--complete")) }
    for text in removals { reader.removal(text, at: Location(path: "--remove")) }
    try self.init(reader.reading(), notices: [])
  }

  private init(_ reading: ScenarioReader.Reading, notices: [Notice]) {
    self.init(
      Scenario(reading.changes, name: reading.name), locations: reading.locations,
      notices: notices)
  }

  private init(_ scenario: Scenario, locations: [Location], notices: [Notice]) {
    self.scenario = scenario
    self.locations = locations
    self.notices = notices
  }

  /// Both scenarios as one; the name is the first that there is.
  public func joined(with other: ScenarioDocument) -> ScenarioDocument {
    ScenarioDocument(
      Scenario(
        scenario.changes + other.scenario.changes, name: scenario.name ?? other.scenario.name),
      locations: locations + other.locations, notices: notices + other.notices)
  }

  /// The scenario's chain, and what differs in its tables.
  ///
  /// - Throws: everything that the chain does not have or that does not fit it, with its place.
  public func outcome(in chain: Chain) throws(FileProblems) -> ScenarioOutcome {
    do throws(ScenarioProblems) {
      return try chain.outcome(of: scenario)
    } catch {
      throw FileProblems(
        error.problems.map { problem in
          // Where all changes together are to blame, the file is the place.
          let place = problem.change.map { locations[$0] }
          return FileProblem(at: place ?? Location(path: locations.first?.path ?? ""), problem.text)
        })
    }
  }
}
