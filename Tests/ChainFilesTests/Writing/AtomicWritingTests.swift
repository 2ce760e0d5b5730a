import ChainFiles
import Chains
import Foundation
import Testing

@Suite struct AtomicWritingTests {
  private var tables: Tables {
    Tables(products: [Product(id: "a", name: "a", isFinal: true, value: 1)])
  }

  private func failure(_ write: () throws(FileProblems) -> Void) -> FileProblem? {
    do throws(FileProblems) {
      try write()
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test func `What exists is replaced only by force, and keeps its rights`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x.yaml", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let problem = failure { () throws(FileProblems) in try tables.write(to: path) }
    #expect(problem?.kind == .exists)
    #expect(problem?.text.chinese == "已存在，未覆盖：要覆盖请加 --force")
    #expect(try folder.bytes("x.yaml") == Array("old".utf8))
    try tables.write(to: path, force: true)
    #expect(try folder.bytes("x.yaml") == tables.yamlText())
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o640)
    #expect(folder.names == ["x.yaml"])
  }

  @Test func `A link stays a link`() throws {
    let folder = try TemporaryFolder()
    try folder.write("real.yaml", "old")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/x.yaml", withDestinationPath: "real.yaml")
    try tables.write(to: folder.path + "/x.yaml", force: true)
    #expect(try folder.bytes("real.yaml") == tables.yamlText())
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/x.yaml")
        == "real.yaml")
  }

  @Test func `A folder of CSV is replaced as a whole and keeps other files`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x/ties.csv", "supplier,customer,product\n")
    try folder.write("x/notes.txt", "keep me")
    let problem = failure { () throws(FileProblems) in try tables.write(to: folder.path + "/x") }
    #expect(problem?.kind == .exists)
    try tables.write(to: folder.path + "/x", headers: .chinese, force: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/x").sorted()
    #expect(names == ["notes.txt", "产业链.csv", "产品.csv"].sorted())
    #expect(folder.names == ["x"])
  }

  @Test func `A folder that holds folders is not replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x/inner/a.txt", "a")
    let problem = failure { () throws(FileProblems) in
      try tables.write(to: folder.path + "/x", force: true)
    }
    #expect(problem?.kind == .inputOutput)
    #expect(try folder.bytes("x/inner/a.txt") == Array("a".utf8))
    #expect(folder.names == ["x"])
  }

  @Test func `Impossible places are refused with the reason`() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "a")
    let inFile = failure { () throws(FileProblems) in
      try tables.write(to: folder.path + "/file/x.yaml")
    }
    #expect(inFile?.kind == .inputOutput)
    let noFolder = failure { () throws(FileProblems) in
      try tables.write(to: folder.path + "/none/x.yaml")
    }
    #expect(noFolder?.text.english == "the folder to write into does not exist: make it first")
    let unknown = failure { () throws(FileProblems) in
      try tables.write(to: folder.path + "/x.doc")
    }
    #expect(unknown?.text.english.hasPrefix("the kind of file is not clear") == true)
    #expect(folder.names == ["file"])
  }

  /// /dev/full takes no byte; a small file system would say the same.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `A full disk is said to be full`() {
    let problem = failure { () throws(FileProblems) in
      try tables.write(to: "/dev/full", as: .yaml, force: true)
    }
    #expect(problem?.kind == .inputOutput)
    #expect(problem?.text.english == "the disk is full, nothing was written: make room")
  }

  /// Where mounting is not permitted this says nothing.
  @Test func `Nothing half-written is left on a full disk`() throws {
    let folder = try TemporaryFolder()
    guard unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else {
      print("no right to mount a small disk: not tested")
      return
    }
    defer { _ = unsafe umount(folder.path) }
    try folder.write("x.yaml", "old")
    var large = tables
    large.products += (0..<5000).map { Product(id: .init("product number \($0)"), name: "a") }
    let file = failure { () throws(FileProblems) in
      try large.write(to: folder.path + "/x.yaml", force: true)
    }
    #expect(file?.text.english == "the disk is full, nothing was written: make room")
    #expect(try folder.bytes("x.yaml") == Array("old".utf8))
    let tables = failure { () throws(FileProblems) in try large.write(to: folder.path + "/x") }
    #expect(tables?.kind == .inputOutput)
    #expect(folder.names == ["x.yaml"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `A folder without rights is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x/a.txt", "a")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder.path + "/x")
    let problem = failure { () throws(FileProblems) in
      try tables.write(to: folder.path + "/x/x.yaml")
    }
    #expect(problem?.kind == .inputOutput)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.path + "/x")
  }

  @Test func `Reading what is not there has a kind of its own`() {
    let problem = failure { () throws(FileProblems) in
      _ = try ChainDocument(reading: "/nowhere/x.yaml")
    }
    #expect(problem?.kind == .noSuchInput)
    #expect(problem?.text.chinese == "没有这个文件或文件夹：请核对路径")
  }

  @Test func `Workbooks and single CSV files get advice`() throws {
    let folder = try TemporaryFolder()
    let book = try folder.write("x.xlsx", "PK")
    let one = try folder.write("产品.csv", "id\n")
    let first = failure { () throws(FileProblems) in _ = try ChainDocument(reading: book) }
    #expect(first?.kind == .badData)
    #expect(first?.text.english.hasPrefix("workbooks cannot be read yet: save each sheet") == true)
    let second = failure { () throws(FileProblems) in _ = try ChainDocument(reading: one) }
    #expect(second?.text.english.hasPrefix("one CSV file is one table only") == true)
  }
}
