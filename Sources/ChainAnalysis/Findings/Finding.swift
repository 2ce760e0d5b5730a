public import Chains

/// One gap or bottleneck of a chain, with what it rests on.
public struct Finding: Hashable, Sendable, Identifiable {
  /// The same for the same subject in every analysis of the chain, such as `B09:E7`.
  public let id: String
  /// The one code that names the finding.
  public let code: FindingCode
  /// Further codes that hold for the same subjects.
  public let also: [FindingCode]
  public let subjects: [Subject]
  public let severity: Severity
  public let standing: Standing
  public let value: FindingValue
  /// The final products that need the subjects, with what each loses.
  public let affected: [AffectedProduct]
  /// Why each code holds; the primary code's comes first.
  public let evidence: [Evidence]
  /// The worst grade among the figures that the finding rests on; `nil` when none is graded.
  public let grade: Grade?
}

/// Whether a finding costs output now, could cost it, or has to be looked into first.
public enum Standing: String, CaseIterable, Hashable, Sendable {
  /// 现实损失: the target cannot be reached because of it.
  case loss
  /// 风险敞口: one failure away.
  case exposure
  /// 待核: it holds or not depending on what is unknown.
  case toVerify = "to-verify"
}

/// What a finding is about: a record of the chain.
public enum Subject: Hashable, Sendable {
  case product(Int)
  case enterprise(Int)
  case region(Int)
  case tie(Int)
  /// A holder of several enterprises, by the name in `owner`.
  case owner(String)
}

/// A finding in money: final output in the chain's money a year.
public struct FindingValue: Hashable, Sendable {
  /// Where `now`, `relieved` and `gain` were solved for; `nil` where they were not.
  public var level: Level?
  /// Within reach today; `nil` when quantities are unknown.
  public var now: Double?
  /// Within reach when only this finding is cleared.
  public var relieved: Double?
  /// `relieved` − `now`.
  public var gain: Double?
  /// What is gained at least and at most with the worst and with the best that unknown figures can be; only
  /// where that differs, and `gain` is `nil` then.
  public var gainRange: ValueRange?
  /// Final output that the target lacks because of it.
  public var loss: Double?
  /// Final output that stops while the subject has failed, as a rate.
  public var exposure: Double?
  /// The same at least and at most with the worst and with the best that unknown figures can be; only where
  /// that differs, and `exposure` is `nil` then.
  public var exposureRange: ValueRange?
  /// The largest of these as a share of the reference value, 0...1; for B11 what one failure of the
  /// default length takes from a year, for G07 what the answers could change.
  public var share: Double?
  /// Units a year of the subject after which something else limits.
  public var breakpoint: Double?
  /// What limits next.
  public var next: [Subject] = []
  /// For G07: within reach with the worst and with the best answers, all else unknown at its best.
  public var interval: ValueRange?
  /// How often the finding stands when all figures are drawn anew.
  public var firmness: Firmness?

  public static let unknown = FindingValue()
}

/// How firm a finding is against errors in the figures (measures, §3.12).
public struct Firmness: Hashable, Sendable {
  public let draws: Int
  /// The share of draws in which it still limits, and in which it is among the five that cost most;
  /// 0...1.
  public let binding: Double
  public let leading: Double
}

/// A final product that a finding touches.
public struct AffectedProduct: Hashable, Sendable {
  public let product: Int
  /// What it can lose at most: the value of its target, money a year; `nil` when the demand is unknown.
  public let value: Double?
  /// What it loses because of the finding, money a year; `nil` where that is not known, or where several
  /// final products could share it one way or another.
  public let loss: Double?
  /// Whether the product stops altogether.
  public let stops: Bool
}

/// Why one code holds for a subject.
public struct Evidence: Hashable, Sendable {
  public let code: FindingCode
  public let reason: Reason
  /// The rows of the chain document that say so.
  public let rows: [Place]
}
