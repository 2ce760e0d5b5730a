import Testing

@testable import LinearPrograms

@Suite struct ClpLibraryTests {
  @Test func `A library that is not there is named, and so is what the system says`() throws {
    let problem = try #require(ClpLibrary.open("libNobodyHasThis.so.1").problem)
    #expect(problem.contains("libNobodyHasThis.so.1"))
  }

  @Test func `A library without the functions of CLP is refused with the first that lacks`() throws
  {
    let problem = try #require(ClpLibrary.open("libm.so.6").problem)
    #expect(problem.contains("Clp_newModel"))
  }

  @Test func `Where CLP is installed nothing stands in the way`() {
    #expect(Solver.obstacle == nil)
  }
}
