/// The last part of a path: `b.yaml` of `/a/b.yaml`, `b` of `/a/b/`.
func fileName(of path: String) -> Substring {
  var rest = Substring(path)
  while rest.count > 1, rest.hasSuffix("/") { rest.removeLast() }
  return rest.split(separator: "/", omittingEmptySubsequences: true).last ?? rest
}

/// What stands after the last dot of the file's name, in lower case; empty without one.
func fileExtension(of path: String) -> String {
  let name = fileName(of: path)
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return name[name.index(after: dot)...].lowercased()
}

/// The file's name without its extension.
func fileStem(of path: String) -> Substring {
  let name = fileName(of: path)
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
  return name[..<dot]
}

/// A path for the child `name` of the folder `folder`.
func path(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
