/// The layout of a snapshot, version 1; docs/graphs.md describes it for other programs.
///
///     0  8  the magic word
///     8  4  the version
///    12  4  the byte order: 0x01020304 as the machine writes it
///    16  8  the length of the file
///    24  4  the number of sections
///    28  4  0
///    32  8  the checksum of the bytes 0..<32 and of the table of sections
///    40     the table: 32 bytes a section
///           the sections, each at a multiple of 64 bytes
enum SnapshotFormat {
  /// The first byte is none of a text, the last two find files that a mail program changed.
  static let magic: [UInt8] = [0x89, 0x4C, 0x54, 0x47, 0x52, 0x46, 0x0D, 0x0A]
  static let version: UInt32 = 1
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerLength = 40
  static let entryLength = 32
  static let alignment = 64
  /// No honest graph has more: attributes take up to six sections each.
  static let mostSections = 200_000

  /// What a section holds.
  enum Kind: UInt32 {
    /// Name, direction and columns, as `SnapshotDescription` writes them.
    case description = 1
    case sources = 2
    case targets = 3
    case directions = 4
    case nodeIDBytes = 5
    case nodeIDEnds = 6
    case edgeIDBytes = 7
    case edgeIDEnds = 8
    case parents = 9
    /// The rows of a column; `index` is the number of the column.
    case rows = 16
    case stated = 17
    case textBytes = 18
    case textEnds = 19
  }

  /// An entry of the table: where a section is, and the checksum of its bytes.
  struct Entry {
    let kind: UInt32
    let index: UInt32
    let offset: UInt64
    let length: UInt64
    let checksum: UInt64
  }
}

/// A checksum that finds damage, at the speed of memory; no protection against forgery, against which every section is
/// checked for sense.
///
/// Four sums of 64-bit words run side by side, each word folded in by a multiplication as in FNV-1a.
struct Checksum {
  static func of(_ bytes: FileBytes) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var (a, b, c, d) = (prime, prime &* 3, prime &* 5, prime &* 7)
    var place = 0
    while place + 32 <= bytes.count {
      a = (a ^ word(bytes, place)) &* prime
      b = (b ^ word(bytes, place + 8)) &* prime
      c = (c ^ word(bytes, place + 16)) &* prime
      d = (d ^ word(bytes, place + 24)) &* prime
      a ^= a >> 32
      b ^= b >> 32
      c ^= c >> 32
      d ^= d >> 32
      place += 32
    }
    while place < bytes.count {
      a = (a ^ UInt64(bytes[place])) &* prime
      a ^= a >> 32
      place += 1
    }
    var sum = UInt64(bytes.count)
    for part in [a, b, c, d] {
      sum = (sum ^ part) &* prime
      sum ^= sum >> 29
    }
    return sum
  }

  private static func word(_ bytes: FileBytes, _ place: Int) -> UInt64 {
    bytes.load(place, as: UInt64.self)
  }
}

extension [UInt8] {
  /// Adds the bytes of a number in the byte order of the machine.
  mutating func append(bytesOf number: some FixedWidthInteger) {
    let ordered = number.littleEndian
    for place in 0..<number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: ordered >> (place * 8)))
    }
  }
}
