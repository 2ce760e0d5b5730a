import ChainFiles
import Testing

@Suite struct ContainerTests {
  @Test func `The container is known by the extension`() {
    #expect(Container(path: "a/x.YAML") == .yaml)
    #expect(Container(path: "a/x") == .csvFolder)
    #expect(Container(path: "a.b/x.graphml") == .graphml)
    #expect(Container(path: "x.v2/") == .csvFolder)
    #expect(Container(path: "x.xlsx") == nil)
  }
}
