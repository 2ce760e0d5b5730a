import Liantu

/// A GraphML file of any kind, named to a command.
struct GraphMLInput {
  let path: String
  /// The name of an encoding, any that iconv knows; by default what the file declares.
  let encoding: String?
  let direction: DirectionOptions

  /// Whether the name says GraphML, or what is there starts as XML or as a gzip file does.
  var isGraphML: Bool {
    if [".graphml", ".graphmlz", ".graphml.gz"].contains(where: path.lowercased().hasSuffix) {
      return true
    }
    return FileStart.isXML(at: path)
  }

  /// Reads the file leniently, and says on standard error what had to be repaired.
  func reading(isQuiet: Bool) throws(Failure) -> GraphMLDocument.Reading {
    do throws(GraphMLError) {
      let reading =
        path == "-"
        ? try GraphMLDocument.read(bytes: Output.standardInput, options: options())
        : try GraphMLDocument.read(path: path, options: options())
      if !isQuiet { report(reading) }
      return reading
    } catch {
      throw Failure(error)
    }
  }

  /// Reads the file with an eye on what programs mind in it, leniently unless asked, and says the same.
  func inspection(isStrict: Bool, isQuiet: Bool) throws(Failure) -> GraphMLDocument.Inspection {
    let options = options(isStrict: isStrict)
    do throws(GraphMLError) {
      let inspection =
        path == "-"
        ? try GraphMLDocument.inspect(bytes: Output.standardInput, options: options)
        : try GraphMLDocument.inspect(path: path, options: options)
      if !isQuiet { report(inspection.reading) }
      return inspection
    } catch {
      throw Failure(error)
    }
  }

  func options(isStrict: Bool = false) -> GraphMLDocument.ReadingOptions {
    var options = GraphMLDocument.ReadingOptions()
    options.isStrict = isStrict
    options.encoding = encoding.map { TextEncoding(name: $0)?.rawValue ?? $0 }
    options.defaultIsDirected = !direction.undirectedByDefault
    return options
  }

  private func report(_ reading: GraphMLDocument.Reading) {
    let shown = reading.warnings.prefix(20)
    for warning in shown { Output.error(warning.text(in: Spoken.language)) }
    let rest = reading.warningCount - shown.reduce(0) { $0 + $1.count }
    if rest > 0 {
      Output.error(Bilingual("另有 \(rest) 处", "and \(rest) more")[Spoken.language])
    }
  }
}
