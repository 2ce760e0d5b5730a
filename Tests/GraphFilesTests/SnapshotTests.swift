import GraphFiles
import GraphML
import Testing

@Suite struct SnapshotTests {
  private static let graphML = """
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="a" for="node" attr.name="name" attr.type="string"><default>无名</default></key>
    <key id="b" for="node" attr.name="big" attr.type="long"/>
    <key id="c" for="edge" attr.name="w" attr.type="double"><default>1.5</default></key>
    <key id="d" for="edge" attr.name="f" attr.type="float"/>
    <key id="e" for="node" attr.name="yes" attr.type="boolean"/>
    <key id="g" for="graph" attr.name="year" attr.type="int"/>
    <graph id="链" edgedefault="undirected"><data key="g">2026</data>
    <node id="n1"><data key="a">甲</data><data key="b">-9000000000</data><data key="e">true</data>
      <graph edgedefault="directed"><node id="inner"/></graph></node>
    <node id="n2"><data key="a">甲</data></node><node id=""/>
    <edge id="e1" source="n1" target="n2" directed="true"><data key="c">2</data></edge>
    <edge source="n2" target="n2"><data key="d">0.1</data></edge>
    </graph></graphml>
    """

  private func graph() throws -> PropertyGraph {
    try GraphFile.read(bytes: Array(Self.graphML.utf8)).graph
  }

  private func damage(_ bytes: [UInt8]) -> GraphFileError? {
    do {
      _ = try GraphFile.read(bytes: bytes, name: "s")
      return nil
    } catch {
      return error as? GraphFileError
    }
  }

  @Test func `A graph comes back from its snapshot as it was`() throws {
    let graph = try graph()
    let reading = try GraphFile.read(bytes: try graph.snapshot())
    #expect(reading.format == .snapshot)
    #expect(try reading.graph.snapshot() == graph.snapshot())
    let back = reading.graph
    #expect(back.id == graph.id && back.isDirected == graph.isDirected)
    #expect(back.nodeIDs == graph.nodeIDs && back.edgeIDs == graph.edgeIDs)
    #expect(back.sources == graph.sources && back.targets == graph.targets)
    #expect(back.directions == graph.directions && back.parents == graph.parents)
    for (a, b) in [
      (back.nodeColumns, graph.nodeColumns), (back.edgeColumns, graph.edgeColumns),
      (back.graphColumns, graph.graphColumns),
    ] {
      #expect(a.map(\.name) == b.map(\.name) && a.map(\.defaultValue) == b.map(\.defaultValue))
      for (x, y) in zip(a, b) {
        #expect((0..<y.count).map { x[$0] } == (0..<y.count).map { y[$0] }, "\(x.name)")
      }
    }
    #expect(back.nodeIDs.index(of: "n2") == graph.nodeIDs.index(of: "n2"))
  }

  @Test func `An empty graph has a snapshot`() throws {
    let back = try GraphFile.read(bytes: try PropertyGraph().snapshot()).graph
    #expect(back.nodeCount == 0 && back.edgeCount == 0)
  }

  @Test func `Only the wanted columns are read`() throws {
    var options = GraphFile.Options()
    options.columns = .only(["w"])
    let back = try GraphFile.read(bytes: try graph().snapshot(), options: options).graph
    #expect(back.edgeColumns.map(\.name) == ["w"] && back.nodeColumns.isEmpty)
  }

  @Test func `A snapshot that is cut anywhere is refused`() throws {
    let bytes = try graph().snapshot()
    for length in 4..<bytes.count {
      #expect(damage(Array(bytes[..<length]))?.code == .damagedSnapshot, "\(length) bytes")
    }
    #expect(damage(bytes + [0])?.code == .damagedSnapshot)
  }

  @Test func `A changed byte is found, wherever it is`() throws {
    let bytes = try graph().snapshot()
    var unseen = 0
    for place in 4..<bytes.count {
      var changed = bytes
      changed[place] ^= 0x10
      // Only the filling between sections says nothing.
      if damage(changed) == nil { unseen += bytes[place] == 0 ? 1 : 1000 }
    }
    #expect(unseen < 64 * 40)
  }

