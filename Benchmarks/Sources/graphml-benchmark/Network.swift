import Glibc

/// A file of a random supply network: nodes with a Chinese name, a sector and an output, three times as many edges with a
/// kind, a volume and a year. The same seed gives the same bytes.
struct Network {
  let nodeCount: Int
  let seed: UInt64

  private static let places = ["北京", "上海", "深圳", "苏州", "成都", "武汉", "合肥", "宁德"]
  private static let trades = ["光伏科技", "电池材料", "精密机械", "半导体", "稀土新材", "汽车电子"]
  private static let kinds = ["供应", "投资", "代工", "许可"]

  /// Writes the file.
  /// - Returns: its length in bytes; nil if it cannot be written.
  func write(to path: String) -> Int? {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { return nil }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var length = 0
    func flush() -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes {
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0 { return false }
        rest = rest.dropFirst(count)
      }
      length += bytes.count
      bytes.removeAll(keepingCapacity: true)
      return true
    }
    var random = SplitMix64(seed: seed)
    bytes += Array(Self.head.utf8)
    for node in 0..<nodeCount {
      bytes += Array(self.node(node, &random).utf8)
      if bytes.count > 1 << 16, !flush() { return nil }
    }
    for edge in 0..<3 * nodeCount {
      bytes += Array(self.edge(edge, &random).utf8)
      if bytes.count > 1 << 16, !flush() { return nil }
    }
    bytes += Array("  </graph>\n</graphml>\n".utf8)
    return flush() ? length : nil
  }

  private func node(_ number: Int, _ random: inout SplitMix64) -> String {
    let name = "\(Self.places[random.below(8)])\(Self.trades[random.below(6)])\(number)有限公司"
    return """
          <node id="n\(number)">
            <data key="name">\(name)</data>
            <data key="sector">\(Self.trades[random.below(6)])</data>
            <data key="output">\(Double(random.below(10_000_000)) / 100)</data>
          </node>

      """
  }

  private func edge(_ number: Int, _ random: inout SplitMix64) -> String {
    """
        <edge id="e\(number)" source="n\(random.below(nodeCount))" target="n\(random.below(nodeCount))">
          <data key="kind">\(Self.kinds[random.below(4)])</data>
          <data key="volume">\(Double(random.below(1_000_000)) / 1000)</data>
          <data key="year">\(2000 + random.below(26))</data>
        </edge>

    """
  }

  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="name" for="node" attr.name="name" attr.type="string"/>
      <key id="sector" for="node" attr.name="sector" attr.type="string"/>
      <key id="output" for="node" attr.name="output" attr.type="double"/>
      <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
      <key id="volume" for="edge" attr.name="volume" attr.type="double"/>
      <key id="year" for="edge" attr.name="year" attr.type="int"/>
      <graph id="G" edgedefault="directed">

    """
}

/// Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014, doi:10.1145/2660193.2660195.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number in 0..<bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
