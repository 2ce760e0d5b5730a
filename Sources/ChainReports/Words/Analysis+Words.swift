public import ChainAnalysis
public import Chains

// A finding in single lines, for scripts that print their own lists.

extension Analysis {
  /// What a finding is about and what it is: `锂盐厂 · 单点堵点`, `锂盐厂 · single point of failure`.
  public func title(of finding: Finding) -> Bilingual {
    let names = finding.subjects.map(chain.name).joined(separator: "＋")
    let code = finding.code.name
    return Bilingual("\(names) · \(code.chinese)", "\(names) · \(code.english)")
  }

  /// Why one code of a finding holds, in a line.
  public func words(for evidence: Evidence, of finding: Finding) -> Bilingual {
    ReasonWording(chain: chain).text(evidence, of: finding)
  }
}

extension Chain {
  /// A row of the document in words, with its source, date and grade.
  public func words(for place: Place) -> Bilingual {
    Bilingual(
      FigureWording(chain: self, language: .chinese).text(at: place),
      FigureWording(chain: self, language: .english).text(at: place))
  }
}
