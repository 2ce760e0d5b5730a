internal import ChainAnalysis
internal import Chains

extension Explanation {
  /// The projects that touch the finding, and who answers for the chain.
  func projects() -> [String] {
    let projects = chain.projects(touching: finding)
    guard !projects.isEmpty else { return [] }
    let wording = ProjectWording(chain: chain, language: language)
    return [style(say("对应项目", "Projects that touch it"), .bold)]
      + projects.flatMap { hanging(wording.text($0)) } + [""]
  }

  func responsible() -> [String] {
    let profile = chain.profile
    let parts = [
      profile.chief.map { say("链长：", "chief: ") + $0 },
      profile.office.map { say("牵头单位：", "office: ") + $0 },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return [] }
    return [style(say("由谁负责", "Who answers for it"), .bold)]
      + hanging(parts.joined(separator: say("；", "; "))) + [""]
  }
}
