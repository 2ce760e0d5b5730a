internal import ChainAnalysis
internal import Chains

extension AnalysisJSON {
  func finding(_ finding: Finding) -> JSONValue {
    let rank = analysis.findings.firstIndex(of: finding).map { $0 + 1 }
    return [
      "id": .string(finding.id), "rank": rank.map(JSONValue.integer) ?? .null,
      "code": .string(finding.code.rawValue),
      "kind": finding.code.isGap ? "gap" : "bottleneck",
      "name": bilingual(finding.code.name),
      "severity": .integer(finding.severity.rawValue),
      "standing": .string(finding.standing.rawValue),
      "subjects": .list(finding.subjects.map(subject)),
      "value": value(finding.value),
      "affected": .list(finding.affected.map(affected)),
      "evidence": .list(finding.evidence.map { evidence($0, of: finding) }),
      "also": .list(finding.also.map { .string($0.rawValue) }),
      "data": data(finding),
      "projects": .list(chain.projects(touching: finding).map(project)),
      "responsible": responsible,
    ]
  }

  private func project(_ project: Project) -> JSONValue {
    [
      "id": .string(project.id.text), "name": .string(project.name),
      "phase": .text(project.phase?.rawValue), "ready": .text(project.ready?.description),
      "due": .text(project.due?.description), "owner": .text(project.owner),
    ]
  }

  /// Who answers for the chain; nobody else is known to answer for a finding.
  private var responsible: JSONValue {
    let (chief, office) = (chain.profile.chief, chain.profile.office)
    guard chief != nil || office != nil else { return .null }
    return ["chief": .text(chief), "office": .text(office)]
  }

  private func bilingual(_ text: Bilingual) -> JSONValue {
    ["zh": .string(text.chinese), "en": .string(text.english)]
  }

  func subject(_ subject: Subject) -> JSONValue {
    [
      "table": .string(subject.table.rawValue), "id": .string(chain.key(subject)),
      "name": .string(chain.name(subject)),
    ]
  }

  private func value(_ value: FindingValue) -> JSONValue {
    [
      "now": .figure(value.now), "relieved": .figure(value.relieved),
      "gain": .figure(value.gain), "loss": .figure(value.loss),
      "exposure": .figure(value.exposure), "share": .figure(value.share),
      "breakpoint": .figure(value.breakpoint),
      "next": .list(value.next.map { .string(chain.key($0)) }),
      "level": .text(value.level?.rawValue),
      "gain_range": value.gainRange.map(range) ?? .null,
      "exposure_range": value.exposureRange.map(range) ?? .null,
      "interval": value.interval.map(range) ?? .null,
      "firmness": value.firmness.map(firmness) ?? .null,
    ]
  }

  private func firmness(_ firmness: Firmness) -> JSONValue {
    [
      "draws": .integer(firmness.draws), "binding": .number(firmness.binding),
      "leading": .number(firmness.leading),
    ]
  }

  private func affected(_ entry: AffectedProduct) -> JSONValue {
    [
      "id": .string(chain.products[entry.product].id.text),
      "name": .string(chain.products[entry.product].name), "value": .figure(entry.value),
      "loss": .figure(entry.loss), "stops": .boolean(entry.stops),
    ]
  }

  private func evidence(_ evidence: Evidence, of finding: Finding) -> JSONValue {
    [
      "code": .string(evidence.code.rawValue),
      "text": bilingual(ReasonWording(chain: chain).text(evidence, of: finding)),
      "figures": figures(evidence.reason),
      "rows": .list(evidence.rows.map(row)),
    ]
  }

  private func row(_ place: Place) -> JSONValue {
    let provenance =
      switch place.table {
      case .capacities: chain.tables.capacities[place.row].provenance
      case .ties: chain.tables.ties[place.row].provenance
      default: Provenance()
      }
    return [
      "table": .string(place.table.rawValue), "record": .integer(place.row + 1),
      "field": .text(place.field?.rawValue),
      "text": [
        "zh": .string(FigureWording(chain: chain, language: .chinese).text(at: place)),
        "en": .string(FigureWording(chain: chain, language: .english).text(at: place)),
      ],
      "source": .text(chain.source(of: provenance)?.title),
      "as_of": .text(provenance.asOf?.description),
      "grade": .text(chain.grade(of: provenance)?.rawValue), "location": .text(locate(place)),
    ]
  }

