import ChainFiles
import Chains

/// What is wrong with a YAML text, one line a problem; empty when it can be read.
func problems(_ yaml: String, _ language: Language = .english) -> [String] {
  problems(Array(yaml.utf8), language)
}

func problems(
  _ bytes: [UInt8], _ language: Language = .english, options: ReadingOptions = ReadingOptions()
) -> [String] {
  do throws(FileProblems) {
    _ = try ChainDocument(bytes: bytes, name: "x.yaml", options: options)
    return []
  } catch {
    return error.problems.map { $0.line(in: language) }
  }
}

/// What is wrong with a folder of CSV files; paths are shown from the folder on.
func problems(
  csv files: [String: String], _ language: Language = .english
) throws -> [String] {
  try problems(csvBytes: files.mapValues { Array($0.utf8) }, language)
}

func problems(
  csvBytes files: [String: [UInt8]], _ language: Language = .english,
  options: ReadingOptions = ReadingOptions()
) throws -> [String] {
  let folder = try TemporaryFolder()
  for (name, bytes) in files { try folder.write(name, bytes) }
  do throws(FileProblems) {
    _ = try ChainDocument(reading: folder.path, options: options)
    return []
  } catch {
    return error.problems.map {
      $0.line(in: language).replacing(folder.path + "/", with: "").replacing(folder.path, with: "x")
    }
  }
}

/// The least chain that is one, as CSV.
let leastProducts = "id,final,value\na,yes,1\n"
