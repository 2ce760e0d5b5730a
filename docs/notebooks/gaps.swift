// %% [markdown]
// # 断点及其依据 · Gaps and what they rest on
//
// 读一条产业链，列出断点和依据，再按保障度从低到高列出产品。
// Reads a chain, lists its gaps with their evidence, then its products by coverage.
//
//     liantu run docs/notebooks/gaps.swift [chain]

import Liantu

// %%
let path = CommandLine.arguments.dropFirst().first ?? "chains/battery.yaml"
let document = try ChainDocument(reading: path)
let chain = document.chain
let analysis = chain.analysis()
print("\(chain.profile.name): \(chain)")

// %% [markdown]
// ## 断点 · Gaps
// 每一条写明理由，以及它依据的是文件的哪一行。
// Each with its reasons, and with the rows of the document that say so.

// %%
for finding in analysis.findings where finding.code.isGap {
  print("\n\(finding.id)  \(analysis.title(of: finding)[.chinese])")
  for evidence in finding.evidence {
    print("  \(analysis.words(for: evidence, of: finding)[.chinese])")
    for place in evidence.rows {
      print("    \(document.location(of: place))  \(chain.words(for: place)[.chinese])")
    }
  }
}

// %% [markdown]
// ## 保障度 · Products by coverage
// 可得量与目标所需之比；待核的排在最后。
// What can be had over what the targets take; what is not known comes last.

// %%
print("\n保障度 coverage")
let states = analysis.products.filter(\.isRequired)
  .sorted { ($0.coverage.ratio ?? .infinity) < ($1.coverage.ratio ?? .infinity) }
for state in states {
  let coverage =
    switch state.coverage {
    case .exactly(.infinity): "不限 unlimited"
    case .exactly(let ratio): percent(ratio)
    case .atLeast(let ratio): "≥ " + percent(ratio)
    case .atMost(let ratio): "≤ " + percent(ratio)
    case .unknown: "待核 not known"
    }
  print("  \(coverage)  \(chain.products[state.product].name)")
}

func percent(_ ratio: Double) -> String { "\(Int((ratio * 100).rounded())) %" }
