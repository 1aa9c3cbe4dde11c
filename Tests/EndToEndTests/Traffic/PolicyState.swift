import Foundation

/// What `/-/limits` says of policies that are about upstreams.
struct PolicyState: Decodable {
    struct Route: Decodable {
        let name: String
        let retry: Retry?
        let mirror: Mirror?
    }
    struct Retry: Decodable, Equatable { let made, budget_left: Int }
    struct Mirror: Decodable, Equatable { let sent, dropped, in_flight: Int }
    struct Upstream: Decodable {
        let name: String
        let targets: [Target]
    }
    struct Target: Decodable {
        let status: String?
        let in_flight: Int?
        let connections: Connections?
    }
    struct Connections: Decodable, Equatable { let max, open: Int }
    struct Cache: Decodable { let refreshes: Refreshes }
    struct Refreshes: Decodable, Equatable { let stored, failed: Int }

    static let key = "a key of the administrator"

    let limits: [Route]
    let upstreams: [Upstream]
    let cache: Cache?

    init(_ gateway: GatewayProcess) throws {
        let body = try gateway.answer("GET", "/-/limits", ["X-Admin-Key: \(Self.key)"]).body
        self = try JSONDecoder().decode(PolicyState.self, from: Data(body.utf8))
    }

    func route(_ name: String) -> Route? { limits.first { $0.name == name } }
    func targets(of upstream: String) -> [Target] { upstreams.first { $0.name == upstream }?.targets ?? [] }

    /// Waits until so many requests are in flight at the two targets of an upstream.
    static func wait(_ gateway: GatewayProcess, of upstream: String, inFlight count: Int) throws {
        var last: [Int] = []
        for _ in 0..<1000 {
            last = try PolicyState(gateway).targets(of: upstream).compactMap(\.in_flight)
            if last.count == 2, last.reduce(0, +) == count { return }
            usleep(10_000)
        }
        throw SocketError(what: "there are \(last) in flight, not \(count)", code: 0)
    }
}
