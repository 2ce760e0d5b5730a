extension Reduction {
  /// The solution of the original program that one of the smaller program stands for: one value a variable, one dual
  /// a constraint.
  ///
  /// Where an eliminated variable is at its bound, the price of the bound is its reduced cost; the dual of its
  /// balance is what makes the reduced cost so.
  ///
  /// - Complexity: O(coefficients of both programs) time.
  func restored(
    values smaller: [Double], duals smallerDuals: [Double], of original: LinearProgram
  ) -> (values: [Double], duals: [Double]) {
    var values = [Double](repeating: 0, count: original.variableCount)
    var prices = values
    for (place, variable) in variables.enumerated() {
      values[variable] = smaller[place]
      prices[variable] = program.objective[place]
    }
    var duals = [Double](repeating: 0, count: original.constraintCount)
    for (place, row) in rows.enumerated() where smallerDuals[place] != 0 {
      duals[row] = smallerDuals[place]
      for position in program.positions(ofRow: place) {
        prices[variables[Int(program.columns[position])]] -=
          program.coefficients[position] * smallerDuals[place]
      }
    }
    for number in eliminations.indices.reversed() {
      let elimination = eliminations[number]
      let variable = elimination.variable
      var sum = 0.0
      for position in elimination.sum {
        sum += terms[position].factor * values[terms[position].index]
      }
      values[variable] = min(sum, original.columnUpper[variable])
      if let single = single(of: elimination) {
        if prices[single.index] > 0, binds(number, in: original) {
          prices[variable] = prices[single.index] / single.factor
          prices[single.index] = 0
        }
      } else {
        prices[variable] = duals[elimination.row]
      }
      var others = 0.0
      for position in elimination.others {
        others += terms[position].factor * duals[terms[position].index]
      }
      duals[elimination.row] =
        (costs[number] - prices[variable] - others) / elimination.pivot
    }
    return (values, duals)
  }

  /// Whether the single variable of a sum has its upper bound from the eliminated one alone.
  private func binds(_ number: Int, in original: LinearProgram) -> Bool {
    guard let single = single(of: eliminations[number]) else { return false }
    return limit(from: number) < limit(of: single.index, before: number, in: original)
  }
}

// MARK: - Bases

extension Reduction {
  /// The basis of the original program that one of the smaller program stands for: an eliminated variable is basic
  /// unless its bound binds.
  func restored(basis smaller: [UInt8], of original: LinearProgram) -> [UInt8] {
    let count = original.variableCount
    var basis = [UInt8](
      repeating: ClpModel.atLower, count: count + original.constraintCount)
    for (place, variable) in variables.enumerated() { basis[variable] = smaller[place] }
    for (place, row) in rows.enumerated() {
      basis[count + row] = smaller[variables.count + place]
    }
    for number in eliminations.indices.reversed() {
      let elimination = eliminations[number]
      let variable = elimination.variable
      basis[variable] = ClpModel.basic
      if let single = single(of: elimination) {
        let status = basis[single.index]
        // Where nothing is left between the bounds, either of them may be named.
        let isFixed = limits[single.index] == original.columnLower[single.index]
        if status == ClpModel.atUpper || (status != ClpModel.basic && isFixed),
          binds(number, in: original)
        {
          basis[variable] = ClpModel.atUpper
          basis[single.index] = ClpModel.basic
        }
      } else if basis[count + elimination.row] != ClpModel.basic {
        basis[variable] = ClpModel.atUpper
      }
      basis[count + elimination.row] =
        elimination.pivot > 0 ? ClpModel.atLower : ClpModel.atUpper
    }
    return basis
  }

  /// The basis of the smaller program that stands for one of the original program.
  func reduced(basis original: [UInt8]) -> [UInt8] {
    var basis = original
    let count = fates.count
    for elimination in eliminations {
      let status = basis[elimination.variable]
      if let single = single(of: elimination) {
        if status != ClpModel.basic, basis[single.index] == ClpModel.basic {
          basis[single.index] = status
        }
      } else {
        basis[count + elimination.row] =
          status == ClpModel.basic ? ClpModel.basic : ClpModel.atUpper
      }
    }
    return variables.map { basis[$0] } + rows.map { basis[count + $0] }
  }
}
