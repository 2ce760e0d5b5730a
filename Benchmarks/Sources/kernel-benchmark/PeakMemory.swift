import Glibc

/// The most memory that this program has had at once, in bytes; 0 where the system does not say.
///
/// Not that of `getrusage`, which begins with what the program had that started this one.
var peakMemory: Int {
  guard let file = unsafe fopen("/proc/self/status", "r") else { return 0 }
  defer { unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 14)
  let count = unsafe fread(&bytes, 1, bytes.count, file)
  let line = bytes[..<count].split(separator: UInt8(ascii: "\n"))
    .first { $0.starts(with: Array("VmHWM:".utf8)) }
  let digits = (line ?? []).filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  return (Int(String(decoding: digits, as: UTF8.self)) ?? 0) * 1024
}
