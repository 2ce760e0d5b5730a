public import Chains

/// What an analysis has to say about a product or an enterprise, for the viewers of a GraphML file.
///
/// Annotations are for people: they are written as attributes of the node and ignored when the file is read back.
public struct Annotation: Hashable, Sendable {
  /// The table of the record: products or enterprises.
  public var table: Table
  /// The record's id.
  public var id: String
  /// The codes of the findings about it, such as B05; worst first.
  public var findings: [String] = []
  /// 1 (to be noted)...5 (severe); `nil` without a finding.
  public var severity: Int?
  /// Supply over need, 0...1.
  public var coverage: Double?
  /// 0...255 each.
  public var color: Color?
  /// In the viewer's units, x to the right and y upwards.
  public var position: Position?

  /// An annotation that says nothing yet.
  public init(_ table: Table, id: String) {
    self.table = table
    self.id = id
  }

  /// A colour of the screen, 0...255 each.
  public struct Color: Hashable, Sendable {
    /// 0...255
    public var red: UInt8
    /// 0...255
    public var green: UInt8
    /// 0...255
    public var blue: UInt8

    /// A colour from its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// A point of the drawing.
  public struct Position: Hashable, Sendable {
    /// To the right, in the viewer's units.
    public var x: Double
    /// Upwards, in the viewer's units.
    public var y: Double

    /// A point from its coordinates.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
}
