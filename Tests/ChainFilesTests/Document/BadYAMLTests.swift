import ChainFiles
import Chains
import Testing

/// Each wrong input with all that is said about it, in both languages.
@Suite struct BadYAMLTests {
  private func expect(
    _ yaml: String, _ english: String..., chinese: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(problems(yaml) == english, sourceLocation: sourceLocation)
    #expect(problems(yaml, .chinese) == chinese, sourceLocation: sourceLocation)
  }

  /// A chain of one product with further fields; they start in line 2, column 44.
  private func product(_ fields: String) -> String {
    "products:\n  - {id: a, final: yes, value: 1, unit: 吨, \(fields)}\n"
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "~"])
  func `An empty file is said to be empty`(text: String) {
    expect(
      text, "x.yaml: the file is empty: at least the table products is wanted",
      chinese: "x.yaml: 文件是空的：至少要写 products（产品）一张表")
  }

  @Test func `A tab in the indentation is named`() {
    expect(
      "products:\n  - id: a\n\tname: b\n",
      "x.yaml:3:1: the line is indented with a tab: use blanks",
      chinese: "x.yaml:3:1: 缩进用了制表符（Tab）：请改用空格")
  }

  @Test func `A full-width colon is suspected`() {
    expect(
      "products：\n  - id: a\n",
      "x.yaml:2:7: a colon may be the full-width “：”: write an ASCII colon and a blank",
      chinese: "x.yaml:2:7: 冒号可能写成了全角“：”：请改用英文冒号加空格“: ”")
    expect(
      "products:\n  - id：a\n",
      "x.yaml:2:5: products: a record is written as “field: value”, with an ASCII colon and a blank",
      chinese: "x.yaml:2:5: 产品: 每条记录应写成“字段: 值”（英文冒号后空一格）")
  }

  @Test func `Broken syntax has the parser's place and reason`() {
    expect(
      "products:\n  - {id: a\n  - {id: b}\n",
      "x.yaml:3:5: not valid YAML (while parsing a flow mapping, did not find expected ',' or '}'): "
        + "check the indentation, the blank behind each colon, and the quotes",
      chinese:
        "x.yaml:3:5: YAML 语法错误（花括号“{”里缺少“,”或“}”）："
        + "请检查缩进、冒号后的空格和引号")
  }

  @Test func `What is wrong in an alias is told once`() {
    #expect(
      problems("a: &a [x, y]\nproducts: [*a, *a, *a]\n").filter { $0.contains("products") }.count
        == 1)
  }

  @Test func `A key that is there twice has the place of the first`() {
    expect(
      "products:\n  - {id: a, id: b}\n",
      "x.yaml:2:6: “id” is there twice in one record: delete one",
      chinese: "x.yaml:2:6: “id”在同一条记录中写了两次：请删除一个")
  }

  @Test func `A field under two names in one record is refused`() {
    expect(
      product("终端产品: 否"),
      "x.yaml:2:44: products: the field “终端产品” is there twice in one record, under two names: delete one",
      chinese: "x.yaml:2:44: 产品: “终端产品”这一字段在同一条记录中写了两次（中英文名各一）：请删除一个")
  }

  @Test func `Two documents, undefined aliases and control characters are refused`() {
    #expect(
      problems("products: []\n---\nx: 1\n") == [
        "x.yaml:2:1: there are several documents in the file: delete the “---”"
      ])
    #expect(
      problems("products:\n  - {id: *a}\n") == [
        "x.yaml:2:10: a word that starts with “*” is taken for an alias: put it in quotes"
      ])
    #expect(
      problems("products:\n  - {id: \"a\u{1}\"}\n") == [
        "x.yaml:2:12: a character is not allowed in YAML (control characters are not allowed): delete it"
      ])
  }

  @Test func `Deep nesting and alias bombs end at once`() {
    #expect(
      problems("products: " + String(repeating: "[", count: 100_000)) == [
        "x.yaml:1:1009: lists are nested too deeply"
      ])
    #expect(
      problems(String(repeating: "- ", count: 100_000)) == [
        "x.yaml:1:1999: lists are nested too deeply"
      ])
    var bomb = "x0: &x0 [1, 1]\n"
    for level in 1...200 {
      let before = "*x\(level - 1)"
      bomb +=
        "x\(level): &x\(level) [" + Array(repeating: before, count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(problems(bomb + "products: *x200\n").count == 1, "the same place is told once")
    #expect(
      problems(bomb + "? *x200\n: 1\n") == [
        "x.yaml:202:3: a key must not be an alias (*) or a list: write the name of the field"
      ])
    #expect(problems(bomb + "*x200 : 1\n").count == 1)
    #expect(problems(bomb + "[*x200]: 1\n").count == 1)
  }

  @Test func `Aliases cannot pile lists up without end`() {
    var pile = "x0: &x0 [1]\n"
    for level in 1...2000 { pile += "x\(level): &x\(level) [*x\(level - 1)]\n" }
    #expect(problems(pile) == ["x.yaml:999:14: lists are nested too deeply"])
  }

  @Test func `A column counts characters, not bytes`() {
    #expect(
      problems("产品:\n  - {名称: \"\u{1B}\"}\n") == [
        "x.yaml:2:11: a character is not allowed in YAML (control characters are not allowed): delete it"
      ])
  }

  @Test func `An anchor may be used as a value`() throws {
    let yaml = "products:\n  - {id: a, final: yes, value: &v 7}\n  - {id: b, value: *v}\n"
    #expect(try ChainDocument(bytes: Array(yaml.utf8)).tables.products[1].value == 7)
  }

  @Test func `What is no table is refused`() {
    expect(
      "hello",
      "x.yaml:1:1: the file must start with the name of a table and a colon, such as “products:”",
      chinese: "x.yaml:1:1: 文件开头应是表名加冒号，如“products:”")
    #expect(
      problems("products: 3") == [
        "x.yaml:1:11: products: a table is a list, each record behind a hyphen and a blank"
      ])
    #expect(
      problems(product("name: b") + "产品:\n  - {id: b}\n") == [
        "x.yaml:3:1: products: “products” and “产品” are the same table: join them"
      ])
  }

  @Test func `An id that is there twice has both lines`() {
    expect(
      "products:\n  - {id: a, final: yes, value: 1}\n  - {id: a}\n",
      "x.yaml:3:10: products, id: “a” is there already as record 1: delete one, "
        + "or change its id (the first is in line 2)",
      chinese: "x.yaml:3:10: 产品·id: “a”与第1条记录重复：请删除一条，或改编号（前一条在第 2 行）")
  }

  @Test func `Dangling references come all at once with their cells`() {
    expect(
      """
      products:
        - {id: 线束, final: yes, value: 1}
      inputs:
        - {product: 线束, input: 铜线, amount: 1}
        - {product: 线东, input: 线束}
      """,
      "x.yaml:4:26: inputs, input: the table products has no “铜线”: add a row there, or correct this cell",
      "x.yaml:5:15: inputs, product: the table products has no “线东”: did you mean “线束”? Otherwise add a row there",
      chinese: "x.yaml:4:26: 投入·input: 产品表中没有“铜线”：请在该表补一行，或改正此处",
      "x.yaml:5:15: 投入·product: 产品表中没有“线东”：是不是“线束”？否则请在该表补一行")
  }

  @Test func `A circle that eats more than it makes has the cell of an amount`() throws {
    let yaml = """
      products:
        - {id: a, final: yes, value: 1}
        - {id: b}
      inputs:
        - {product: a, input: b, amount: 2}
        - {product: b, input: a, amount: 0.5}
      """
    let problem = try #require(problems(yaml).first)
    #expect(problem.hasPrefix("x.yaml:6:36: inputs, amount: the circle b → a → b"))
    #expect(problems(yaml).count == 1)
  }

  @Test func `Negative figures and figures that are none are refused`() {
    expect(
      product("demand: -5"), "x.yaml:2:52: products, demand: -5 is negative: at least 0 is wanted",
      chinese: "x.yaml:2:52: 产品·demand: -5 是负数：此处不能小于 0")
    for text in ["NaN", "inf", ".nan", "-.inf", "一千", "1.2.3", "1 200", "--5"] {
      #expect(
        problems(product("demand: \(text)")) == [
          "x.yaml:2:52: products, demand: “\(text)” is not a figure: "
            + "write one such as 1200, 50万 or 30%, or leave the cell blank if it is not known"
        ])
    }
    expect(
      product("demand: abc"),
      "x.yaml:2:52: products, demand: “abc” is not a figure: "
        + "write one such as 1200, 50万 or 30%, or leave the cell blank if it is not known",
      chinese: "x.yaml:2:52: 产品·demand: “abc”不是数字：请写 1200、50万、30% 这样的数，不知道就留空或写“待核”")
    expect(
      product("demand: 1e999"),
      "x.yaml:2:52: products, demand: “1e999” is too large: check the figure",
      chinese: "x.yaml:2:52: 产品·demand: “1e999”太大：请核对这个数")
    expect(
      product("demand: 不限"),
      "x.yaml:2:52: products, demand: “不限” has no meaning in this column: "
        + "write a figure, or leave the cell blank if it is not known",
      chinese: "x.yaml:2:52: 产品·demand: 这一列不能写“不限”：请写数字，不知道就留空或写“待核”")
    expect(
      product("lead_time: 无"),
      "x.yaml:2:55: products, lead_time: “无” is not clear here: "
        + "write 0 for none, or leave the cell blank if it is not known",
      chinese: "x.yaml:2:55: 产品·lead_time: “无”在此处意思不明：没有就写 0，不知道就留空或写“待核”")
  }

  @Test func `A final product without a value is asked for one`() {
    expect(
      "products:\n  - {id: a, final: yes}\n",
      "x.yaml:2:5: products, value: the final product “a” has no value: fill it in "
        + "(an estimate will do), for gaps and bottlenecks are measured in money",
      chinese: "x.yaml:2:5: 产品·value: 终端产品“a”没有单价：没有单价就无法用金额衡量断点和堵点，请填写（可为估计值）")
  }

  @Test func `What follows from a cell that cannot be read is not said again`() {
    #expect(
      problems("products:\n  - {id: a, final: yes, value: abc}\n") == [
        "x.yaml:2:32: products, value: “abc” is not a figure: "
          + "write one such as 1200, 50万 or 30%, or leave the cell blank if it is not known"
      ])
    #expect(
      problems("products:\n  - {id: a, final: 也许, value: 1}\n") == [
        "x.yaml:2:20: products, final: “也许” is neither yes nor no: write one of them"
      ])
    #expect(
      problems(product("name: b") + "effects:\n  - {project: j, kind: 别的, product: a}\n").count == 1
    )
    #expect(
      problems("products:\n  - {final: yes, value: 1}\n") == [
        "x.yaml:1: products: the column “id” or “name” is missing: add it"
      ])
  }

  @Test func `A word that the column does not have lists those that it has`() {
    expect(
      product("name: b") + "enterprises:\n  - {id: e, status: 破产}\n",
      "x.yaml:4:21: enterprises, status: “破产” is none of the words for this column: "
        + "write one of running, limited, stopped, planned (or 运行、受限、停产、规划)",
      chinese: "x.yaml:4:21: 企业·status: “破产”不在可用的词之中："
        + "请写运行、受限、停产、规划之一（或 running, limited, stopped, planned）")
  }

  @Test func `A wrong unit names both units`() {
    expect(
      product("demand: 5 GWh"),
      "x.yaml:2:52: products, demand: “5 GWh” is in GWh, which does not convert exactly to 吨, "
        + "the unit of “a”: convert the figure, or correct the unit",
      chinese: "x.yaml:2:52: 产品·demand: “5 GWh”的单位“GWh”不能准确换算成“a”的单位“吨”：请换算后再写，或改正单位")
    expect(
      "products:\n  - {id: a, final: yes, value: 1, demand: 5台}\n",
      "x.yaml:2:43: products, demand: “5台” is in 台, but “a” has no unit: "
        + "write 台 in the column unit of the table products, or the figure alone here",
      chinese: "x.yaml:2:43: 产品·demand: “5台”带有单位“台”，而“a”没有写单位：请在产品表的“单位”列写“台”，或此处只写数字")
  }

  @Test func `A list or a record where one value is wanted is refused`() {
    expect(
      product("name: [b, c]"),
      "x.yaml:2:50: products, name: a list stands where one value is wanted: write one",
      chinese: "x.yaml:2:50: 产品·name: 此处只能写一个值，不能写列表：请只写一个")
    #expect(problems(product("name: {b: c}")).count == 1)
  }

  @Test func `The table chain has one row`() {
    #expect(
      problems("chain:\n  - {id: a}\n  - {id: b}\n" + product("name: b")) == [
        "x.yaml:3:5: chain: the table chain has one row only: delete the others"
      ])
  }
}
