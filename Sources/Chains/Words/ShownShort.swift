extension String {
  /// The text as a message quotes it: its beginning, where it is longer than anybody reads.
  ///
  /// A cell may hold megabytes when a quote is missing somewhere.
  package var shownShort: String {
    guard let end = index(startIndex, offsetBy: 80, limitedBy: endIndex), end != endIndex else {
      return self
    }
    return self[..<end] + "…"
  }
}
