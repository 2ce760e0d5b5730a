extension GraphMLDocument {
  /// The file as bytes. The same document always gives the same bytes.
  /// - Throws: every edge that meets no node, or a forbidden character if the profile refuses them.
  /// - Complexity: O(elements and values).
  public func bytes(
    _ profile: UniversalProfile = UniversalProfile()
  ) throws(GraphMLError) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try onlyGraphMLErrors { try write(profile) { bytes += $0 } }
    return bytes
  }

  /// Writes the file in pieces of some 64 KB, which the caller takes to a file, a pipe or a socket.
  /// - Returns: what the file could not say as the document does.
  /// - Throws: as ``bytes(_:)``, before anything is written, or what `sink` throws.
  /// - Complexity: O(elements and values); the space does not depend on the length of the file.
  @discardableResult
  public func write(
    _ profile: UniversalProfile = UniversalProfile(), to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    try UniversalPlan(self, profile).write(profile, to: sink)
  }
}

extension UniversalPlan {
  /// Writes the file.
  /// - Returns: all warnings.
  /// - Throws: a forbidden character if the profile refuses it, before anything is written, or what `sink` throws.
  func write(
    _ profile: UniversalProfile, to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    if profile.refusesForbiddenCharacters {
      let all = try write { _ in }
      if let error = all.first(where: { $0.code == .forbiddenCharacter }) { throw error }
    }
    return try write(to: sink)
  }

  private func write(to sink: ([UInt8]) throws -> Void) throws -> [GraphMLError] {
    try withoutActuallyEscaping(sink) { sink in
      var writer = UniversalWriter(self, to: sink)
      try writer.write()
      guard writer.forbidden.count > 0 else { return warnings }
      return warnings + [
        GraphMLError(.forbiddenCharacter, writer.forbidden.first, count: writer.forbidden.count)
      ]
    }
  }
}

/// Does what can only throw errors of GraphML, since nothing else is called that throws.
func onlyGraphMLErrors<Value>(_ work: () throws -> Value) throws(GraphMLError) -> Value {
  do {
    return try work()
  } catch let error as GraphMLError {
    throw error
  } catch {
    preconditionFailure("\(error)")
  }
}
