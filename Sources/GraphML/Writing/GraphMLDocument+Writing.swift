extension GraphMLDocument {
  /// The file as bytes. The same document always gives the same bytes.
  /// - Throws: every edge that meets no node, or a forbidden character if the profile refuses them.
  /// - Complexity: O(elements and values).
  public func bytes(
    _ profile: UniversalProfile = UniversalProfile()
  ) throws(GraphMLError) -> [UInt8] {
    try bytesAndWarnings(profile).bytes
  }

  func bytesAndWarnings(
    _ profile: UniversalProfile
  ) throws(GraphMLError) -> (bytes: [UInt8], warnings: [GraphMLError]) {
    let plan = try UniversalPlan(self, profile)
    var bytes: [UInt8] = []
    var warnings: [GraphMLError] = []
    do {
      warnings = try plan.write { bytes += $0 }
      if profile.refusesForbiddenCharacters,
        let error = warnings.first(where: { $0.code == .forbiddenCharacter })
      {
        throw error
      }
    } catch let error as GraphMLError {
      throw error
    } catch {
      // The closure above throws nothing.
      assertionFailure("\(error)")
    }
    return (bytes, warnings)
  }

  /// Writes the file in pieces of some 64 KB, which the caller takes to a file, a pipe or a socket.
  /// - Returns: what the file could not say as the document does.
  /// - Throws: as ``bytes(_:)``, before anything is written, or what `sink` throws.
  /// - Complexity: O(elements and values); the space does not depend on the length of the file.
  @discardableResult
  public func write(
    _ profile: UniversalProfile = UniversalProfile(), to sink: ([UInt8]) throws -> Void
  ) throws -> [GraphMLError] {
    let plan = try UniversalPlan(self, profile)
    if profile.refusesForbiddenCharacters {
      let warnings = try plan.write { _ in }
      if let error = warnings.first(where: { $0.code == .forbiddenCharacter }) { throw error }
    }
    return try plan.write(to: sink)
  }
}

extension UniversalPlan {
  /// Writes the file.
  /// - Returns: all warnings.
  fileprivate func write(to sink: ([UInt8]) throws -> Void) throws -> [GraphMLError] {
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
