/// The language of the headers, the file names and the words (such as 必需, essential) that are written.
public enum Headers: String, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"
}
