import LinearPrograms

/// A small plan of makers in three tiers, as a seed draws it: floors for what is needed, ties with and without limit,
/// own use, cycles, a cost, a shared ceiling, an amount that must be delivered.
func randomPlan(seed: UInt64) -> LinearProgram {
  var random = SeededGenerator(seed: seed ^ 0x5EED)
  var program = LinearProgram()
  let makers = Int(random.number(2...5))
  let outputs = (0..<makers).map { maker in
    program.addVariable(
      random.happens(70) ? Bounds(0, random.number(0...9)) : .atLeast(0),
      objective: random.happens(20) ? -1 : 0, name: "output \(maker)")
  }
  var handedOut: [[(LinearProgram.Variable, Double)]] = outputs.map { [($0, 1)] }
  for user in 0..<makers {
    for _ in 0..<Int(random.number(0...2)) {
      var terms = [(outputs[user], -random.number(1...3))]
      for _ in 0..<(random.happens(65) ? 1 : 2) {
        // Mostly from a later tier; sometimes from an earlier one, which makes a cycle, or its own making.
        let supplier =
          random.happens(80) && user + 1 < makers
          ? Int.random(in: user + 1..<makers, using: &random) : Int(random.number(0...makers - 1))
        let flow = program.addVariable(
          random.happens(60) ? Bounds(0, random.number(0...6)) : .atLeast(0), name: "flow")
        handedOut[supplier].append((flow, -1))
        terms.append((flow, 1))
      }
      if random.happens(10) { terms.append((program.addVariable(0...2, name: "bought"), 1)) }
      // As a floor, or as a ceiling.
      if random.happens(70) {
        program.addConstraint(terms, atLeast: 0, name: "needed")
      } else {
        program.addConstraint(terms.map { ($0.0, -$0.1) }, atMost: 0, name: "needed")
      }
    }
  }
  for maker in 0..<makers where maker == 0 || random.happens(30) {
    let delivered = program.addVariable(
      Bounds(random.happens(10) ? 1 : 0, random.number(2...9)), objective: random.number(1...5),
      name: "delivered \(maker)")
    handedOut[maker].append((delivered, -1))
  }
  for terms in handedOut where terms.count > 1 {
    program.addConstraint(terms, atLeast: 0, name: "handed out")
  }
  if random.happens(40) {
    program.addConstraint(
      outputs.map { ($0, random.number(1...2)) }, atMost: random.number(5...25), name: "ceiling")
  }
  if random.happens(10) { program.addConstraint([(outputs[0], 1)], equalTo: 1, name: "fixed") }
  return program
}
