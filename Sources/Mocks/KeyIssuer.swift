import GatewayRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An issuer that publishes its keys, and signs a token for whoever asks.
///
/// | request | answer |
/// |---|---|
/// | `GET /.well-known/jwks.json` | the keys (RFC 7517, 5) |
/// | `GET /token?sub=alice&scopes=a&scopes=b` | a token with these claims; one that comes several times is a list |
/// | `POST /token` | a token with the claims of a JSON object |
/// | `POST /rotate` | a change of keys, at once |
///
/// `alg` and `expires_in` of the query choose the algorithm and how long the token holds.
public struct KeyIssuer: Mock {
    public static let keysPath = "/.well-known/jwks.json"

    private let keys: RotatingKeys
    private let claims: [String: ClaimValue]
    private let maxAge: Int

    /// - Parameters:
    ///   - claims: what every token says unless the request says otherwise.
    ///   - maxAge: how long the published set may be kept, in seconds.
    public init(_ keys: RotatingKeys, claims: [String: ClaimValue] = [:], maxAge: Int) {
        self.keys = keys
        self.claims = claims
        self.maxAge = maxAge
    }

    public func answer(_ request: MockRequest) async throws -> MockAnswer {
        switch (request.method, request.path) {
        case ("GET", Self.keysPath), ("HEAD", Self.keysPath):
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return MockAnswer(
                headers: [("Content-Type", "application/json"), ("Cache-Control", "public, max-age=\(maxAge)")],
                body: try encoder.encode(["keys": keys.published]) + [0x0A])
        case ("GET", "/token"): return try token(request, claims: [:])
        case ("POST", "/token"):
            guard case .object(let own)? = ClaimValue(json: String(decoding: request.body, as: UTF8.self)) else {
                return .text("the body must be a JSON object of claims", status: 400)
            }
            return try token(request, claims: own)
        case ("POST", "/rotate"):
            try await keys.rotate()
            return .text(keys.algorithms.compactMap { keys.mint(of: $0)?.keyID }.joined(separator: " "))
        default: return .text("there are GET \(Self.keysPath), GET and POST /token, and POST /rotate", status: 404)
        }
    }

    private func token(_ request: MockRequest, claims own: [String: ClaimValue]) throws -> MockAnswer {
        var members = claims.merging(own) { _, own in own }
        var algorithm = keys.algorithms.first
        var seconds: Int64 = 3600
        let items = URLComponents(string: request.target)?.queryItems ?? []
        for (name, items) in Dictionary(grouping: items, by: \.name) {
            let values = items.map { $0.value ?? "" }
            switch name {
            case "alg": algorithm = TokenAlgorithm(rawValue: values.joined(separator: " "))
            case "expires_in":
                guard let length = try? DurationText.seconds(values.joined(separator: " ")) else {
                    return .text("expires_in is a duration such as 15m", status: 400)
                }
                seconds = length
            default:
                members[name] = values.count == 1 ? .string(values[0]) : .list(values.map(ClaimValue.string))
            }
        }
        guard let algorithm, let mint = keys.mint(of: algorithm) else {
            let names = keys.algorithms.map(\.rawValue).joined(separator: ", ")
            return .text("alg is not one of those that there are keys for: \(names)", status: 400)
        }
        return .text(try mint.token(members, expiresIn: Int(seconds)))
    }
}
