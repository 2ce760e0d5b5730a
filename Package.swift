// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Liantu",
  products: [
    .library(name: "Liantu", targets: ["Liantu"]),
    // For scripts: one shared object beside the executable.
    .library(name: "LiantuDynamic", type: .dynamic, targets: ["Liantu"]),
    .executable(name: "liantu", targets: ["LiantuCommand"]),
    // Usable alone.
    .library(name: "Graphs", targets: ["Graphs"]),
    .library(name: "GraphML", targets: ["GraphML"]),
    .library(name: "LinearPrograms", targets: ["LinearPrograms"]),
    .library(name: "GraphFiles", targets: ["GraphFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, each in a folder of its own.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Without pkg-config, which would link it: shim.h says why it is opened at the first solve instead.
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The architecture: a target lists exactly what it may know.
    .target(name: "Graphs"),
    .target(name: "GraphML", dependencies: ["CLibXML2", "CZlib"]),
    .target(name: "GraphFiles", dependencies: ["Graphs", "GraphML"]),
    .target(name: "LinearPrograms", dependencies: ["CClp"]),
    .target(name: "Chains", dependencies: ["Graphs"]),
    .target(name: "ChainFiles", dependencies: ["Chains", "GraphML", "CYaml"]),
    .target(name: "ChainAnalysis", dependencies: ["Graphs", "Chains", "LinearPrograms"]),
    .target(name: "ChainReports", dependencies: ["Chains", "ChainAnalysis", "ChainFiles"]),
    .target(
      name: "Liantu",
      dependencies: [
        "Graphs", "GraphML", "GraphFiles", "Chains", "ChainFiles", "ChainAnalysis", "ChainReports",
      ]),
    .executableTarget(
      name: "LiantuCommand",
      dependencies: [
        "Liantu", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "GraphsTests", dependencies: ["Graphs"]),
    .testTarget(name: "GraphMLTests", dependencies: ["GraphML"], exclude: ["Fixtures"]),
    .testTarget(name: "GraphFilesTests", dependencies: ["GraphFiles", "GraphML", "Graphs"]),
    .testTarget(name: "LinearProgramsTests", dependencies: ["LinearPrograms"]),
    .testTarget(name: "ChainsTests", dependencies: ["Chains"]),
    .testTarget(name: "ChainFilesTests", dependencies: ["ChainFiles", "Chains", "GraphML"]),
    .testTarget(name: "ChainAnalysisTests", dependencies: ["ChainAnalysis", "Chains"]),
    .testTarget(
      name: "ChainReportsTests",
      dependencies: ["ChainReports", "ChainAnalysis", "ChainFiles", "Chains"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "LiantuTests", dependencies: ["Liantu", "LiantuCommand"], exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
