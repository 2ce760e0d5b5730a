import Chains
import Testing

/// Every reason with its place and its words.
@Suite struct ChainProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let place: Place
    let chinese: String
    let english: String
    let edit: @Sendable (inout Tables) -> Void

    var testDescription: String { english }
  }

  static let cases: [Case] = [
    Case(
      place: Place(.products, row: 0), chinese: "没有任何产品：至少要在产品表中写一行",
      english: "there is no product: the table products needs a row"
    ) { $0 = Tables() },
    Case(
      place: Place(.products, row: 0, .final),
      chinese: "没有终端产品：请把产业链交付的产品的“终端产品”列写成“是”",
      english: "no product is final: write yes in the column final for what the chain delivers"
    ) { $0.products[0].isFinal = false },
    Case(
      place: Place(.stages, row: 0, .id), chinese: "此处不能为空：请补上",
      english: "id is empty: fill it in"
    ) { $0.stages = [Stage(id: "")] },
    Case(
      place: Place(.inputs, row: 0, .input), chinese: "此处不能为空：请补上",
      english: "input is empty: fill it in"
    ) { $0.inputs[0].input = "" },
    Case(
      place: Place(.stages, row: 0, .id), chinese: "编号“a\\u{7}”含有控制字符：请重新输入",
      english: "the id “a\\u{7}” contains a control character: type it again"
    ) { $0.stages = [Stage(id: "a\u{7}")] },
    Case(
      place: Place(.products, row: 2, .id), chinese: "“car”与第1条记录重复：请删除一条，或改编号",
      english: "“car” is there already as record 1: delete one, or change its id"
    ) { $0.products.append(Product(id: "car")) },
    Case(
      place: Place(.inputs, row: 1),
      chinese: "“car · steel”与第1条记录重复：请删除一条",
      english: "“car · steel” is there already as record 1: delete one"
    ) { $0.inputs.append(Input(product: "轿车", input: "钢材", amount: 3)) },
    Case(
      place: Place(.capacities, row: 2),
      chinese: "“A · car”与第1条记录重复：请删除一条；若是不同时期的数据，请写明截止日期",
      english: "“A · car” is there already as record 1: "
        + "delete one, or give them different as_of dates if they are of different times"
    ) { $0.capacities.append(Capacity(enterprise: "A", product: "car", capacity: 3)) },
    Case(
      place: Place(.products, row: 1, .external),
      chinese: "1e-13 太小：不到 10⁻¹² 的数无法与其他数一起计算，请核对单位，没有就写 0",
      english: "1e-13 is too small: figures below 10⁻¹² are lost beside others; "
        + "check the unit, or write 0 for none"
    ) { $0.products[1].external = .limited(1e-13) },
    Case(
      place: Place(.inputs, row: 0, .amount),
      chinese: "1e-11 与 1 相差 10¹⁰ 倍以上，无法放在一起计算：请核对单位，或换用大小相近的单位",
      english: "1e-11 and 1 are more than 10¹⁰ times apart and cannot be reckoned with together: "
        + "check the units, or choose units that bring them closer"
    ) { $0.inputs[0].amount = 1e-11 },
    Case(
      place: Place(.products, row: 1, .value),
      chinese: "20000000000000 与 10 相差 10¹⁰ 倍以上，无法放在一起计算：请核对单位，或换用大小相近的单位",
      english:
        "20000000000000 and 10 are more than 10¹⁰ times apart and cannot be reckoned with together: "
        + "check the units, or choose units that bring them closer"
    ) {
      $0.products[1].isFinal = true
      $0.products[1].value = 2e13
    },
    Case(
      place: Place(.stages, row: 0, .id),
      chinese: "编号“\(String(repeating: "x", count: 80))…”有 1001 个字符，最多 1000 个：请缩短，或核对引号是否漏写",
      english:
        "the id “\(String(repeating: "x", count: 80))…” has 1001 characters, 1000 are the most: "
        + "shorten it, or see whether a quote is missing"
    ) { $0.stages = [Stage(id: Identifier(String(repeating: "x", count: 1001)))] },
    Case(
      place: Place(.ties, row: 0, .product), chinese: "产品表中没有“stel”：是不是“steel”？否则请在该表补一行",
      english: "the table products has no “stel”: did you mean “steel”? Otherwise add a row there"
    ) { $0.ties[0].product = "stel" },
    Case(
      place: Place(.chain, row: 0, .region), chinese: "地区表中没有“zzzzzz”：请在该表补一行，或改正此处",
      english: "the table regions has no “zzzzzz”: add a row there, or correct this cell"
    ) { $0.profile.region = "zzzzzz" },
    Case(
      place: Place(.ties, row: 0, .customer),
      chinese: "“本厂”在企业表中对应多条记录（A、B）：请写编号",
      english: "“本厂” is the name of several rows of enterprises (A, B): write the id"
    ) {
      $0.enterprises[0].aliases = ["本厂"]
      $0.enterprises[1].name = "本厂"
      $0.ties[0].customer = "本厂"
    },
    Case(
      place: Place(.capacities, row: 0, .capacity), chinese: "“nan”不是数：请写数字，不知道就留空或写“待核”",
      english: "“nan” is not a number: write one, or leave the cell blank if it is not known"
    ) { $0.capacities[0].capacity = .nan },
    Case(
      place: Place(.products, row: 1, .external), chinese: "-5 是负数：此处不能小于 0",
      english: "-5 is negative: at least 0 is wanted"
    ) { $0.products[1].external = .limited(-5) },
    Case(
      place: Place(.products, row: 1, .external),
      chinese: "1e+18 太大：超过 10¹⁵ 的数无法与其他数一起计算，请核对单位",
      english: "1e+18 is too large: figures above 10¹⁵ drown all others; check the unit"
    ) { $0.products[1].external = .limited(1e18) },
    Case(
      place: Place(.inputs, row: 0, .amount), chinese: "0 不大于 0：此处必须是正数，不知道就留空",
      english: "0 is not above 0: a positive figure is wanted, or blank if it is not known"
    ) { $0.inputs[0].amount = 0 },
    Case(
      place: Place(.inputs, row: 0, .share),
      chinese: "25 不是份额：应在 0 与 1 之间，例如 0.25 或 25%",
      english: "25 is not a share: it must lie between 0 and 1, such as 0.25 or 25%"
    ) { $0.inputs[0].share = 25 },
    Case(
      place: Place(.products, row: 0, .value),
      chinese: "终端产品“轿车”没有单价：没有单价就无法用金额衡量断点和堵点，请填写（可为估计值）",
      english: "the final product “轿车” has no value: fill it in (an estimate will do), "
        + "for gaps and bottlenecks are measured in money"
    ) { $0.products[0].value = nil },
    Case(
      place: Place(.regions, row: 0, .parent),
      chinese: "上下级成环：province → park → town → province，请改其中一个",
      english: "these are above one another in a circle: province → park → town → province; "
        + "change one"
    ) { $0.regions[0].parent = "park" },
    Case(
      place: Place(.products, row: 1, .variantOf), chinese: "上下级成环：steel → steel，请改其中一个",
      english: "these are above one another in a circle: steel → steel; change one"
    ) { $0.products[1].variantOf = "steel" },
    Case(
      place: Place(.ties, row: 0, .customer),
      chinese: "供方和需方都是“B”：自产自用不必写供应关系，请删除此行",
      english: "supplier and customer are both “B”: delete the row, own production needs no tie"
    ) { $0.ties[0].customer = "乙厂" },
    Case(
      place: Place(.capacities, row: 2, .share), chinese: "“car”各企业份额合计 110%，超过 100%：请核对份额",
      english: "the shares of “car” add up to 110 %, above 100 %: check them"
    ) {
      $0.capacities[0].share = 0.6
      $0.capacities.append(Capacity(enterprise: "B", product: "car", share: 0.5))
    },
    Case(
      place: Place(.inputs, row: 1, .amount),
      chinese: "循环 steel → car → steel ：每产出 1 个单位“steel”，直接和间接要消耗它自身至少 1.2 个单位，"
        + "入不敷出：请核对这些投入的单耗",
      english: "the circle steel → car → steel eats more than it makes: one unit of steel takes, "
        + "directly and indirectly, at least 1.2 units of itself; check the amounts of these inputs"
    ) { $0.inputs.append(Input(product: "steel", input: "car", amount: 0.6)) },
    Case(
      place: Place(.effects, row: 0, .enterprise), chinese: "“产能”类项目效果缺少“enterprise”：请补上",
      english: "an effect of kind capacity needs enterprise: fill it in"
    ) { $0.effects = [Effect(project: "P", kind: .capacity, product: "car")] },
    Case(
      place: Place(.effects, row: 0, .customer), chinese: "“供应关系”类项目效果缺少“customer”：请补上",
      english: "an effect of kind tie needs customer: fill it in"
    ) { $0.effects = [Effect(project: "P", kind: .tie, enterprise: "A", product: "car")] },
  ]

  @Test func `more made than can be is a doubt and no error`() throws {
    var tables = cars()
    tables.capacities[0].output = 80
    #expect(try Chain(tables).doubts == [])
    tables.capacities[0].output = 81
    let doubts = try Chain(tables).doubts
    #expect(
      doubts == [
        ChainProblem(
          Place(.capacities, row: 0, .output), .outputAboveCapacity(output: 81, capacity: 80))
      ])
    #expect(doubts[0].text[.chinese] == "产量 81 超过产能 80，两者必有一错：请核对；计算以产能为准")
  }

  @Test func `figures far apart in different balances are no problem`() {
    #expect(
      problems {
        $0.inputs[0].amount = 1e-9
        $0.capacities[0].capacity = 1e-9
        $0.capacities[1].capacity = 1e14
      } == [])
  }

  @Test func `the example itself is a chain`() { #expect(problems { _ in } == []) }

  @Test(arguments: cases)
  func `a contradiction is told with its place and what to do`(_ given: Case) throws {
    let found = problems(given.edit)
    let problem = try #require(found.first)
    #expect(found.count == 1)
    #expect(problem.place == given.place)
    #expect(problem.text[.chinese] == given.chinese)
    #expect(problem.text[.english] == given.english)
  }

  @Test func `a problem describes itself with table, record and column counted from one`() {
    let problem = ChainProblem(Place(.capacities, row: 4, .share), .notAShare(1.5))
    #expect(
      problem.description
        == "capacities, record 5, column share: 1.5 is not a share: "
        + "it must lie between 0 and 1, such as 0.25 or 25%")
    #expect(
      ChainProblem(Place(.products, row: 0), .noProducts).description
        == "products, record 1: there is no product: the table products needs a row")
  }

  @Test func `all problems come at once, in the order of the document`() {
    let found = problems {
      $0.ties[0].volume = .limited(-1)
      $0.ties[0].supplier = "nobody at all"
      $0.capacities[1].stock = .infinity
      $0.enterprises[0].revenue = -2
      $0.inputs[0].amount = -1
      $0.products[0].value = nil
      $0.profile.region = "nowhere at all"
      $0.regions[3].parent = "abroad"
      $0.products.append(Product(id: "car"))
      $0.projects = [Project(id: "P", investment: -1)]
    }
    #expect(
      found.map(\.place) == [
        Place(.chain, row: 0, .region), Place(.regions, row: 3, .parent),
        Place(.products, row: 0, .value), Place(.products, row: 2, .id),
        Place(.inputs, row: 0, .amount), Place(.enterprises, row: 0, .revenue),
        Place(.capacities, row: 1, .stock), Place(.ties, row: 0, .supplier),
        Place(.ties, row: 0, .volume), Place(.projects, row: 0, .investment),
      ])
  }

  @Test func `blank references are missing once, and no repetition of one another`() {
    let found = problems {
      $0.inputs.append(Input(product: "", input: "steel"))
      $0.inputs.append(Input(product: "", input: "steel"))
    }
    #expect(
      found.map(\.reason) == [.missing(.product), .missing(.product)])
  }

  @Test func `every figure is checked in every table`() {
    let found = problems {
      $0.products[1].leadTime = -1
      $0.inputs[0].leadTime = .nan
      $0.enterprises[1].employees = -1
      $0.capacities[0].output = -1
      $0.capacities[0].recovery = -1
      $0.ties[0].distance = -1
      $0.ties[0].leadTime = -1
      $0.projects = [Project(id: "P", invested: -1, plannedThisYear: .infinity)]
      $0.effects = [Effect(project: "P", kind: .external, product: "car", amount: .limited(-1))]
    }
    #expect(found.count == 10)
    #expect(Set(found.map(\.place)).count == 10)
  }
}
