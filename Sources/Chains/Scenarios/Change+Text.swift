// A change as it is typed to the command, ids in place of names; docs/scenarios.md has the words.

extension Change: CustomStringConvertible {
  /// `remove E7`, `complete J2`, `set capacity:E2/pack=80`.
  public var description: String {
    switch self {
    case .stop(let stoppage): "remove \(stoppage)"
    case .complete(let project): "complete \(project)"
    case .set(let setting): "set \(setting)"
    }
  }
}

extension Stoppage: CustomStringConvertible {
  /// `enterprise:E7`, `tie:E3→E1/cell`, `external:chip`, `region:示例市`.
  public var description: String {
    switch self {
    case .enterprise(let id): "enterprise:\(id)"
    case .tie(let supplier, let customer, let product): "tie:\(supplier)→\(customer)/\(product)"
    case .external(let id): "external:\(id)"
    case .region(let id): "region:\(id)"
    }
  }
}

extension Setting: CustomStringConvertible {
  /// `capacity:E2/pack=80`, `external:chip=unlimited`, `demand:pack=unknown`.
  public var description: String {
    switch self {
    case .capacity(let figure, let product, let enterprise):
      "capacity:\(enterprise)/\(product)=\(text(Limit(figure)))"
    case .volume(let limit, let product, let supplier, let customer):
      "volume:\(supplier)→\(customer)/\(product)=\(text(limit))"
    case .external(let limit, let product): "external:\(product)=\(text(limit))"
    case .demand(let figure, let product): "demand:\(product)=\(text(Limit(figure)))"
    case .value(let figure, let product): "value:\(product)=\(text(Limit(figure)))"
    case .amount(let figure, let input, let product):
      "amount:\(product)/\(input)=\(text(Limit(figure)))"
    case .status(let status, let enterprise): "status:\(enterprise)=\(status.rawValue)"
    case .tieStatus(let status, let product, let supplier, let customer):
      "status:\(supplier)→\(customer)/\(product)=\(status.rawValue)"
    }
  }

  private func text(_ limit: Limit) -> String {
    switch limit {
    case .unknown: "unknown"
    case .unlimited: "unlimited"
    case .limited(let amount):
      // Whole figures as people write them.
      abs(amount) < 1e15 && amount == amount.rounded() ? "\(Int64(amount))" : "\(amount)"
    }
  }
}
