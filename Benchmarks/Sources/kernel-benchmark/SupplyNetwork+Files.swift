import Glibc

extension SupplyNetwork {
  /// Writes the network into a folder that exists: `edges.bin`, by tie supplier, customer, capacity and
  /// lead time, and `nodes.bin`, by enterprise tier and sector, all as numbers of four bytes; and the ties
  /// once more as text, `edges.csv`.
  func write(to folder: String) throws {
    try Self.write(
      suppliers.indices.flatMap { [suppliers[$0], customers[$0], capacities[$0], leadTimes[$0]] },
      to: folder + "/edges.bin")
    try Self.write(tiers.indices.flatMap { [tiers[$0], sectors[$0]] }, to: folder + "/nodes.bin")
    try Self.write(Array(text.utf8), to: folder + "/edges.csv")
  }

  private var text: String {
    var text = "source,target,capacity,lead\n"
    for tie in suppliers.indices {
      text += "\(suppliers[tie]),\(customers[tie]),\(capacities[tie]),\(leadTimes[tie])\n"
    }
    return text
  }

  private static func write<Number: FixedWidthInteger>(_ numbers: [Number], to path: String) throws
  {
    guard let file = unsafe fopen(path, "wb") else {
      throw WrongFact(description: "\(path) cannot be written")
    }
    let count = unsafe fwrite(numbers, MemoryLayout<Number>.size, numbers.count, file)
    guard unsafe fclose(file) == 0, count == numbers.count else {
      throw WrongFact(description: "\(path) cannot be written")
    }
  }
}

/// Supplier and customer of each tie, read back from `edges.bin` without generating the network, which
/// would take memory of its own.
func ends(in folder: String) throws -> (suppliers: [UInt32], customers: [UInt32]) {
  let path = folder + "/edges.bin"
  guard let file = unsafe fopen(path, "rb") else {
    throw WrongFact(description: "\(path) cannot be read")
  }
  defer { unsafe fclose(file) }
  var suppliers: [UInt32] = []
  var customers: [UInt32] = []
  var tie: [UInt32] = [0, 0, 0, 0]
  while unsafe fread(&tie, 4, 4, file) == 4 {
    suppliers.append(tie[0])
    customers.append(tie[1])
  }
  return (suppliers, customers)
}
