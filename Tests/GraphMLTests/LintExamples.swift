import GraphML
import Testing

/// A file that one program or more mind for one reason, on the line given.
struct LintExample: Sendable, CustomTestStringConvertible {
  let rule: GraphMLDocument.ProgramProblem.Rule
  let text: String
  let line: Int
  let effects: [GraphMLDocument.Program: GraphMLDocument.ProgramProblem.Effect]

  init(
    _ rule: GraphMLDocument.ProgramProblem.Rule, _ text: String, line: Int = 2,
    _ effects: [GraphMLDocument.Program: GraphMLDocument.ProgramProblem.Effect]
  ) {
    self.rule = rule
    self.text = text
    self.line = line
    self.effects = effects
  }

  var testDescription: String { rule.rawValue }
}

/// One file for each rule.
enum LintExamples {
  /// A file with the given keys, content of its graph, and XML attributes of that.
  static func file(
    _ keys: String, _ content: String, _ graph: String = "edgedefault='directed'"
  ) -> String {
    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\(keys)<graph \(graph)>\(content)"
      + "</graph></graphml>"
  }

  static let all: [LintExample] = [
    LintExample(
      .encoding,
      "<?xml version='1.0' encoding='ISO-8859-1'?>\n<graphml/>", [.rustworkx: .refuses]),
    LintExample(
      .multiByteEncoding,
      "<?xml version='1.0' encoding='GB18030'?>\n<graphml/>",
      [.networkx: .refuses, .networkit: .refuses, .tulip: .refuses]),
    LintExample(
      .documentType,
      "<!DOCTYPE graphml>\n<graphml/>", line: 1, [.yed: .refuses, .neo4j: .refuses]),
    LintExample(
      .prefix,
      "<g:graphml xmlns:g='http://graphml.graphdrawing.org/xmlns'/>", line: 1,
      [.cytoscape: .misreads]),
    LintExample(
      .undeclaredPrefix,
      file("", "<node id='a'/>\n<x:note/>"), [.networkx: .refuses, .igraph: .refuses]),
    LintExample(
      .noNamespace,
      "<graphml><graph edgedefault='directed'/></graphml>", line: 1, [.strict: .refuses]),
    LintExample(
      .bareRootWithAttributes,
      "<graphml x='y'><graph edgedefault='directed'/></graphml>", line: 1, [.networkx: .refuses]),
    LintExample(
      .otherNamespace,
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns/graphml'><graph edgedefault='directed'/></graphml>",
      line: 1, [.networkx: .refuses, .igraph: .refuses, .cytoscape: .refuses]),
    LintExample(
      .noGraph,
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n</graphml>",
      [.networkx: .refuses, .igraph: .refuses]),
    LintExample(
      .keyWithoutID,
      file("\n<key for='node' attr.name='n' attr.type='int'/>", ""),
      [.igraph: .refuses, .rustworkx: .refuses, .strict: .refuses]),
    LintExample(
      .keyWithoutName,
      file("\n<key id='k' for='node' attr.type='int'/>", ""),
      [.networkx: .refuses, .boost: .refuses, .rustworkx: .refuses]),
    LintExample(
      .edgeKeyWithoutName,
      file("\n<key id='k' for='edge' attr.type='int'/>", ""), [.networkit: .refuses]),
    LintExample(
      .graphicsKey,
      file("\n<key id='k' for='node' yfiles.type='nodegraphics'/>", ""),
      [.neo4j: .refuses, .tinkerpop: .refuses, .boost: .refuses]),
    LintExample(
      .keyWithoutType,
      file("\n<key id='k' for='node' attr.name='n'/>", ""),
      [.igraph: .drops, .rustworkx: .refuses, .gephi: .misreads]),
    LintExample(
      .unknownType,
      file("\n<key id='k' for='node' attr.name='n' attr.type='vector_float'/>", ""),
      [.networkx: .refuses, .igraph: .refuses, .strict: .refuses]),
    LintExample(
      .integerType,
      file("\n<key id='k' for='node' attr.name='n' attr.type='integer'/>", ""),
      [.igraph: .refuses, .rustworkx: .refuses, .strict: .refuses]),
    LintExample(
      .keyWithoutDomain,
      file("\n<key id='k' attr.name='n' attr.type='int'/>", ""),
      [.boost: .refuses, .networkit: .refuses, .memgraph: .refuses, .igraph: .drops]),
    LintExample(
      .keyForAll,
      file("\n<key id='k' for='all' attr.name='n' attr.type='int'/>", ""),
      [.graphology: .refuses, .igraph: .drops]),
    LintExample(
      .keyForOthers,
      file("\n<key id='k' for='port' attr.name='n' attr.type='int'/>", ""),
      [.rustworkx: .refuses, .igraph: .drops]),
    LintExample(
      .repeatedKeyName,
      file(
        "<key id='k' for='node' attr.name='n' attr.type='int'/>\n<key id='l' for='node' attr.name='n' attr.type='int'/>",
        ""), [.igraph: .refuses]),
    LintExample(
      .repeatedKeyID,
      file(
        "<key id='k' for='node' attr.name='n' attr.type='int'/>\n<key id='k' for='node' attr.name='m' attr.type='int'/>",
        ""), [.igraph: .refuses, .strict: .refuses]),
    LintExample(
      .sharedKeyID,
      file(
        "<key id='k' for='node' attr.name='n' attr.type='int'/>\n<key id='k' for='edge' attr.name='n' attr.type='int'/>",
        ""), [.strict: .refuses, .networkx: .misreads]),
    LintExample(
      .undeclaredKey,
      file("", "<node id='a'>\n<data key='k'>1</data></node>"),
      [.networkx: .refuses, .rustworkx: .refuses, .strict: .refuses]),
    LintExample(
      .keyOfOthers,
      file(
        "<key id='k' for='edge' attr.name='n' attr.type='int'/>",
        "<node id='a'>\n<data key='k'>1</data></node>"), [.rustworkx: .refuses, .igraph: .drops]),
    LintExample(
      .dataWithoutKey,
      file("", "<node id='a'>\n<data>1</data></node>"),
      [.networkx: .refuses, .networkit: .refuses, .strict: .refuses]),
    LintExample(
      .keyInside,
      file("", "\n<key id='k' for='node' attr.name='n' attr.type='int'/>"), [.networkx: .refuses]),
    LintExample(
      .keyAfterUse,
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='directed'><node id='a'>\n<data key='k'>1</data></node></graph><key id='k' for='node' attr.name='n' attr.type='int'/></graphml>",
      [.igraph: .drops]),
    LintExample(
      .defaultValue,
      file("<key id='k' for='node' attr.name='n' attr.type='int'>\n<default>1</default></key>", ""),
      [.networkx: .drops, .cytoscape: .drops]),
    LintExample(
      .noteInKey,
      file("<key id='k' for='node' attr.name='n' attr.type='int'>\n<desc>x</desc></key>", ""),
      [.cytoscape: .refuses]),
    LintExample(
      .noteBeforeGraph,
      file("\n<desc>x</desc>", ""), [.cytoscape: .refuses]),
    LintExample(
      .edgeDefaultMissing,
      file("\n", "", ""), [.rustworkx: .refuses, .networkit: .refuses, .strict: .refuses]),
    LintExample(
      .edgeDefaultOdd,
      file("\n", "", "edgedefault='both'"), [.strict: .refuses, .networkx: .misreads]),
    LintExample(
      .mixedDirections,
      file("", "<node id='a'/>\n<edge source='a' target='a' directed='false'/>"),
      [.networkx: .refuses, .boost: .refuses, .igraph: .misreads]),
    LintExample(
      .directionInDigits,
      file("", "<node id='a'/>\n<edge source='a' target='a' directed='0'/>"),
      [.networkx: .misreads, .igraph: .misreads]),
    LintExample(
      .undirectedEdge,
      file("", "<node id='a'/>\n<edge source='a' target='a'/>", "edgedefault='undirected'"),
      [.cytoscape: .misreads, .neo4j: .misreads]),
    LintExample(
      .hyperedge,
      file("", "\n<hyperedge/>"), [.networkx: .refuses, .rustworkx: .refuses, .gephi: .drops]),
    LintExample(
      .nestedGraph,
      file("", "<node id='a'>\n<graph edgedefault='directed'/></node>"),
      [.rustworkx: .refuses, .jgrapht: .refuses, .networkx: .drops]),
    LintExample(
      .groupWithoutGraph,
      file("", "<node id='a' yfiles.foldertype='group'>\n</node>"), [.networkx: .refuses]),
    LintExample(
      .port,
      file("", "<node id='a'>\n<port name='p'/></node>"), [.rustworkx: .refuses, .gephi: .drops]),
    LintExample(
      .furtherGraph,
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='directed'/>\n<graph edgedefault='directed'/></graphml>",
      [.networkx: .drops, .igraph: .drops]),
    LintExample(
      .graphDataAfterNodes,
      file(
        "<key id='k' for='graph' attr.name='n' attr.type='int'/>",
        "<node id='a'/>\n<data key='k'>1</data>"), [.cytoscape: .misreads]),
    LintExample(
      .graphData,
      file("<key id='k' for='graph' attr.name='n' attr.type='int'/>", "\n<data key='k'>1</data>"),
      [.gephi: .drops]),
    LintExample(
      .nodeWithoutID,
      file("", "\n<node/>"),
      [.igraph: .refuses, .rustworkx: .refuses, .networkit: .refuses, .strict: .refuses]),
    LintExample(
      .edgeWithoutEnd,
      file("", "<node id='a'/>\n<edge source='a'/>"),
      [.igraph: .refuses, .rustworkx: .refuses, .networkit: .refuses, .strict: .refuses]),
    LintExample(
      .undeclaredNode,
      file("", "<node id='a'/>\n<edge source='a' target='b'/>"),
      [.neo4j: .refuses, .graphology: .refuses, .networkit: .refuses]),
    LintExample(
      .edgeBeforeNode,
      file("", "\n<edge source='a' target='a'/><node id='a'/>"),
      [.neo4j: .refuses, .networkit: .refuses, .cytoscape: .drops]),
    LintExample(
      .edgeLeavesGraph,
      file(
        "",
        "<node id='a'><graph edgedefault='directed'><node id='b'/>\n<edge source='b' target='a'/></graph></node>"
      ), [.strict: .refuses]),
    LintExample(
      .repeatedEdgeID,
      file(
        "",
        "<node id='a'/><edge id='e' source='a' target='a'/>\n<edge id='e' source='a' target='a'/>"),
      [.graphology: .refuses, .strict: .refuses, .yed: .drops]),
    LintExample(
      .repeatedNodeID,
      file("", "<node id='a'/>\n<node id='a'/>"),
      [.graphia: .refuses, .graphology: .refuses, .strict: .refuses]),
    LintExample(
      .parallelEdges,
      file("", "<node id='a'/><edge source='a' target='a'/>\n<edge source='a' target='a'/>"),
      [.gephi: .misreads]),
    LintExample(
      .weightNotPositive,
      file(
        "<key id='w' for='edge' attr.name='weight' attr.type='double'/>",
        "<node id='a'/><edge source='a' target='a'>\n<data key='w'>0</data></edge>"),
      [.gephi: .drops]),
    LintExample(
      .fractionalColor,
      file(
        "<key id='r' for='node' attr.name='r' attr.type='float'/>",
        "<node id='a'>\n<data key='r'>255.0</data></node>"), [.gephi: .drops]),
    LintExample(
      .truthInWords,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='boolean'/>",
        "<node id='a'>\n<data key='k'>true</data></node>"), [.boost: .refuses]),
    LintExample(
      .truthNotInWords,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='boolean'/>",
        "<node id='a'>\n<data key='k'>1</data></node>"), [.rustworkx: .refuses]),
    LintExample(
      .unusualTruth,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='boolean'/>",
        "<node id='a'>\n<data key='k'> true </data></node>"),
      [.networkx: .refuses]),
    LintExample(
      .blanksAroundNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'> 1.5 </data></node>"),
      [.rustworkx: .refuses, .boost: .refuses]),
    LintExample(
      .blanksAroundInteger,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='int'/>",
        "<node id='a'>\n<data key='k'> 1 </data></node>"), [.tinkerpop: .refuses, .neo4j: .refuses]),
    LintExample(
      .emptyNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='int'/>",
        "<node id='a'>\n<data key='k'></data></node>"), [.boost: .refuses, .tinkerpop: .refuses]),
    LintExample(
      .blankNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'> </data></node>"),
      [.networkx: .refuses, .rustworkx: .refuses]),
    LintExample(
      .fractionForInteger,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='int'/>",
        "<node id='a'>\n<data key='k'>339.0</data></node>"),
      [.networkx: .refuses, .rustworkx: .refuses]),
    LintExample(
      .beyond32Bits,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='int'/>",
        "<node id='a'>\n<data key='k'>3000000000</data></node>"),
      [.tinkerpop: .refuses, .boost: .refuses]),
    LintExample(
      .beyond64Bits,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='long'/>",
        "<node id='a'>\n<data key='k'>30000000000000000000</data></node>"),
      [.rustworkx: .refuses, .tinkerpop: .refuses]),
    LintExample(
      .unreadableNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'>1,5</data></node>"),
      [.networkx: .refuses, .igraph: .refuses, .rustworkx: .refuses]),
    LintExample(
      .hexadecimalNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'>0x1.8p+1</data></node>"),
      [.networkx: .refuses, .rustworkx: .refuses]),
    LintExample(
      .spelledInfinity,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'>INF</data></node>"), [.tinkerpop: .refuses, .neo4j: .refuses]),
    LintExample(
      .tooSmallNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'>1e-320</data></node>"), [.igraph: .refuses]),
    LintExample(
      .tooLargeNumber,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='double'/>",
        "<node id='a'>\n<data key='k'>1e400</data></node>"), [.igraph: .refuses]),
    LintExample(
      .longInteger,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='long'/>",
        "<node id='a'>\n<data key='k'>9007199254740993</data></node>"), [.igraph: .misreads]),
    LintExample(
      .elementInData,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='string'/>",
        "<node id='a'>\n<data key='k'>x<b/></data></node>"),
      [.tinkerpop: .refuses, .strict: .refuses]),
    LintExample(
      .noGraphics,
      file("", "<node id='a'/><node id='b'/>\n"), line: 2, [.yed: .misreads]),
    LintExample(
      .unknownAttribute,
      file("", "\n<node id='a' label='x'/>"), [.strict: .refuses, .jgrapht: .refuses]),
    LintExample(
      .missingAttribute,
      file("", "\n<node/>"), [.strict: .refuses]),
    LintExample(
      .notNameToken,
      file("", "\n<node id='a b'/>"), [.strict: .refuses, .jgrapht: .refuses]),
    LintExample(
      .wrongAttribute,
      file("", "<node id='a'/>\n<edge source='a' target='a' directed='yes'/>"), [.strict: .refuses]),
    LintExample(
      .misplacedElement,
      file("", "\n<vertex/>"), [.strict: .refuses]),
    LintExample(
      .strayText,
      file("", "\n<node id='a'>x</node>"), [.strict: .refuses]),
    LintExample(
      .repeatedGraphID,
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph id='G' edgedefault='directed'/>\n<graph id='G' edgedefault='directed'/></graphml>",
      [.strict: .refuses]),
    LintExample(
      .repeatedOtherID,
      file("", "<hyperedge id='h'/>\n<hyperedge id='h'/>"), [.strict: .refuses]),
    LintExample(
      .repeatedValue,
      file(
        "<key id='k' for='node' attr.name='k' attr.type='int'/>",
        "<node id='a'><data key='k'>1</data>\n<data key='k'>2</data></node>"), [.strict: .refuses]),
  ]
}
