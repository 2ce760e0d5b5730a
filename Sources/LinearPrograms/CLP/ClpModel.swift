internal import CClp

/// A model of CLP, which maximises; freed with the value. Only this folder knows the C library.
///
/// An infinite bound is passed as the largest finite number, as CLP has it. The type is safe: the model
/// lives as long as the value, and the addresses that it hands out are used at once and not kept.
@safe
struct ClpModel: ~Copyable {
  /// What CLP says of its last run.
  enum Status { case optimal, infeasible, unbounded, limit, trouble }

  /// CLP's own tolerances for values and prices.
  static let usualTolerance = 1e-7
  // The numbers of the methods among CLP's solve types.
  private static let dual: Int32 = 0
  private static let primal: Int32 = 1
  // How a variable stands in a basis.
  static let free: UInt8 = 0
  static let basic: UInt8 = 1
  static let atUpper: UInt8 = 2
  static let atLower: UInt8 = 3

  private let clp = ClpLibrary.functions
  private let model: UnsafeMutableRawPointer
  private(set) var rowCount: Int
  let columnCount: Int
  /// Steps of the last run.
  private(set) var iterations = 0

  /// - Parameter matrix: rows and coefficients of each column one after the other, and where each
  ///   column starts.
  init(
    matrix: (starts: [Int32], rows: [Int32], coefficients: [Double]), objective: [Double],
    columnLower: [Double], columnUpper: [Double], rowLower: [Double], rowUpper: [Double]
  ) {
    guard let model = clp.Clp_newModel() else { preconditionFailure("out of memory") }
    unsafe self.model = model
    rowCount = rowLower.count
    columnCount = objective.count
    unsafe clp.Clp_setLogLevel(model, 0)
    unsafe clp.Clp_loadProblem(
      model, Int32(columnCount), Int32(rowCount), matrix.starts, matrix.rows, matrix.coefficients,
      columnLower.map(\.finite), columnUpper.map(\.finite), objective, rowLower.map(\.finite),
      rowUpper.map(\.finite))
    unsafe clp.Clp_setOptimizationDirection(model, -1)
    // The program is scaled already.
    unsafe clp.Clp_scaling(model, 0)
  }

  deinit { unsafe clp.Clp_deleteModel(model) }
}

// MARK: - Changing

extension ClpModel {
  mutating func setBounds(ofRow row: Int, _ lower: Double, _ upper: Double) {
    precondition(row < rowCount)
    unsafe figures(clp.Clp_rowLower(model), rowCount)[row] = lower.finite
    unsafe figures(clp.Clp_rowUpper(model), rowCount)[row] = upper.finite
  }

  mutating func setBounds(ofColumn column: Int, _ lower: Double, _ upper: Double) {
    precondition(column < columnCount)
    unsafe figures(clp.Clp_columnLower(model), columnCount)[column] = lower.finite
    unsafe figures(clp.Clp_columnUpper(model), columnCount)[column] = upper.finite
  }

  mutating func setObjective(_ coefficient: Double, ofColumn column: Int) {
    precondition(column < columnCount)
    unsafe figures(clp.Clp_objective(model), columnCount)[column] = coefficient
  }

  mutating func addRow(
    columns: [Int32], coefficients: [Double], _ lower: Double, _ upper: Double
  ) {
    unsafe clp.Clp_addRows(
      model, 1, [lower.finite], [upper.finite], [0, Int32(columns.count)], columns, coefficients)
    rowCount += 1
  }

  mutating func removeLastRow() {
    rowCount -= 1
    unsafe clp.Clp_deleteRows(model, 1, [Int32(rowCount)])
  }

  mutating func setIterationLimit(_ count: Int) {
    unsafe clp.Clp_setMaximumIterations(model, Int32(clamping: count))
  }

  /// Perturbs costs from the first step on, and not only when steps lead nowhere.
  mutating func perturbAlways() { unsafe clp.Clp_setPerturbation(model, 50) }

  mutating func setTolerance(_ tolerance: Double) {
    unsafe clp.Clp_setPrimalTolerance(model, tolerance)
    unsafe clp.Clp_setDualTolerance(model, tolerance)
  }
}

// MARK: - Solving

extension ClpModel {
  enum Method { case dual, primal }

  /// With presolve, from what it makes of the basis at hand, if there is one.
  ///
  /// The values that presolve restores are only near those of the basis (a share of 1e-10 off), so
  /// that a run without steps follows.
  mutating func solvePresolved(_ method: Method) -> Status {
    guard let options = clp.ClpSolve_new() else { preconditionFailure("out of memory") }
    unsafe clp.ClpSolve_setSolveType(options, method == .dual ? Self.dual : Self.primal, -1)
    // This step of presolve loses memory (CLP 1.17.6).
    unsafe clp.ClpSolve_setDoImpliedFree(options, 0)
    let status = unsafe run { unsafe $0.Clp_initialSolveWithOptions($1, options) }
    unsafe clp.ClpSolve_delete(options)
    guard status == .optimal else { return status }
    let steps = iterations
    defer { iterations += steps }
    return solveDual()
  }

  /// From the basis at hand, by the dual simplex method.
  mutating func solveDual() -> Status { unsafe run { unsafe $0.Clp_dual($1, 0) } }

  /// From the basis at hand, by the primal simplex method, without presolve.
  mutating func solvePrimal() -> Status { unsafe run { unsafe $0.Clp_primal($1, 0) } }

  private mutating func run(_ algorithm: (liantu_clp, UnsafeMutableRawPointer) -> Int32) -> Status {
    unsafe clp.Clp_setNumberIterations(model, 0)
    _ = unsafe algorithm(clp, model)
    iterations = unsafe Int(clp.Clp_numberIterations(model))
    return switch unsafe clp.Clp_status(model) {
    case 0: .optimal
    case 1: .infeasible
    case 2: .unbounded
    case 3: .limit
    default: .trouble
    }
  }

  /// How each column, then each row, stands in the basis; empty before the first run.
  var basis: [UInt8] {
    get {
      guard unsafe clp.Clp_statusExists(model) != 0, let start = unsafe clp.Clp_statusArray(model)
      else {
        return []
      }
      let bytes = unsafe UnsafeBufferPointer(start: start, count: columnCount + rowCount)
      // The higher bits are notes of the last run, such as that a bound was not the real one.
      return unsafe bytes.map { $0 & 7 }
    }
    set {
      precondition(newValue.count == columnCount + rowCount)
      unsafe clp.Clp_copyinStatus(model, newValue)
    }
  }

  /// One a column.
  var values: [Double] { unsafe Array(figures(clp.Clp_primalColumnSolution(model), columnCount)) }

  /// One a row.
  var duals: [Double] { unsafe Array(figures(clp.Clp_dualRowSolution(model), rowCount)) }

  /// Figures that CLP keeps, one a row or a column; none where it has none.
  private func figures(
    _ start: UnsafeMutablePointer<Double>?, _ count: Int
  ) -> UnsafeMutableBufferPointer<Double> {
    unsafe UnsafeMutableBufferPointer(start: start, count: start == nil ? 0 : count)
  }
}

extension Double {
  /// Infinity as CLP writes it.
  fileprivate var finite: Double {
    min(max(self, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }
}
