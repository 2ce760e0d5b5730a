internal import CClp

/// The C library CLP, opened at the first solve.
///
/// It is not linked: with its LAPACK, BLAS and Fortran libraries it took 0.3 to 0.4 of the processor time of a
/// start, which a command that solves nothing need not pay.
enum ClpLibrary {
  /// The file that Debian's coinor-libclp1 installs; the number is that of the interface.
  private static let file = "libClp.so.1"

  private static let opened = open(file)

  /// Why nothing can be solved; nil where the library is there.
  static var problem: String? { opened.problem }

  /// - Precondition: there is no `problem`.
  static var functions: liantu_clp {
    if let problem { preconditionFailure(problem) }
    return opened.functions
  }

  /// The functions of a library, which are none where it has a problem.
  static func open(_ file: String) -> (functions: liantu_clp, problem: String?) {
    var functions = liantu_clp()
    guard let message = unsafe liantu_clp_open(file, &functions) else {
      return (functions, nil)
    }
    return unsafe (functions, "CLP cannot be opened (\(String(cString: message)))")
  }
}
