import ChainFiles
import Chains
import Testing

@Suite struct BadCSVTests {
  private func expect(
    _ files: [String: String], _ english: String..., chinese: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try problems(csv: files) == english, sourceLocation: sourceLocation)
    #expect(try problems(csv: files, .chinese) == chinese, sourceLocation: sourceLocation)
  }

  @Test func `Ragged rows are counted and nothing else is said about them`() throws {
    try expect(
      [
        "products.csv": "id,name,final,value\na,A,yes,1,extra\nb,B,no\n",
        "inputs.csv": "product,input,amount\na,b,1\n",
      ],
      "products.csv:2: products: row 2 has 5 cells, the header has 4: "
        + "add or delete cells (a cell that holds a comma needs quotes)",
      "products.csv:3: products: row 3 has 3 cells, the header has 4: "
        + "add or delete cells (a cell that holds a comma needs quotes)",
      chinese: "products.csv:2: 产品: 第 2 行有 5 格，表头有 4 格：请补齐或删去多余的格（格内有逗号时要加引号）",
      "products.csv:3: 产品: 第 3 行有 3 格，表头有 4 格：请补齐或删去多余的格（格内有逗号时要加引号）")
  }

  @Test func `A title above the header is named`() throws {
    try expect(
      [
        "products.csv": leastProducts,
        "产能.csv": "2022年产能表,,\n\n企业,产品,产能\n甲,a,900\n",
      ],
      "产能.csv:1: capacities: “2022年产能表” is a title and no header: delete what stands above the header",
      chinese: "产能.csv:1: 产能: “2022年产能表”这一行是标题，不是表头：请删除表头上面的各行")
  }

  @Test func `The products that are missing are asked for by the name of their file`() throws {
    try expect(
      ["产能.csv": "企业,产品,产能\n甲,a,900\n"],
      "x: products: the folder holds no products.csv (or 产品.csv), the one table that is always wanted: add it",
      chinese: "x: 产品: 文件夹中没有 产品.csv（或 products.csv），这张表不能少：请补上")
  }

  @Test func `An unclosed quote has the place where it opened`() throws {
    try expect(
      [
        "products.csv": leastProducts, "enterprises.csv": "id,name\ne,\"E\nf,F\n",
        "capacities.csv": "enterprise,product\nf,a\n",
      ],
      "enterprises.csv:2:3: enterprises: this quote is never closed: add the \" that ends the cell",
      chinese: "enterprises.csv:2:3: 企业: 引号没有闭合：请在这一格的末尾补上 \"")
  }

  @Test func `Text behind a closing quote is refused and reading goes on`() throws {
    #expect(
      try problems(csv: ["products.csv": leastProducts + "\"b\"x,no,\nc,maybe,\n"]) == [
        "products.csv:3:4: products: there is text after the closing quote: "
          + "write a quote within a cell twice, \"\"",
        "products.csv:4:3: products, final: “maybe” is neither yes nor no: write one of them",
      ])
  }

  @Test func `A header that is there twice, in one language or two, is refused`() throws {
    try expect(
      ["产品.csv": "编号,id,终端产品,单价\na,a,是,1\n"],
      "产品.csv:1:4: products, id: “编号” and “id” are the same column (id): delete one",
      chinese: "产品.csv:1:4: 产品·id: “编号”和“id”是同一列（编号）：请删除一列")
    try expect(
      ["产品.csv": "编号,备注,备注,终端产品,单价\na,a,b,是,1\n"],
      "产品.csv:1:7: products, 备注: there are two columns “备注”: delete one",
      chinese: "产品.csv:1:7: 产品·备注: “备注”列出现两次：请删除一列")
  }

  @Test func `A unit in the header that is not the column's is refused`() throws {
    try expect(
      ["产品.csv": "编号,终端产品,单价（万元）,目标需求（万台）\na,是,1,5\n"],
      "产品.csv:1:16: products, 目标需求（万台）: “万台” in the header is not the unit of this column: "
        + "make the header “目标需求” and write the unit behind each figure (such as 5 万台)",
      chinese: "产品.csv:1:16: 产品·目标需求（万台）: 表头里的“万台”不是这一列的单位："
        + "请把表头改成“目标需求”，并把单位写在每个数后面（如 5万台）")
  }

  @Test func `A column that is missing is asked for once`() throws {
    try expect(
      ["products.csv": leastProducts, "ties.csv": "供方,产品\nb,a\nc,a\n"],
      "ties.csv:1: ties: the column “customer” is missing: add it",
      chinese: "ties.csv:1: 供应关系: 缺少“需方”列：请补上")
  }

  @Test func `A cell has its line, column and header, over quotes and line ends`() throws {
    try expect(
      ["产品.csv": "编号,名称,终端产品,单价,目标需求\na,\"面包,\n大\",是,一千,3个\n"],
      "产品.csv:3:6: products, 单价: “一千” is not a figure: "
        + "write one such as 1200, 50万 or 30%, or leave the cell blank if it is not known",
      "产品.csv:3:9: products, 目标需求: “3个” is in 个, but “面包,\n大” has no unit: "
        + "write 个 in the column unit of the table products, or the figure alone here",
      chinese: "产品.csv:3:6: 产品·单价: “一千”不是数字：请写 1200、50万、30% 这样的数，不知道就留空或写“待核”",
      "产品.csv:3:9: 产品·目标需求: “3个”带有单位“个”，而“面包,\n大”没有写单位：请在产品表的“单位”列写“个”，或此处只写数字")
  }

  @Test func `A folder without tables, an empty file and one table in two files are refused`()
    throws
  {
    try expect(
      ["x.csv": "a\n"],
      "x: the folder holds no table of a chain: files such as products.csv (or 产品.csv) are wanted",
      chinese: "x: 文件夹中没有产业链的表：需要 产品.csv（或 products.csv）等文件")
    #expect(
      try problems(csv: ["products.csv": leastProducts, "ties.csv": ""]) == [
        "ties.csv: ties: the file is empty: write at least a header line, or delete it"
      ])
    #expect(
      try problems(csv: ["产品.csv": leastProducts, "products.csv": leastProducts]) == [
        "产品.csv: products: “products.csv” holds the same table: delete one of the two"
      ])
  }

  @Test func `All problems of all files come sorted by file and line`() throws {
    let lines = try problems(csv: [
      "products.csv": "id,final,value,demand\na,yes,1,x\nb,no,,y\n",
      "enterprises.csv": "id,status\ne,gone\n", "ties.csv": "supplier,customer\n\"e\n",
    ])
    #expect(
      lines.map { String($0.prefix { $0 != " " }) } == [
        "enterprises.csv:2:3:", "products.csv:2:9:", "products.csv:3:7:", "ties.csv:1:",
        "ties.csv:2:1:",
      ])
  }

  @Test func `A line of ten megabytes is one cell`() throws {
    let long = String(repeating: "长", count: 3_500_000)
    let folder = try TemporaryFolder()
    try folder.write("products.csv", "id,name,final,value\na,\(long),yes,1\n")
    let document = try ChainDocument(reading: folder.path)
    #expect(document.tables.products[0].name.unicodeScalars.count == 3_500_000)
  }

  @Test func `Tables too wide to be honest are refused`() throws {
    let wide = (0..<200_000).map { "c\($0)" }.joined(separator: ",") + "\n"
    let lines = try problems(csv: ["products.csv": wide])
    #expect(lines.count == 1)
    #expect(
      lines.first?.hasPrefix(
        "products.csv: products: the table is too large (1 rows, 200000 columns)") == true)
    let keys = "products:\n" + (0..<5000).map { "  - {k\($0): 1}\n" }.joined()
    #expect(problems(keys).count == 1)
  }
}
