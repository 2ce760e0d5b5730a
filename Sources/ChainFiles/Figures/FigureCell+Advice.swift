import Chains

// What is said about a figure that cannot be taken.
extension FigureCell {
  var notAFigure: CellError {
    if Words.isNone(plain) {
      return CellError(
        "“\(text)”在此处意思不明：没有就写 0，不知道就留空或写“待核”",
        "“\(text)” is not clear here: write 0 for none, or leave the cell blank if it is not known")
    }
    if Words.isUnlimited(plain) {
      return CellError(
        "这一列不能写“\(text)”：请写数字，不知道就留空或写“待核”",
        "“\(text)” has no meaning in this column: write a figure, or leave the cell blank if it is not known"
      )
    }
    if Self.roughBeginnings.contains(where: plain.hasPrefix), plain.contains(where: \.isNumber) {
      return roughFigure
    }
    if hasLettersForDigits(plain) { return letterForDigit }
    return CellError(
      "“\(text)”不是数字：请写 1200、50万、30% 这样的数，不知道就留空或写“待核”",
      "“\(text)” is not a figure: write one such as 1200, 50万 or 30%, or leave the cell blank if it is not known"
    )
  }

  func mismatch(_ written: String, _ wanted: CellError) -> CellError {
    misreading(written)
      ?? CellError(
        "“\(text)”的单位“\(written.shownShort)”不能准确换算成\(wanted.text.chinese)：请换算后再写，或改正单位",
        "“\(text)” is in \(written.shownShort), which does not convert exactly to \(wanted.text.english): "
          + "convert the figure, or correct the unit")
  }

  func productWithoutUnit(_ written: String, _ product: String) -> CellError {
    let unit = written.shownShort
    return misreading(written)
      ?? CellError(
        "“\(text)”带有单位“\(unit)”，而“\(product)”没有写单位：请在产品表的“单位”列写“\(unit)”，或此处只写数字",
        "“\(text)” is in \(unit), but “\(product)” has no unit: "
          + "write \(unit) in the column unit of the table products, or the figure alone here")
  }

  /// What somebody meant who wrote `written` behind a figure, where it is no unit at all.
  func misreading(_ written: String) -> CellError? {
    if let first = written.first, "~-–—至到".contains(first),
      written.dropFirst().contains(where: \.isNumber)
    {
      return CellError(
        "“\(text)”是一个范围，此处只能写一个数：请写最可能的数（可信度写 C），或留空",
        "“\(text)” is a range, and one figure is wanted: write the likeliest (with grade C), or leave the cell blank"
      )
    }
    if Self.roughEndings.contains(where: written.hasSuffix) || ["多", "余", "几"].contains(written) {
      return roughFigure
    }
    if ["%", "‰"].contains(written) {
      return CellError(
        "“\(text)”是百分数，此列要的是数量：请写实际数量，如 1200",
        "“\(text)” is a percentage, and this column holds quantities: write the quantity itself, such as 1200"
      )
    }
    if let (_, rest) = DecimalUnit.splitMultiplier(written), rest.first?.isNumber == true {
      return CellError(
        "“\(text)”写了两个数位：请写成一个数，如 35000 或 3.5万",
        "“\(text)” has two words of number: write one figure, such as 35000 or 3.5万")
    }
    return hasLettersForDigits(written) ? letterForDigit : nil
  }

  private static let roughBeginnings = [
    "约", "大约", "大概", "近", "超", "不到", "至少", "至多", ">", "<", "≥", "≤", "≈", "~",
  ]
  private static let roughEndings = ["左右", "上下", "以上", "以下", "以内", "+"]

  private var roughFigure: CellError {
    CellError(
      "“\(text)”不是确定的数：请只写数（约数可把可信度写成 C），或留空",
      "“\(text)” is no exact figure: write the figure alone (with grade C if it is rough), or leave the cell blank"
    )
  }

  /// `9OO`, `l20`: letters that look like digits, and nothing else.
  ///
  /// A lone `l` behind a figure may be a unit, so it takes two letters, or a digit beside one.
  private func hasLettersForDigits(_ text: String) -> Bool {
    text.count > 1 && text.contains { "OoIl".contains($0) }
      && text.allSatisfy { "OoIl.,".contains($0) || $0.isNumber }
  }

  private var letterForDigit: CellError {
    CellError(
      "“\(text)”里像是把字母 O、l 当成了数字 0、1：请改成数字",
      "“\(text)” seems to hold the letters O or l for the digits 0 or 1: type digits")
  }
}
