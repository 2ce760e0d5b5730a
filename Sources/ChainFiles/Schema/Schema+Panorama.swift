import Chains

// What the chain needs: the chain itself, regions, stages, products, inputs.
extension Schema {
  static let chain = TableSchema<Profile>(
    Profile(),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["产业链"], .text, \.name),
      .init(.region, "所在地", also: ["地区"], .reference(.regions), \.region),
      .init(.chief, "链长", .text, \.chief),
      .init(.office, "牵头单位", .text, \.office),
      .init(.leaders, "链主", also: ["链主企业"], .list(.enterprises), \.leaders),
      .init(.asOf, "截止日期", .date, \.asOf),
      .init(.money, "金额单位", .text, \.money),
      .init(.scope, "范围说明", .text, \.scope),
      .init(.enterprisesKnown, "企业口径", \.enterprisesKnown),
      .init(.tiesKnown, "供应关系口径", \.tiesKnown),
    ])

  static let regions = TableSchema<Region>(
    Region(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["地区"], .text, \.name),
      .init(.kind, "级别", \.kind),
      .init(.parent, "上级", also: ["上级地区"], .reference(.regions), \.parent),
    ])

  static let stages = TableSchema<Stage>(
    Stage(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["环节"], .text, \.name),
      .init(.position, "位置", \.position),
      .init(.parent, "上级环节", also: ["上级"], .reference(.stages), \.parent),
    ])

  static let products = TableSchema<Product>(
    Product(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["产品"], .text, \.name),
      .init(.stage, "环节", .reference(.stages), \.stage),
      .init(.variantOf, "上级产品", .reference(.products), \.variantOf),
      .init(.unit, "单位", also: ["计量单位"], .text, \.unit),
      .init(.final, "终端产品", .flag, \.isFinal),
      .init(.value, "单价", .figure(.price), \.value),
      .init(.demand, "目标需求", .figure(.quantity(of: .id, aYear: true)), \.demand),
      .init(.external, "外部可得量", .limit(.quantity(of: .id, aYear: true)), \.external),
      .init(.leadTime, "周期", also: ["生产周期"], .figure(.days), \.leadTime),
    ])

  static let inputs = TableSchema<Input>(
    Input(product: "", input: ""),
    [
      .init(.product, "产品", .reference(.products), \.product, isRequired: true),
      .init(.input, "投入品", also: ["投入"], .reference(.products), \.input, isRequired: true),
      .init(.amount, "单耗", .figure(.ratio(of: .input, per: .product)), \.amount),
      .init(.class, "类别", \.essentiality),
      .init(.group, "替代组", .text, \.group),
      .init(.share, "缺失影响", .figure(.share), \.share),
      .init(.leadTime, "周期", also: ["交货周期"], .figure(.days), \.leadTime),
    ])
}
