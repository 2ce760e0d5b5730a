import LinearPrograms

extension LinearProgram {
  /// The program as other solvers read it: free MPS, to be minimised. Bounds are those of ``SupplyNetwork/plan()``: 0 to a
  /// number for variables, at most 0 for constraints.
  var mps: String {
    var lines = ["NAME plan FREE", "ROWS", " N worth"]
    lines += constraints.map { " L r\($0.index)" }
    var entries = [[String]](repeating: [], count: variables.count)
    for variable in variables where objective(of: variable) != 0 {
      entries[variable.index].append("worth \(-objective(of: variable))")
    }
    for constraint in constraints {
      for (variable, coefficient) in terms(of: constraint) {
        entries[variable.index].append("r\(constraint.index) \(coefficient)")
      }
    }
    lines.append("COLUMNS")
    for (column, entries) in entries.enumerated() { lines += entries.map { " c\(column) \($0)" } }
    lines += ["RHS", "BOUNDS"]
    lines += variables.map { " UP bound c\($0.index) \(bounds(of: $0).upper)" }
    return (lines + ["ENDATA", ""]).joined(separator: "\n")
  }
}
