import Foundation
import Testing

/// The conformance cases of the Kubernetes Gateway API, played against a gateway that was compiled from its rules.
@Suite struct GatewayAPITests {
    private static let spec = HTTPRouteFixture.folder.appending(path: "../../../TrafficGateway/spec/gateway-api.yaml")
        .standardizedFileURL

    /// Where SPEC differs: a path whose method is missing is a 405, and GET takes HEAD.
    private static let others = ["HEAD /": 200, "PUT /": 405, "DELETE /path4": 405]

    @Test("the gateway's spec is what the rules convert to") func conversion() throws {
        let text = HTTPRouteConversion(HTTPRouteFixture.all).text
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try text.write(to: Self.spec, atomically: true, encoding: .utf8)
            Issue.record("recorded \(Self.spec.lastPathComponent)")
        }
        #expect(HTTPRouteFixture.all.count == 8)
        #expect(try String(contentsOf: Self.spec, encoding: .utf8) == text)
    }

    @Test("each case", arguments: HTTPRouteFixture.all) func cases(_ fixture: HTTPRouteFixture) async throws {
        let inbox = Inbox()
        let backends = try HTTPRouteConversion.backends.map { name in
            try Upstream { _, socket in
                while true {
                    inbox.add(try socket.readRequest())
                    try socket.respond(name)
                }
            }
        }
        let urls = zip(HTTPRouteConversion.backends, backends).map { name, backend in
            (HTTPRouteConversion.variable(name), "http://127.0.0.1:\(backend.port)")
        }
        let environment = Dictionary(uniqueKeysWithValues: urls)
        try await GatewayProcess.run(.traffic, upstream: backends[0].port, environment: environment) { gateway in
            for example in fixture.cases {
                let request = example.Request
                let method = request.Method ?? "GET"
                let socket = try gateway.connect()
                let fields = (request.Headers ?? [:]).map { "\($0.key): \($0.value)\r\n" }.joined()
                try socket.send("\(method) \(request.Path) HTTP/1.1\r\nHost: \(fixture.host)\r\n\(fields)\r\n")
                Self.check(
                    try socket.readResponse(to: method), of: example, inbox.all.last, "\(method) \(request.Path)")
            }
        }
    }

    private static func check(
        _ response: Response, of example: HTTPRouteFixture.Case, _ forwarded: Request?, _ title: String
    ) {
        if let backend = example.Backend {
            #expect(response.status == 200 && response.body == backend, "\(title)")
            check(forwarded, of: example, title)
        } else if let target = example.RedirectRequest {
            #expect(response.status == example.Response?.StatusCode, "\(title)")
            let location = URL(string: response["Location"] ?? "")
            #expect(location?.path == target.Path ?? example.Request.Path, "\(title)")
            if let scheme = target.Scheme { #expect(location?.scheme == scheme, "\(title)") }
            if let host = target.Host { #expect(location?.host() == host, "\(title)") }
        } else {
            let status = example.Request.Method.flatMap { _ in others[title] } ?? example.Response?.StatusCode
            #expect(response.status == status, "\(title)")
        }
    }

    private static func check(_ forwarded: Request?, of example: HTTPRouteFixture.Case, _ title: String) {
        let expected = example.ExpectedRequest?.Request
        let path = forwarded?.line.split(separator: " ").dropFirst().first.map(String.init)
        #expect(path == expected?.Path ?? example.Request.Path, "\(title)")
        if let host = expected?.Host { #expect(forwarded?["Host"] == host, "\(title)") }
        for (name, value) in expected?.Headers ?? [:] {
            let lines = (forwarded?.fields ?? []).filter { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            #expect(lines.map { $0.dropFirst(name.count + 2) }.joined(separator: ",") == value, "\(title): \(name)")
        }
        for name in example.ExpectedRequest?.AbsentHeaders ?? [] {
            #expect(forwarded?[name] == nil, "\(title): \(name)")
        }
    }
}
