// %% [markdown]
// # 如果一家企业停产 · What if an enterprise stops
//
// 比较停产前后的分析：新增和消失的发现、产能可及的产值；停产后的链写成 GraphML。
// Compares the analyses before and after: findings, and the value within capacity; writes the chain
// after the stop as GraphML where a path is given.
//
//     liantu run docs/notebooks/what-if.swift [chain] [enterprise] [out.graphml]

import Liantu

// %%
let arguments = Array(CommandLine.arguments.dropFirst())
let path = arguments.count > 0 ? arguments[0] : "chains/battery.yaml"
let enterprise = Enterprise.ID(arguments.count > 1 ? arguments[1] : "E7")

let chain = try ChainDocument(reading: path).chain
let scenario = try chain.stopping(.enterprise(enterprise))
let before = chain.analysis()
let after = scenario.analysis()

// %% [markdown]
// ## 产值 · Output
// 算不准时给出上下界；待核的数写成“待核”，不当作零。
// Bounds where the value is not exact; what is not known is called so, and never counts as zero.

// %%
func money(_ value: Double) -> String { "\(Int(value.rounded())) \(chain.profile.money)/年" }

func reach(_ summary: Summary) -> String {
  if let exact = summary.capacityLimited { return money(exact) }
  let bounds = [
    summary.capacityLimitedAtLeast.map { "≥ " + money($0) },
    summary.capacityLimitedAtMost.map { "≤ " + money($0) },
  ].compactMap { $0 }
  return bounds.isEmpty ? "待核 not known" : bounds.joined(separator: ", ")
}

print("停产 stops: \(enterprise)")
print("产能可及 within capacity")
print("  停产前 before  \(reach(before.summary))")
print("  停产后 after   \(reach(after.summary))")

// %% [markdown]
// ## 发现 · Findings
// 每条发现有固定的编号，所以两次分析可以相减。
// A finding keeps its id from one analysis to the next, so that two analyses have a difference.

// %%
let difference = after.difference(from: before)

print("\n新增 new: \(difference.new.count)")
for finding in difference.new {
  print("  \(finding.id)  \(after.title(of: finding)[.chinese])")
}
print("消失 closed: \(difference.closed.count)")
for finding in difference.closed {
  print("  \(finding.id)  \(before.title(of: finding)[.chinese])")
}
print("仍在 persisting: \(difference.persisting.count)")

// %%
if arguments.count > 2 {
  try scenario.write(
    to: arguments[2], as: .graphml, annotations: after.annotations, force: true)
  print("\n已写入 wrote \(arguments[2])")
}
