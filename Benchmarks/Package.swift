// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Liantu", path: "..")],
  targets: [
    .executableTarget(
      name: "kernel-benchmark",
      dependencies: [.product(name: "Graphs", package: "Liantu")]),
    .executableTarget(
      name: "graphml-benchmark",
      dependencies: [.product(name: "GraphML", package: "Liantu")]),
    .executableTarget(
      name: "quantity-benchmark",
      dependencies: [
        .product(name: "Liantu", package: "Liantu"),
        .product(name: "LinearPrograms", package: "Liantu"),
      ]),
    .executableTarget(
      name: "edges-benchmark",
      dependencies: [
        .product(name: "GraphFiles", package: "Liantu"),
        .product(name: "Graphs", package: "Liantu"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
