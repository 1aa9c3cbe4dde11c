#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An upstream that answers every request with what it received, as JSON.
public struct Echo: Mock {
    /// Says in each answer who gave it.
    public let name: String
    /// How long each answer waits.
    public let delay: Duration

    public init(name: String, delay: Duration = .zero) {
        self.name = name
        self.delay = delay
    }

    /// What is told of a request.
    private struct Report: Encodable {
        let upstream: String
        let method: String
        let path: String
        let headers: [String: String]
        let bodyBytes: Int

        enum CodingKeys: String, CodingKey {
            case upstream, method, path, headers
            case bodyBytes = "body_bytes"
        }
    }

    public func answer(_ request: MockRequest) async throws -> MockAnswer {
        if delay > .zero { try await Task.sleep(for: delay) }
        let report = Report(
            upstream: name, method: request.method, path: request.target,
            headers: Dictionary(request.headers.map { ($0.name, $0.value) }) { "\($0), \($1)" },
            bodyBytes: request.bodyLength)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return MockAnswer(headers: [("Content-Type", "application/json")], body: try encoder.encode(report) + [0x0A])
    }
}
