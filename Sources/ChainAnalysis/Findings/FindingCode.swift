/// The closed list of what an analysis can find.
///
/// Codes that start with G are gaps (断点): a required piece is absent. Codes that start with B are
/// bottlenecks (堵点): a flow exists but is limited, or is one failure from stopping.
public enum FindingCode: String, CaseIterable, Hashable, Sendable {
  case g01 = "G01"
  case g02 = "G02"
  case g03 = "G03"
  case g04 = "G04"
  case g06 = "G06"
  case g07 = "G07"
  case b01 = "B01"
  case b02 = "B02"
  case b03 = "B03"
  case b04 = "B04"
  case b05 = "B05"
  case b06 = "B06"
  case b09 = "B09"
  case b10 = "B10"
  case b11 = "B11"

  public var isGap: Bool { rawValue.hasPrefix("G") }

  /// The order in which codes that hold for one subject compete to be its primary code.
  ///
  /// G07 comes first where no source of the subject is known, because nothing else can then be
  /// decided; where only quantities are unknown it comes last (`Facet.decides`).
  static let primaryOrder: [FindingCode] = [
    .g07, .g01, .g03, .g06, .g02, .g04, .b06, .b01, .b05, .b02, .b03, .b04, .b09, .b10, .b11,
  ]
}
