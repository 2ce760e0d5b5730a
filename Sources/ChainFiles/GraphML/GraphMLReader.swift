import Chains
import GraphML

extension DocumentReading {
  /// Reads the tables from a GraphML file.
  mutating func readGraphML(_ bytes: [UInt8], path: String, _ options: ReadingOptions) {
  }
}
