import Chains

// Who does what and who supplies whom: enterprises, capacities, ties.
extension Schema {
  static let enterprises = TableSchema<Enterprise>(
    Enterprise(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["企业", "企业名称"], .text, \.name),
      .init(.aliases, "别名", also: ["简称"], .list(nil), \.aliases),
      .init(.region, "地区", also: ["所在地"], .reference(.regions), \.region),
      .init(.owner, "控股方", .text, \.owner),
      .init(.revenue, "营业收入", .figure(.money), \.revenue),
      .init(.employees, "员工数", .figure(.people), \.employees),
      .init(.tags, "标签", .list(nil), \.tags),
      .init(.status, "状态", \.status),
    ])

  static let capacities = TableSchema<Capacity>(
    Capacity(enterprise: "", product: ""),
    [
      .init(.enterprise, "企业", .reference(.enterprises), \.enterprise, isRequired: true),
      .init(.product, "产品", .reference(.products), \.product, isRequired: true),
      .init(.capacity, "产能", .figure(.quantity(of: .product, aYear: true)), \.capacity),
      .init(.line, "产线", also: ["生产线"], .text, \.line),
      .init(.output, "产量", .figure(.quantity(of: .product, aYear: true)), \.output),
      .init(.share, "份额", .figure(.share), \.share),
      .init(.weight, "份量", \.weight),
      .init(.stock, "库存", .figure(.quantity(of: .product, aYear: false)), \.stock),
      .init(.recovery, "恢复时间", .figure(.days), \.recovery),
      .init(.asOf, "截止日期", .date, \.provenance.asOf),
      .init(.source, "来源", .reference(.sources), \.provenance.source),
      .init(.grade, "可信度", \.provenance.grade),
    ])

  static let ties = TableSchema<Tie>(
    Tie(supplier: "", customer: "", product: ""),
    [
      .init(
        .supplier, "供方", also: ["供应商"], .reference(.enterprises), \.supplier, isRequired: true),
      .init(.customer, "需方", also: ["客户"], .reference(.enterprises), \.customer, isRequired: true),
      .init(.product, "产品", .reference(.products), \.product, isRequired: true),
      .init(.volume, "供应量", .limit(.quantity(of: .product, aYear: true)), \.volume),
      .init(.leadTime, "周期", also: ["交货周期"], .figure(.days), \.leadTime),
      .init(.distance, "运距", .figure(.kilometres), \.distance),
      .init(.status, "状态", \.status),
      .init(.asOf, "截止日期", .date, \.provenance.asOf),
      .init(.source, "来源", .reference(.sources), \.provenance.source),
      .init(.grade, "可信度", \.provenance.grade),
    ])
}
