import ChainAnalysis
import Chains
import Foundation
import Testing

@testable import ChainReports

/// Which projects a finding names.
@Suite struct ProjectsTests {
  private static let text =
    Examples.bread.replacing(
      "region: 示例市}", with: "region: 示例市, chief: 副市长, office: 工业专班}")
      + """

      projects:
        - {id: P1, name: 面粉扩产, enterprise: 乙面粉, phase: construction, due: 2026-06, owner: 发改委}
        - {id: P2, name: 面粉外购, phase: preparation}
        - {id: P3, name: 烤炉二厂, phase: production, ready: 2025-01}
        - {id: P4, name: 酵母, phase: started}
      effects:
        - {project: P1, kind: capacity, product: flour, amount: 100}
        - {project: P2, kind: external, product: flour}
        - {project: P3, kind: capacity, enterprise: 丁机械, product: oven, amount: 5}
        - {project: P4, kind: external, product: yeast, amount: unlimited}
      enterprises:
        - {id: 甲烘焙}
        - {id: 乙面粉}
        - {id: 丙机械}
        - {id: 丁机械}
      """

  private func projects(_ id: String) throws -> [String] {
    let analysis = try Examples.analysis(Self.text)
    let finding = try #require(analysis.finding(id))
    return analysis.chain.projects(touching: finding).map(\.id.text)
  }

  @Test func `a product is touched by what is done for it, an enterprise by what it makes`() throws
  {
    #expect(try projects("G04:flour") == ["P1", "P2"])
    #expect(try projects("B09:丙机械") == ["P3"])
    #expect(try projects("B09:甲烘焙") == [])
  }

  @Test func `the JSON names them and who answers`() throws {
    let analysis = try Examples.analysis(Self.text)
    let finding = try #require(analysis.finding("G04:flour"))
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(AnalysisJSON(analysis, version: "1").text(of: finding).utf8)) as? [String: Any])
    let projects = try #require(json["projects"] as? [[String: Any]])
    #expect(projects.map { $0["phase"] as? String } == ["construction", "preparation"])
    #expect(projects[0]["due"] as? String == "2026-06" && projects[0]["ready"] is NSNull)
    #expect(json["responsible"] as? [String: String] == ["chief": "副市长", "office": "工业专班"])
    let plain = try Examples.analysis(Examples.bread)
    let first = AnalysisJSON(plain, version: "1").text(of: plain.findings[0])
    #expect(first.contains("\"responsible\" : null") || first.contains("\"responsible\":null"))
  }

  @Test func `explain tells each with its phase, its date and what it adds`() throws {
    let analysis = try Examples.analysis(Self.text)
    let finding = try #require(analysis.finding("G04:flour"))
    let text = Explanation(finding, of: analysis, language: .chinese, width: 100).text
    #expect(text.contains("P1 面粉扩产；建设；计划 2026-06 投产；发改委；乙面粉面粉产能 +100 吨"), "\(text)")
    #expect(text.contains("P2 面粉外购；前期；面粉外购 数量待核"), "\(text)")
    #expect(text.contains("链长：副市长；牵头单位：工业专班"), "\(text)")
    let english = Explanation(finding, of: analysis, language: .english, width: 100).text
    #expect(english.contains("Projects that touch it"))
  }

  @Test func `the list has the office, the projects and their phases`() throws {
    let csv = FindingList(try Examples.analysis(Self.text), language: .chinese).csv
    #expect(csv.hasPrefix("序号,") && csv.contains("责任单位,对应项目,项目阶段\r\n"))
    #expect(csv.contains(",工业专班,面粉扩产、面粉外购,建设、前期\r\n"))
  }
}