  private func data(_ finding: Finding) -> JSONValue {
    var seen = Set<Place>()
    let assumed = finding.evidence.flatMap(\.rows).filter {
      chain.grade(at: $0) == .assumed && seen.insert($0).inserted
    }
    return [
      "grade": .text(finding.grade?.rawValue), "assumed": .list(assumed.map(row)),
    ]
  }

  /// The figures of a reason, by name; ids instead of numbers.
  private func figures(_ reason: Reason) -> JSONValue {
    switch reason {
    case .missing(let idle): ["idle_makers": enterprises(idle)]
    case .circular(let products): ["circle": ids(products)]
    case .onlyOutside(let sources, let available, let idle):
      [
        "sources": enterprises(sources), "available": quantity(available),
        "idle_makers": enterprises(idle),
      ]
    case .untied(let user, let makers):
      ["user": .string(chain.enterprises[user].id.text), "makers": enterprises(makers)]
    case .shortage(let required, let available, let isFelt):
      [
        "required": .figure(required), "available": .figure(available),
        "missing": .figure(required - available),
        "coverage": .figure(required > 0 ? available / required : nil),
        "felt": .boolean(isFelt),
      ]
    case .oneSource(let enterprise): ["source": .string(chain.enterprises[enterprise].id.text)]
    case .unknown(let figures): ["unknown": .list(figures.map(unknown))]
    case .limited(let restriction, let limit):
      ["restriction": self.restriction(restriction), "limit": .figure(limit)]
    case .mismatch(let link): self.link(link)
    case .together(let extra): ["extra": .list(extra.map(self.extra))]
    case .only(let path, let isVerified):
      ["path": .list(path.map(step)), "verified": .boolean(isVerified)]
    case .pair(let cause, let isVerified):
      ["cause": self.cause(cause), "verified": .boolean(isVerified)]
    case .commonCause(let cause, let members, let isVerified):
      [
        "cause": self.cause(cause), "members": enterprises(members),
        "verified": .boolean(isVerified),
      ]
    case .concentrated(let concentration): self.concentration(concentration)
    }
  }

  private func enterprises(_ numbers: [Int]) -> JSONValue {
    .list(numbers.map { .string(chain.enterprises[$0].id.text) })
  }

  private func ids(_ products: [Int]) -> JSONValue {
    .list(products.map { .string(chain.products[$0].id.text) })
  }

  private func step(_ step: PathStep) -> JSONValue {
    switch step {
    case .product(let number): ["product": .string(chain.products[number].id.text)]
    case .enterprise(let number): ["enterprise": .string(chain.enterprises[number].id.text)]
    }
  }

  private func cause(_ cause: CommonCause) -> JSONValue {
    switch cause {
    case .region(let number): ["region": .string(chain.regions[number].id.text)]
    case .owner(let name): ["owner": .string(name)]
    }
  }

  func unknown(_ figure: UnknownFigure) -> JSONValue {
    switch figure {
    case .amount(let row):
      [
        "figure": "amount", "product": .string(chain.tables.inputs[row].product.text),
        "input": .string(chain.tables.inputs[row].input.text),
      ]
    case .share(let row):
      [
        "figure": "share", "product": .string(chain.tables.inputs[row].product.text),
        "input": .string(chain.tables.inputs[row].input.text),
      ]
    case .capacity(let number):
      [
        "figure": "capacity",
        "enterprise": .string(chain.enterprises[chain.activities[number].enterprise].id.text),
      ]
    case .external: ["figure": "external"]
    case .volumes: ["figure": "volumes"]
    case .demand: ["figure": "demand"]
    case .maker: ["figure": "maker"]
    case .place(let enterprise):
      ["figure": "region", "enterprise": .string(chain.enterprises[enterprise].id.text)]
    }
  }
}
