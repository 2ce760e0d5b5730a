import Glibc
import Liantu

/// Compiles a script, once for each content of script and library.
struct ScriptCompiler {
  private let toolkit: Toolkit

  init(_ toolkit: Toolkit) { self.toolkit = toolkit }

  /// The compiled script; compiler messages go to standard error as they are.
  func program(for script: String) throws(Failure) -> String {
    guard let source = Paths.bytes(of: script) else {
      throw Failure(
        .noInput,
        Bilingual("读不到脚本 \(script)：请检查路径", "\(script) cannot be read: check the path"))
    }
    let folder = try cache()
    let program = folder + "/" + key(of: source, script)
    guard !Paths.exists(program) else { return program }
    // Compiled beside and renamed, so that an interrupted run leaves no half program.
    let draft = "\(program).\(getpid())"
    let arguments =
      ["swiftc"] + toolkit.compilerArguments(standIns: try standIns(in: folder))
      + ["-module-name", "Script", script, "-o", draft]
    let status = try Launcher.run(arguments)
    guard status == 0 else {
      _ = unsafe unlink(draft)
      throw Failure(
        .badData, Bilingual("脚本 \(script) 编译不通过", "\(script) does not compile"))
    }
    guard unsafe rename(draft, program) == 0 else {
      throw Failure(.inputOutput, Bilingual("无法写入 \(program)", "\(program) cannot be written"))
    }
    return program
  }

  /// FNV-1a (Fowler, Noll, Vo) over the script, its name, and the stamps of library and compiler.
  private func key(of source: [UInt8], _ script: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let compiler = Paths.command("swiftc") ?? ""
    let stamps = [toolkit.libraryFile, compiler].map { $0 + Paths.stamp(of: $0) }
    let parts = [source] + ([script] + stamps).map { Array($0.utf8) + [0] }
    for byte in parts.joined() {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }

  /// The folder with the module map of the hidden modules, written anew.
  private func standIns(in cache: String) throws(Failure) -> String {
    let folder = cache + "/modules"
    _ = unsafe mkdir(folder, 0o755)
    do {
      try AtomicFile.write(
        Array(Toolkit.standInModuleMap.utf8), to: folder + "/module.modulemap", force: true)
    } catch {
      throw Failure(FileProblems([error]))
    }
    return folder
  }

  private func cache() throws(Failure) -> String {
    let base = environment("XDG_CACHE_HOME") ?? environment("HOME").map { $0 + "/.cache" }
    let folder = (base ?? "/tmp") + "/liantu/scripts"
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      _ = unsafe mkdir(path, 0o755)
    }
    guard unsafe access(folder, W_OK) == 0 else {
      throw Failure(
        .inputOutput,
        Bilingual(
          "无法写入缓存目录 \(folder)：可用 XDG_CACHE_HOME 指定别处",
          "the cache \(folder) cannot be written: set XDG_CACHE_HOME to another place"))
    }
    return folder
  }
}
