import Chains
import Testing

@testable import ChainFiles

@Suite struct FigureCellTests {
  private func read(
    _ text: String, _ measure: Column.Measure, unit: String? = "吨", money: String = "万元"
  ) throws -> Double? {
    try FigureCell.read(text, as: measure) {
      CellContext(money: money) { _ in .product(name: "钢", unit: unit) }
    }
  }

  private let quantity = Column.Measure.quantity(of: .product, aYear: true)

  @Test(arguments: [
    ("1200", 1200), ("1,200", 1200), ("１，２００", 1200), ("1,234,567.5", 1_234_567.5), ("1.2e3", 1200),
    ("1.2E+3", 1200), ("-5", -5), ("－5", -5), ("+5", 5), ("0.5", 0.5), (".5", 0.5), ("5.", 5),
    ("50万", 500_000), ("5千", 5000), ("3百万", 3_000_000), ("1.5亿", 150_000_000), ("2万亿", 2e12),
    ("5吨", 5), ("5 t", 5), ("5千克", 0.005), ("5公斤", 0.005), ("5kg", 0.005), ("5万吨", 50_000),
    ("50万吨/年", 500_000), ("5 kt", 5000), (" 7 ", 7), ("007", 7), ("5 million", 5_000_000),
  ])
  func `A quantity is read as people write it`(text: String, figure: Double) throws {
    #expect(try read(text, quantity) == figure)
  }

  @Test(arguments: ["", "待核", "未知", "-", "—", "unknown", "N/A", "null"])
  func `What is not known is no figure`(text: String) throws {
    #expect(try read(text, quantity) == nil)
  }

  @Test func `Units of one family convert exactly`() throws {
    #expect(try read("5 GWh", quantity, unit: "kWh") == 5_000_000)
    #expect(try read("5度", quantity, unit: "kWh") == 5)
    #expect(try read("300MW", quantity, unit: "GW") == 0.3)
    #expect(try read("1.5km", quantity, unit: "米") == 1500)
    #expect(try read("50万台", quantity, unit: "台") == 500_000)
    #expect(try read("50万台", quantity, unit: "万台") == 50)
    #expect(try read("5000台", quantity, unit: "万台") == 0.5)
    #expect(try read("50", quantity, unit: "万台") == 50)
    #expect(try read("3立方米", quantity, unit: "升") == 3000)
    #expect(throws: CellError.self) { try read("5 MWh", quantity, unit: "MW") }
    #expect(throws: CellError.self) { try read("5 mw", quantity, unit: "MW") }
    #expect(throws: CellError.self) { try read("50万", quantity, unit: "万台") }
    #expect(throws: CellError.self) { try read("5台", quantity, unit: nil) }
    #expect(try read("5万", quantity, unit: nil) == 50_000)
  }

  @Test(arguments: [
    ("200.33亿元", 2_003_300), ("3200元", 0.32), ("7000万元", 7000), ("7000", 7000), ("0.1亿元", 1000),
    ("19.99亿元", 199_900), ("1.1亿元", 11_000), ("4.35亿元", 43_500),
  ])
  func `Money is exact to the last digit`(text: String, figure: Double) throws {
    #expect(try read(text, .money) == figure)
  }

  @Test func `Money of another currency or of an unclear size is refused`() throws {
    #expect(throws: CellError.self) { try read("5万美元", .money) }
    #expect(throws: CellError.self) { try read("200.33亿", .money) }
    #expect(try read("5万美元", .money, money: "万美元") == 5)
    #expect(try read("3亿元", .money, money: "元") == 300_000_000)
  }

  @Test func `A price is money for one unit`() throws {
    #expect(try read("3200元", .price) == 0.32)
    #expect(try read("0.32万元/吨", .price) == 0.32)
    #expect(try read("5元/千克", .price) == 0.5)
    #expect(try read("5元/台", .price, unit: "万台") == 5)
    #expect(throws: CellError.self) { try read("5元/台", .price) }
  }

  @Test func `A recipe's figure may say both units`() throws {
    let ratio = Column.Measure.ratio(of: .input, per: .product)
    func read(_ text: String) throws -> Double? {
      try FigureCell.read(text, as: ratio) {
        CellContext {
          $0 == .input ? .product(name: "铜", unit: "吨") : .product(name: "线", unit: "台")
        }
      }
    }
    #expect(try read("0.5") == 0.5)
    #expect(try read("500千克") == 0.5)
    #expect(try read("500千克/台") == 0.5)
    #expect(try read("5000吨/万台") == 0.5)
    #expect(throws: CellError.self) { try read("5台/吨") }
  }

