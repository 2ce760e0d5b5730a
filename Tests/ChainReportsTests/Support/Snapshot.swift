import Foundation
import Testing

/// Texts that are kept beside the tests, to be read by people when they change.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots")

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  }

  /// Compares a text with its snapshot; RECORD_SNAPSHOTS=1 writes the snapshot anew and fails.
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if isRecording, kept != text {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Testing.Issue.record("\(name) was written anew", sourceLocation: sourceLocation)
      return
    }
    #expect(text == kept, "RECORD_SNAPSHOTS=1 writes \(name)", sourceLocation: sourceLocation)
  }
}
