import Graphs
import Testing

/// Examples with results worked out by other programs: typed in, and read from their files where
/// these are present.
@Suite struct WorkedExampleTests {
  private func checkCar(_ car: NamedAndOrGraph) throws {
    #expect(car.singlePoints(of: "car") == ["E:Asm", "E:F3", "I:raw"])
    #expect(car.singlePoints(of: "car", .buildable) == ["E:Asm", "E:F3", "I:raw"])
    #expect(car.pairs(of: "car", among: car.graph.leaves) == ["E:F1 E:F2", "E:F4 E:F4b"])
    #expect(
      car.pairs(of: "car", among: car.graph.leaves, .buildable) == ["E:F1 E:F2", "E:F4 E:F4b"])
  }

  @Test func `the only battery maker stops the car, though no plain graph measure sees it`() throws
  {
    try checkCar(
      NamedAndOrGraph(
        """
        car = all E:Asm engine battery seat
        engine = any F1 F2
        battery = any F3
        seat = any F4 F4b
        F1 = all E:F1 I:raw
        F2 = all E:F2 I:raw
        F3 = all E:F3 I:raw
        F4 = all E:F4 I:raw
        F4b = all E:F4b I:raw
        """))
  }

  // Skipped in a clone, which has no folder of worked examples beside it.
  @Test(.enabled(if: WorkedExample.arePresent, "no worked examples beside the package"))
  func `the car of the file gives the same`() throws {
    try checkCar(WorkedExample.graph(WorkedExample.read("ex03_andor_vs_graph.json")["nodes"]))
  }

  private func checkLoop(_ loop: NamedAndOrGraph) throws {
    #expect(loop.graph.failures(of: []).isEmpty)
    #expect(
      loop.names(loop.graph.available())
        == ["E:Mach", "E:Power", "E:Steel", "I:ore", "need_ore"])
    for activity in ["act:Steel", "act:Mach"] {
      #expect(loop.singlePoints(of: activity) == ["E:Mach", "E:Steel", "I:ore"])
      #expect(loop.singlePoints(of: activity, .buildable) == nil)
      #expect(loop.pairs(of: activity, among: loop.graph.leaves, .buildable) == nil)
      #expect(loop.pairs(of: activity, among: loop.graph.leaves) == [])
      #expect(!loop.graph.singlePointsOfFailure(.buildable).isAvailable(loop[activity]))
    }
  }

  private func checkLoopWithImport(_ loop: NamedAndOrGraph) throws {
    #expect(loop.graph.available().count == loop.graph.vertexCount)
    #expect(loop.singlePoints(of: "act:Steel") == ["E:Steel", "I:ore"])
    #expect(loop.singlePoints(of: "act:Mach") == ["E:Mach", "E:Steel", "I:ore"])
    #expect(loop.singlePoints(of: "act:Steel", .buildable) == ["E:Steel", "I:mach", "I:ore"])
    #expect(
      loop.singlePoints(of: "act:Mach", .buildable) == ["E:Mach", "E:Steel", "I:mach", "I:ore"])
  }

  @Test func `steel and machines that need each other run but cannot be built`() throws {
    try checkLoop(
      NamedAndOrGraph(
        """
        need_mach = any act:Mach
        need_steel = any act:Steel
        need_ore = any I:ore
        act:Steel = all E:Steel need_ore need_mach
        act:Mach = all E:Mach need_steel
        E:Power
        """))
  }

  @Test func `with machines from outside they can be built`() throws {
    try checkLoopWithImport(
      NamedAndOrGraph(
        """
        need_mach = any act:Mach I:mach
        need_steel = any act:Steel
        need_ore = any I:ore
        act:Steel = all E:Steel need_ore need_mach
        act:Mach = all E:Mach need_steel
        """))
  }

  // Skipped in a clone, which has no folder of worked examples beside it.
  @Test(.enabled(if: WorkedExample.arePresent, "no worked examples beside the package"))
  func `the loops of the file give the same`() throws {
    let file = try WorkedExample.read("ex04_cycle_semantics.json")
    try checkLoop(WorkedExample.graph(file["nodes"]))
    try checkLoopWithImport(WorkedExample.graph(file["nodes_with_machine_import"]))
  }

  @Test func `a battery chain has 5 single points and 28 pairs, 5 of them of leaves E`() throws {
    let chain = try NamedAndOrGraph(batteryChain)
    #expect(chain.singlePoints(of: "pack") == ["E7", "E8", "E9", "I:chip", "I:ore"])
    #expect(
      chain.pairs(of: "pack", among: chain.leaves("E"))
        == ["E1 E2", "E2 E3", "E3 E4", "E3 E6", "E5 E6"])
    #expect(
      chain.pairs(of: "pack", among: chain.leaves("E", "T")) == [
        "E1 E2", "E1 T:E9>E2", "E2 E3", "E2 T:E3>E1", "E2 T:E8>E3", "E2 T:E9>E1", "E3 E4", "E3 E6",
        "E3 T:E4>E2", "E3 T:E6>E4", "E3 T:E7>E6", "E3 T:E8>E4", "E3 T:E9>E2", "E4 T:E8>E3",
        "E5 E6", "E5 T:E7>E6", "E6 T:E5>E3", "E6 T:E7>E5", "E6 T:E8>E3", "T:E3>E1 T:E9>E2",
        "T:E4>E2 T:E8>E3", "T:E5>E3 T:E7>E6", "T:E6>E4 T:E8>E3", "T:E7>E5 T:E7>E6",
        "T:E7>E6 T:E8>E3", "T:E8>E3 T:E8>E4", "T:E8>E3 T:E9>E2", "T:E9>E1 T:E9>E2",
      ])
  }
}

/// Nine makers (leaves E), twelve ties between them (T) and two outside sources (I).
private let batteryChain = """
  pack = any pack1 pack2
  pack1 = all E1 cell>1 bms>1
  pack2 = all E2 cell>2 bms>2
  cell>1 = any E3>E1
  cell>2 = any E3>E2 E4>E2
  bms>1 = any E9>E1
  bms>2 = any E9>E2
  E3>E1 = all T:E3>E1 cell3
  E3>E2 = all T:E3>E2 cell3
  E4>E2 = all T:E4>E2 cell4
  E9>E1 = all T:E9>E1 bms9
  E9>E2 = all T:E9>E2 bms9
  cell3 = all E3 cathode>3 electrolyte>3
  cell4 = all E4 cathode>4 electrolyte>4
  cathode>3 = any E5>E3 E6>E3
  cathode>4 = any E6>E4
  electrolyte>3 = any E8>E3
  electrolyte>4 = any E8>E4
  E5>E3 = all T:E5>E3 cathode5
  E6>E3 = all T:E6>E3 cathode6
  E6>E4 = all T:E6>E4 cathode6
  E8>E3 = all T:E8>E3 electrolyte8
  E8>E4 = all T:E8>E4 electrolyte8
  cathode5 = all E5 salt>5
  cathode6 = all E6 salt>6
  salt>5 = any E7>E5
  salt>6 = any E7>E6
  E7>E5 = all T:E7>E5 salt7
  E7>E6 = all T:E7>E6 salt7
  salt7 = all E7 ore>7
  ore>7 = any I:ore
  electrolyte8 = all E8
  bms9 = all E9 chip>9
  chip>9 = any I:chip
  """