  @Test func `Shares, days, kilometres and people`() throws {
    #expect(try read("30%", .share) == 0.3)
    #expect(try read("７７.５％", .share) == 0.775)
    #expect(try read("0.3", .share) == 0.3)
    #expect(try read("2周", .days) == 14)
    #expect(try read("36小时", .days) == 1.5)
    #expect(try read("45 天", .days) == 45)
    #expect(try read("120公里", .kilometres) == 120)
    #expect(try read("800米", .kilometres) == 0.8)
    #expect(try read("1,200人", .people) == 1200)
    #expect(try read("1.2万人", .people) == 12_000)
    #expect(throws: CellError.self) { try read("3个月", .days) }
    #expect(throws: CellError.self) { try read("30%", .days) }
  }

  @Test func `A limit may be none, a figure, or no limit`() throws {
    func read(_ text: String) throws -> Limit {
      try FigureCell.readLimit(text, as: quantity) {
        CellContext { _ in .product(name: "钢", unit: "吨") }
      }
    }
    #expect(try read("不限") == .unlimited)
    #expect(try read("Unlimited") == .unlimited)
    #expect(try read("无") == .limited(0))
    #expect(try read("0") == .limited(0))
    #expect(try read("5万吨") == .limited(50_000))
    #expect(try read("待核") == .unknown)
  }

  @Test func `The message for months says what to write`() {
    #expect {
      try read("3个月", .days)
    } throws: { error in
      (error as? CellError)?.text
        == Bilingual(
          "“3个月”以月计，一个月的天数不固定：请改写成天数，如 90 天",
          "“3个月” is in months, which differ in length: write the number of days, such as 90")
    }
  }

  @Test(arguments: [
    ("10~20", "范围"), ("10～20吨", "范围"), ("10-20", "范围"), ("100 左右", "确定"), ("约100", "确定"),
    ("100以上", "确定"),
    ("100多", "确定"), (">100", "确定"), ("120%", "百分数"), ("3万5千", "两个数位"), ("9OO", "字母"), ("lO0", "字母"),
    ("1O0", "字母"),
  ])
  func `The advice is about what is wrong, and never to write it in the unit column`(
    _ text: String, _ hint: String
  ) {
    for unit in [nil, "吨"] {
      #expect {
        try read(text, quantity, unit: unit)
      } throws: { error in
        let advice = (error as? CellError)?.text.chinese ?? ""
        return advice.contains(hint) && !advice.contains("单位")
      }
    }
  }

  @Test func `A value of megabytes is quoted by its beginning`() {
    #expect {
      try read("x" + String(repeating: "9", count: 1_000_000), quantity)
    } throws: { error in
      (error as? CellError).map { $0.text.chinese.count < 200 && $0.text.chinese.contains("x999") }
        ?? false
    }
  }

  @Test(arguments: [
    ("2022", "2022"), ("2022年", "2022"), ("2022年3月", "2022-03"), ("2022-03", "2022-03"),
    ("2022/3/15", "2022-03-15"), ("2022.3.15", "2022-03-15"), ("2022年3月15日", "2022-03-15"),
    ("２０２２－０３", "2022-03"), ("20220315", "2022-03-15"), ("2022-3-5", "2022-03-05"),
  ])
  func `A date is read as people write it`(text: String, date: String) {
    #expect(CalendarDate(written: text)?.description == date)
  }

  @Test(arguments: [
    "2022年一季度", "44635", "2022-13", "2022-02-30", "2022-3/5", "x", "", "22-03-15",
    "2022-03-15T00:00",
    "-2022", "2022-", "2022 03",
  ])
  func `What is no date is none`(text: String) {
    #expect(CalendarDate(written: text) == nil)
  }

  @Test func `A list cell keeps names that hold separators`() {
    #expect(ListCell.read("长城；北汽、一汽;上汽", commas: false) == ["长城", "北汽", "一汽", "上汽"])
    #expect(ListCell.read("Foo Co., Ltd.; Bar", commas: false) == ["Foo Co., Ltd.", "Bar"])
    #expect(ListCell.read("链主,规上", commas: true) == ["链主", "规上"])
    let texts = ["a;b", "x", "\"q\"", "甲、乙", "c,d", "e\"f"]
    #expect(ListCell.read(ListCell.written(texts), commas: true) == texts)
    #expect(ListCell.read(" ; ;", commas: true) == [])
  }
}
