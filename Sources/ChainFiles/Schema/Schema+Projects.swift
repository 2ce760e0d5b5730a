import Chains

// What will change, what serves the chain, and where the figures come from.
extension Schema {
  static let projects = TableSchema<Project>(
    Project(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["项目", "项目名称"], .text, \.name),
      .init(.enterprise, "实施主体", also: ["企业"], .reference(.enterprises), \.enterprise),
      .init(.region, "地区", also: ["所在地"], .reference(.regions), \.region),
      .init(.phase, "阶段", also: ["项目阶段"], \.phase),
      .init(.start, "开工日期", .date, \.start),
      .init(.ready, "投产日期", .date, \.ready),
      .init(.due, "计划投产", also: ["计划投产日期"], .date, \.due),
      .init(.investment, "总投资", .figure(.money), \.investment),
      .init(.invested, "已完成投资", .figure(.money), \.invested),
      .init(.plannedThisYear, "年度计划投资", .figure(.money), \.plannedThisYear),
      .init(.owner, "责任单位", .text, \.owner),
    ])

  static let effects = TableSchema<Effect>(
    Effect(project: "", kind: .capacity, product: ""),
    [
      .init(.project, "项目", .reference(.projects), \.project, isRequired: true),
      .init(.kind, "类型", \.kind, isRequired: true),
      .init(.enterprise, "企业", .reference(.enterprises), \.enterprise),
      .init(.product, "产品", .reference(.products), \.product, isRequired: true),
      .init(.customer, "需方", also: ["客户"], .reference(.enterprises), \.customer),
      .init(.amount, "数量", .limit(.quantity(of: .product, aYear: true)), \.amount),
    ])

  static let platforms = TableSchema<Platform>(
    Platform(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.name, "名称", also: ["平台", "平台名称"], .text, \.name),
      .init(.kind, "类型", \.kind),
      .init(.stages, "环节", also: ["服务环节"], .list(.stages), \.stages),
      .init(.region, "地区", also: ["所在地"], .reference(.regions), \.region),
    ])

  static let sources = TableSchema<Source>(
    Source(id: ""),
    [
      .init(.id, "编号", .text, \.id),
      .init(.title, "标题", also: ["名称", "name"], .text, \.title),
      .init(.publisher, "发布单位", also: ["发布机构"], .text, \.publisher),
      .init(.date, "日期", also: ["发布日期"], .date, \.date),
      .init(.address, "网址", also: ["地址"], .text, \.address),
      .init(.grade, "可信度", \.grade),
    ])
}
