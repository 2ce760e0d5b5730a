import Glibc

extension SupplyNetwork {
  /// Writes `edges.bin`, by tie supplier, customer, capacity and lead time, and `nodes.bin`, by
  /// enterprise tier and sector, into a folder that exists; all as numbers of four bytes.
  func write(to folder: String) throws {
    try Self.write(
      suppliers.indices.flatMap { [suppliers[$0], customers[$0], capacities[$0], leadTimes[$0]] },
      to: folder + "/edges.bin")
    try Self.write(tiers.indices.flatMap { [tiers[$0], sectors[$0]] }, to: folder + "/nodes.bin")
  }

  private static func write(_ numbers: [UInt32], to path: String) throws {
    guard let file = unsafe fopen(path, "wb") else {
      throw WrongFact(description: "\(path) cannot be written")
    }
    let count = unsafe fwrite(numbers, 4, numbers.count, file)
    guard unsafe fclose(file) == 0, count == numbers.count else {
      throw WrongFact(description: "\(path) cannot be written")
    }
  }
}