  @Test func `Other versions and byte orders are named`() throws {
    var bytes = try graph().snapshot()
    bytes[8] = 2
    #expect(damage(bytes)?.code == .otherVersion)
    bytes[8] = 1
    bytes.swapAt(12, 15)
    bytes.swapAt(13, 14)
    #expect(damage(bytes)?.code == .otherVersion)
  }

  /// A snapshot whose checksums are right and whose contents are not: what a checksum cannot find.
  private func forged(
    _ change: (inout [UInt8], _ sections: [(kind: UInt32, offset: Int, length: Int)]) -> Void
  )
    throws -> [UInt8]
  {
    var bytes = try graph().snapshot()
    func number<N: FixedWidthInteger>(_ place: Int, _: N.Type) -> N {
      bytes[place..<place + N.bitWidth / 8].reversed().reduce(0) { $0 << 8 | N($1) }
    }
    func put(_ number: UInt64, _ place: Int) {
      for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
    }
    let count = Int(number(24, UInt32.self))
    let sections = (0..<count).map { entry in
      (
        kind: number(40 + entry * 32, UInt32.self),
        offset: Int(number(40 + entry * 32 + 8, UInt64.self)),
        length: Int(number(40 + entry * 32 + 16, UInt64.self))
      )
    }
    change(&bytes, sections)
    for entry in 0..<count {
      let offset = Int(truncatingIfNeeded: number(40 + entry * 32 + 8, UInt64.self))
      let length = Int(truncatingIfNeeded: number(40 + entry * 32 + 16, UInt64.self))
      guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
        continue
      }
      put(checksum(bytes[offset..<offset + length]), 40 + entry * 32 + 24)
    }
    put(checksum(bytes[0..<32] + bytes[40..<40 + count * 32]), 32)
    return bytes
  }

  @Test func `Forged numbers are found in spite of right checksums`() throws {
    #expect(damage(try forged { _, _ in }) == nil)
    // An edge to a node that is not there, a name that ends beyond its bytes, a parent beyond all nodes.
    for kind: UInt32 in [2, 3, 6, 9] {
      let bytes = try forged { bytes, sections in
        guard let section = sections.first(where: { $0.kind == kind }) else { return }
        bytes[section.offset + 3] = 0x7F
      }
      #expect(damage(bytes)?.code == .damagedSnapshot, "kind \(kind)")
    }
    // A truth value of 2.
    let flags = try forged { bytes, sections in
      guard let section = sections.first(where: { $0.kind == 4 }) else { return }
      bytes[section.offset] = 2
    }
    #expect(damage(flags)?.code == .damagedSnapshot)
    // A section that starts beyond the file, or is longer than it.
    for place in [8, 16] {
      for entry in 0..<4 {
        let bytes = try forged { bytes, _ in
          for byte in 0..<7 { bytes[40 + entry * 32 + place + byte] = place == 8 ? 0xC0 : 0xFF }
        }
        #expect(damage(bytes)?.code == .damagedSnapshot, "entry \(entry), field \(place)")
      }
    }
    // More sections than the file has room for.
    let many = try forged { bytes, _ in bytes[26] = 0xFF }
    #expect(damage(many)?.code == .damagedSnapshot)
    // More nodes than there are names.
    let nodes = try forged { bytes, sections in
      guard let section = sections.first(where: { $0.kind == 1 }) else { return }
      bytes[section.offset + 4] += 1
    }
    #expect(damage(nodes)?.code == .damagedSnapshot)
  }

  /// The checksum of docs/graphs.md, written down a second time.
  private func checksum(_ bytes: some Collection<UInt8>) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    let bytes = Array(bytes)
    var sums = [1, 3, 5, 7].map { prime &* $0 }
    var place = 0
    while place + 32 <= bytes.count {
      for sum in 0..<4 {
        let start = place + sum * 8
        let word = bytes[start..<start + 8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        sums[sum] = (sums[sum] ^ word) &* prime
        sums[sum] ^= sums[sum] >> 32
      }
      place += 32
    }
    for byte in bytes[place...] {
      sums[0] = (sums[0] ^ UInt64(byte)) &* prime
      sums[0] ^= sums[0] >> 32
    }
    return sums.reduce(UInt64(bytes.count)) { sum, part in
      let mixed = (sum ^ part) &* prime
      return mixed ^ mixed >> 29
    }
  }
}
