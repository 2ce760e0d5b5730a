/// The units in which a program's figures are near 1, as powers of two, so that scaling rounds nothing.
///
/// Variable j is counted in units of `variableUnits[j]`, constraint i in `constraintUnits[i]`, the
/// objective in `objectiveUnit`. In these units the coefficients of each row and column have the
/// geometric mean 1, the bounds together too, and the largest objective coefficient is 1; a
/// solver's absolute tolerances then are shares of what the program is about. Measuring a variable
/// in thousands instead of ones changes its unit and nothing else.
///
/// The means are found by going to and fro between rows and columns, which minimises the sum of
/// squared logarithms. Source: A. R. Curtis and J. K. Reid, *On the automatic scaling of matrices
/// for Gaussian elimination*, IMA Journal of Applied Mathematics 10 (1972),
/// doi:10.1093/imamat/10.1.118.
struct Scaling: Hashable, Sendable {
  private static let sweeps = 4

  private(set) var variableUnits: [Double]
  private(set) var constraintUnits: [Double]
  private(set) var objectiveUnit: Double
  /// What the bounds are near to once rows and columns are scaled: every unit contains it.
  private let boundUnit: Double

  /// - Precondition: the program has no problems.
  /// - Complexity: O(variables + constraints + coefficients) time.
  init(of program: LinearProgram) {
    let (rows, columns) = Self.exponents(of: program)
    let bound = Self.boundExponent(of: program, rows: rows, columns: columns)
    boundUnit = Self.power(bound)
    variableUnits = columns.map { Self.power($0 + bound) }
    constraintUnits = rows.map { Self.power(bound - $0) }
    objectiveUnit = 1
    adaptObjective(of: program)
  }

  /// Takes the unit of the program's objective as it stands now.
  mutating func adaptObjective(of program: LinearProgram) {
    objectiveUnit = unit(of: program.objective)
  }

  /// What a loss is a share of when the objective has a value: the value, or where that is near 0 the program's own unit,
  /// at most 1.
  func objectiveSize(at objective: Double) -> Double {
    max(min(1, objectiveUnit), objective.magnitude)
  }

  /// The unit of a sum of variables: the largest coefficient times its variable's unit; 1 for the
  /// empty sum.
  func unit(of coefficients: [Double]) -> Double {
    var largest: Int?
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let exponent = Int(coefficient.exponent) + Int(variableUnits[column].exponent)
      largest = max(largest ?? exponent, exponent)
    }
    return largest.map(Self.power) ?? boundUnit
  }

  /// Takes a constraint that was added to the program.
  mutating func append(constraintUnit: Double) { constraintUnits.append(constraintUnit) }

  /// Forgets the constraint that was added last.
  mutating func removeLastConstraint() { constraintUnits.removeLast() }

  /// The logarithms of the factors of rows and columns.
  private static func exponents(of program: LinearProgram) -> (rows: [Int], columns: [Int]) {
    var rows = [Int](repeating: 0, count: program.constraintCount)
    var columns = [Int](repeating: 0, count: program.variableCount)
    var sums = columns
    var counts = columns
    for column in program.columns { counts[Int(column)] += 1 }
    let exponents = program.coefficients.map { Int($0.exponent) }
    for _ in 0..<sweeps {
      for column in sums.indices { sums[column] = 0 }
      for row in rows.indices {
        let positions = program.positions(ofRow: row)
        var sum = 0
        for position in positions {
          sum += exponents[position] + columns[Int(program.columns[position])]
        }
        rows[row] = -rounded(sum, by: positions.count)
        for position in positions {
          sums[Int(program.columns[position])] += exponents[position] + rows[row]
        }
      }
      for column in columns.indices {
        columns[column] = -rounded(sums[column], by: counts[column])
      }
    }
    return (rows, columns)
  }

  /// The mean logarithm of the finite bounds that are not zero.
  private static func boundExponent(
    of program: LinearProgram, rows: [Int], columns: [Int]
  ) -> Int {
    var sum = 0
    var count = 0
    func add(_ bound: Double, _ exponent: Int) {
      guard bound.isFinite, bound != 0 else { return }
      sum += Int(bound.exponent) + exponent
      count += 1
    }
    for row in rows.indices {
      add(program.rowLower[row], rows[row])
      if program.rowUpper[row] != program.rowLower[row] { add(program.rowUpper[row], rows[row]) }
    }
    for column in columns.indices {
      add(program.columnLower[column], -columns[column])
      add(program.columnUpper[column], -columns[column])
    }
    return rounded(sum, by: count)
  }

  /// The nearest whole number to a mean; 0 of nothing.
  private static func rounded(_ sum: Int, by count: Int) -> Int {
    count == 0 ? 0 : Int((Double(sum) / Double(count)).rounded())
  }

  /// Kept far from the ends of the format, so that products of two units do not overflow.
  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: min(max(exponent, -250), 250), significand: 1)
  }
}
