// The whole library under one name: `import Liantu`. Nothing of its own.
@_exported public import ChainAnalysis
@_exported public import ChainFiles
@_exported public import ChainReports
@_exported public import Chains
@_exported public import GraphFiles
@_exported public import GraphML
@_exported public import Graphs
