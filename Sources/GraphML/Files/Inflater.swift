internal import CZlib

/// Takes a gzip file apart, in pieces: a class, because zlib keeps the address of its state.
///
/// The type is safe: the state is allocated and freed with the object, and zlib sees the arrays only during a call.
@safe
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  /// The number of bytes of `input` that are used up.
  private var used = 0
  /// Whether the last member has ended; another may follow.
  private(set) var isAtEnd = false
  /// The bytes that came in and those that came out.
  private(set) var (read, written) = (0, 0)

  /// What is wrong with the compressed bytes.
  struct Damage: Error {
    let reason: String
  }

  init() throws(Damage) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe liantuInflateInit(stream) != Z_OK { throw Damage(reason: "zlib") }
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Whether more compressed bytes are needed.
  var isHungry: Bool { used == input.count }

  /// Takes the next compressed bytes, when the earlier ones are used up.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    used = 0
    read += bytes.count
  }

  /// The next plain bytes, at most `count`; empty if the compressed ones are used up.
  func inflate(upTo count: Int) throws(Damage) -> [UInt8] {
    if isHungry { return [] }
    if isAtEnd {
      _ = unsafe inflateReset(stream)
      isAtEnd = false
    }
    var status = Z_OK
    let rest = input.count - used
    let output = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + used }
        unsafe stream.pointee.avail_in = UInt32(rest)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(count)
        status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
      filled = unsafe count - Int(stream.pointee.avail_out)
    }
    used += unsafe rest - Int(stream.pointee.avail_in)
    written += output.count
    isAtEnd = status == Z_STREAM_END
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw Damage(reason: unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib")
    }
    return output
  }
}
