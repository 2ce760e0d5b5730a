internal import Glibc
internal import GraphML

/// The bytes of a file for the length of a call: what `MappedFile` lends, without the file.
///
/// A span can neither be kept in a value that several threads share nor start at mapped memory without
/// `unsafe`; so the pointer is here, and nowhere else in reading. The type is safe but for its lifetime:
/// every access is checked against the bounds, and whoever lends the bytes keeps them until the call
/// returns. Nobody writes to them, so that threads may share them (`@unchecked Sendable`).
@safe
struct FileBytes: @unchecked Sendable {
  private let base: UnsafeRawPointer?
  let count: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe base = bytes.baseAddress
    count = bytes.count
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 {
    precondition(place >= 0 && place < count, "within the file")
    return unsafe base.unsafelyUnwrapped.load(fromByteOffset: place, as: UInt8.self)
  }

  /// A part of the bytes, with places of its own.
  subscript(range: Range<Int>) -> FileBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "within the file")
    return unsafe FileBytes(
      UnsafeRawBufferPointer(start: base.map { unsafe $0 + range.lowerBound }, count: range.count))
  }

  /// A number at any place, in the byte order of the machine.
  @inline(__always)
  func load<Number: BitwiseCopyable>(_ place: Int, as type: Number.Type) -> Number {
    precondition(place >= 0 && place <= count - MemoryLayout<Number>.size, "within the file")
    return unsafe base.unsafelyUnwrapped.loadUnaligned(fromByteOffset: place, as: type)
  }

  func starts(with bytes: [UInt8]) -> Bool {
    count >= bytes.count && bytes.indices.allSatisfy { self[$0] == bytes[$0] }
  }

  /// Where a byte is first found from a place on.
  func firstIndex(of byte: UInt8, from place: Int = 0) -> Int? {
    guard place < count, let base = unsafe base else { return nil }
    let found = unsafe memchr(base + place, Int32(byte), count - place)
    return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
  }

  /// How often a byte is there.
  func count(of byte: UInt8) -> Int {
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var total = 0
    var place = 0
    while place + 8 <= count {
      // A byte of `other` is 0 where the wanted one stands; only there does its highest bit stay 0.
      let other = load(place, as: UInt64.self) ^ wanted
      total &+= (~(((other & low) &+ low) | other | low)).nonzeroBitCount
      place += 8
    }
    while place < count {
      if self[place] == byte { total += 1 }
      place += 1
    }
    return total
  }

  /// The bytes as text; nil if they are not UTF-8.
  var text: String? {
    unsafe String(validating: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// The bytes as text, with replacement characters where they are not UTF-8.
  var anyText: String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
  }

  var array: [UInt8] { unsafe Array(UnsafeRawBufferPointer(start: base, count: count)) }

  /// The bytes as elements of an array; their count must be a multiple of an element's.
  func elements<Element: BitwiseCopyable>(_ count: Int) -> [Element] {
    precondition(count * MemoryLayout<Element>.stride == self.count, "whole elements")
    // Of nothing the length would be written into the empty array that all threads share.
    guard count > 0 else { return [] }
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(start: base, count: self.count))
      filled = count
    }
  }

  /// Calls with the bytes as a span.
  @inline(__always)
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = unsafe UnsafeBufferPointer(
      start: base?.assumingMemoryBound(to: UInt8.self), count: count)
    return body(unsafe Span(_unsafeElements: bytes))
  }
}

extension [UInt8] {
  /// Calls with the bytes as those of a file.
  func withFileBytes<Result, Failure: Error>(
    _ body: (FileBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBufferPointer { (bytes) throws(Failure) -> Result in
      try body(unsafe FileBytes(UnsafeRawBufferPointer(bytes)))
    }
  }
}

/// The memory of one column while threads fill it.
///
/// An array that several threads write to would be copied by the first of them, hence the pointer. The
/// type is safe but for its lifetime, as `FileBytes` is: every row is checked against the bounds. Each
/// thread writes rows of its own (`@unchecked Sendable`).
@safe
struct ColumnMemory: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer?
  private let count: Int

  init(_ bytes: UnsafeMutableRawBufferPointer) {
    unsafe base = bytes.baseAddress
    count = bytes.count
  }

  static var none: ColumnMemory {
    unsafe ColumnMemory(UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }

  @inline(__always)
  func store<Number: BitwiseCopyable>(_ number: Number, _ row: Int) {
    let size = MemoryLayout<Number>.stride
    precondition(row >= 0 && (row + 1) * size <= count, "a row of the column")
    unsafe base.unsafelyUnwrapped.storeBytes(
      of: number, toByteOffset: row * size, as: Number.self)
  }
}
