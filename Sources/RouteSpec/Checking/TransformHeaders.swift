extension Checker {
    /// Headers that a route writes by itself, and by which a body would be something else than what its transform goes by.
    mutating func checkTransformHeaders() {
        // What stands in `defaults` is the change of many routes.
        var told: Set<Mark> = []
        for route in spec.routes {
            if let transform = route.traffic.requestTransform?.policy {
                for name in route.requestHeaders.written(Self.describingBodies) where told.insert(name.mark).inserted {
                    diagnostics.error(
                        at: name.mark,
                        "'\(name.value)' would say something else of a body than the client does, by which 'request.transform' at "
                            + "\(transform.mark.place) goes; remove one of them")
                }
            }
            guard let transform = route.traffic.responseTransform?.policy else { continue }
            for name in route.requestHeaders.written(Self.askingForBodies) where told.insert(name.mark).inserted {
                diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' could bring a response in a coding or in part, which 'response.transform' at "
                        + "\(transform.mark.place) cannot change; remove one of them")
            }
            for name in route.responseHeaders.written(Self.describingBodies) where told.insert(name.mark).inserted {
                diagnostics.error(
                    at: name.mark,
                    "'\(name.value)' would say something else of a body than the upstream does, by which 'response.transform' at "
                        + "\(transform.mark.place) goes; remove one of them")
            }
        }
    }

    private static let describingBodies: Set = ["content-type", "content-encoding"]
    private static let askingForBodies: Set = ["accept-encoding", "range", "if-range"]
}

extension ValueChanges {
    /// The names among these that are set or added.
    fileprivate func written(_ keys: Set<String>) -> [Marked<String>] {
        (self.set + add).map(\.name).filter { keys.contains($0.value.headerKey) }
    }
}
