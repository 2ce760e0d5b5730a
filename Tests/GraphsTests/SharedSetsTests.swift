import Testing

@testable import Graphs

@Suite struct SharedSetsTests {
  /// Numbers close together share blocks, numbers far apart need branches; both occur.
  private func randomSet(_ random: inout SplitMix64, _ spread: Int) -> Set<UInt32> {
    Set((0..<random.below(20)).map { _ in UInt32(random.below(spread)) })
  }

  private func handle(of numbers: Set<UInt32>, in sets: inout SharedSets) -> SharedSets.Handle {
    var handle = SharedSets.empty
    for number in numbers { handle = sets.union(handle, sets.singleton(number)) }
    return handle
  }

  @Test func `operations agree with sets of the standard library`() {
    var sets = SharedSets()
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let spread = [60, 300, 5000, Int(UInt32.max)][random.below(4)]
      let (one, other) = (randomSet(&random, spread), randomSet(&random, spread))
      let left = handle(of: one, in: &sets)
      let right = handle(of: other, in: &sets)
      let union = sets.union(left, right)
      let intersection = sets.intersection(left, right)
      #expect(sets.numbers(in: union) == one.union(other).sorted(), "seed \(seed)")
      #expect(sets.numbers(in: intersection) == one.intersection(other).sorted(), "seed \(seed)")
      #expect(sets.counts()[Int(union)] == one.union(other).count, "seed \(seed)")
      for number in one.union(other) {
        #expect(sets.contains(number, in: left) == one.contains(number), "seed \(seed)")
        #expect(
          !sets.contains(number ^ 0x8000_0001, in: left) || one.contains(number ^ 0x8000_0001))
      }
    }
  }

  @Test func `equal sets have one handle, however they came about`() {
    var sets = SharedSets()
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let (one, other) = (randomSet(&random, 1000), randomSet(&random, 1000))
      let left = handle(of: one, in: &sets)
      let right = handle(of: other, in: &sets)
      #expect(sets.union(left, right) == handle(of: one.union(other), in: &sets), "seed \(seed)")
      #expect(sets.union(left, right) == sets.union(right, left), "seed \(seed)")
      #expect(
        sets.intersection(right, left) == handle(of: one.intersection(other), in: &sets),
        "seed \(seed)")
    }
  }

  @Test func `everything takes in all and leaves all`() {
    var sets = SharedSets()
    let one = sets.singleton(7)
    #expect(sets.union(one, SharedSets.everything) == SharedSets.everything)
    #expect(sets.union(SharedSets.everything, one) == SharedSets.everything)
    #expect(sets.intersection(one, SharedSets.everything) == one)
    #expect(sets.intersection(SharedSets.everything, one) == one)
    #expect(sets.intersection(SharedSets.empty, SharedSets.everything) == SharedSets.empty)
    #expect(sets.contains(3, in: SharedSets.everything))
    #expect(!sets.contains(3, in: SharedSets.empty))
  }
}
