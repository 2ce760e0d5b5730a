import Glibc
import Liantu

/// What a script is compiled against: the modules and the shared library that were built with this program.
struct Toolkit {
  /// Where `Liantu.swiftmodule` and those it imports are.
  let modules: String
  /// Where `libLiantuDynamic.so` is.
  let library: String
  /// The C modules that they are built on, by name.
  ///
  /// The compiler wants to see each of them, but nothing public is made of their contents, so that empty
  /// stand-ins do: a script needs no headers of C libraries.
  static let hiddenModules = ["CLibXML2", "CYaml", "CClp", "CZlib"]

  /// Looks where a build leaves them, beside the running program.
  static func besideExecutable() throws(Failure) -> Toolkit {
    guard let program = Paths.executable else {
      throw Failure(
        .internal,
        Bilingual("找不到本程序的位置", "this program cannot tell where it is"))
    }
    let folder = Paths.folder(of: program)
    let toolkit = Toolkit(modules: folder + "/Modules", library: folder)
    let wanted = [toolkit.modules + "/Liantu.swiftmodule", toolkit.libraryFile]
    if let missing = wanted.first(where: { !Paths.exists($0) }) {
      throw Failure(
        .noInput,
        Bilingual(
          "运行脚本需要编译本库时留下的文件，缺少 \(missing)：请在源码目录运行 make build，再用 .build/release/liantu",
          "scripts need what building the library left behind, and \(missing) is not there: "
            + "run make build in the source folder and use .build/release/liantu"))
    }
    return toolkit
  }

  var libraryFile: String { library + "/libLiantuDynamic.so" }

  /// The arguments of the compiler that make `import Liantu` work and keep the paths of this build.
  ///
  /// Whole-module, because a build in parts says twice that a script does not compile; with the C library's
  /// mathematics, which `rounded()` is made of.
  ///
  /// - Parameter standIns: a folder with the module map of the hidden modules.
  func compilerArguments(standIns: String) -> [String] {
    [
      "-O", "-g", "-whole-module-optimization", "-enable-bare-slash-regex", "-I", modules,
      "-I", standIns, "-L", library, "-lLiantuDynamic", "-lm", "-Xlinker", "-rpath", "-Xlinker",
      library,
    ]
  }

  static var standInModuleMap: String {
    hiddenModules.map { "module \($0) {}\n" }.joined()
  }
}

/// The few questions about paths that scripts need answered.
enum Paths {
  static var executable: String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = unsafe readlink("/proc/self/exe", base, buffer.count)
      guard length > 0 else { return nil }
      let bytes = unsafe buffer[..<length].map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The file that the shell would run for a command; `nil` when there is none.
  static func command(_ name: String) -> String? {
    (environment("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 }
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Size and time of the last change; differs whenever a file is built again.
  static func stamp(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "" }
    return "\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return unsafe ferror(file) == 0 ? bytes : nil }
      bytes += chunk[..<count]
    }
  }
}
