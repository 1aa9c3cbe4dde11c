import Foundation
import Testing

/// A file of the Gateway API's conformance cases: rules of HTTPRoutes, and what must come of requests.
struct HTTPRouteFixture: Decodable, Sendable, CustomTestStringConvertible {
    struct Route: Decodable, Sendable {
        var name: String
        var hostnames: [String]?
        var rules: [Rule]
    }

    struct Rule: Decodable, Sendable {
        var matches: [Match]?
        var filters: [Filter]?
        var backendRefs: [Named]?
    }

    struct Match: Decodable, Sendable {
        var path: Path?
        var method: String?
        var headers: [Field]?
    }

    struct Path: Decodable, Sendable {
        var type: String
        var value: String
    }

    struct Named: Decodable, Sendable { var name: String }

    struct Field: Decodable, Sendable {
        var name: String
        var value: String
    }

    struct Filter: Decodable, Sendable {
        var requestRedirect: Redirect?
        var urlRewrite: Rewrite?
        var requestHeaderModifier: HeaderModifier?
    }

    struct Redirect: Decodable, Sendable {
        var scheme: String?
        var hostname: String?
        var path: Replacement?
        var statusCode: Int?
    }

    struct Rewrite: Decodable, Sendable {
        var hostname: String?
        var path: Replacement?
    }

    struct Replacement: Decodable, Sendable {
        var replaceFullPath: String?
        var replacePrefixMatch: String?
    }

    struct HeaderModifier: Decodable, Sendable {
        var set: [Field]?
        var add: [Field]?
        var remove: [String]?
    }

    struct Case: Decodable, Sendable {
        struct Message: Decodable, Sendable {
            var Method: String?
            var Host: String?
            var Path: String
            var Headers: [String: String]?
        }

        struct Expected: Decodable, Sendable {
            var Request: Message
            var AbsentHeaders: [String]?
        }

        struct Target: Decodable, Sendable {
            var Scheme: String?
            var Host: String?
            var Path: String?
        }

        struct Status: Decodable, Sendable { var StatusCode: Int }

        var Request: Message
        var ExpectedRequest: Expected?
        var RedirectRequest: Target?
        var Response: Status?
        var Backend: String?
    }

    var name: String
    var routes: [Route]
    var cases: [Case]

    var testDescription: String { name }

    /// The host that the fixture's requests are for: its own, or one that tells it from the other fixtures.
    var host: String { routes.compactMap(\.hostnames?.first).first ?? "\(name).gateway-api.test" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static let all: [HTTPRouteFixture] = {
        let fixtures = folder.appending(path: "Fixtures")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            let data = FileManager.default.contents(atPath: fixtures.appending(path: name).path)
            return data.flatMap { try? JSONDecoder().decode(HTTPRouteFixture.self, from: $0) }
        }
    }()
}
