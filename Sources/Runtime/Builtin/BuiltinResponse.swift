/// A response that the gateway gives itself. `Content-Length`, `Date` and the like are the writer's.
struct BuiltinResponse: Sendable {
    let status: Int
    /// Ready lines, `Name: value\r\n`.
    let headers: [UInt8]
    let body: [UInt8]

    /// - Parameter headers: names and values beside `Content-Type` and those that keep a browser from guessing and caching, or
    ///   in their place.
    init(status: Int = 200, contentType: String, headers: [(String, String)] = [], body: [UInt8]) {
        self.status = status
        let common = [
            ("Content-Type", contentType), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"),
        ]
        let usual = common.filter { name, _ in !headers.contains { $0.0 == name } }
        self.headers = (usual + headers).flatMap { Array("\($0): \($1)\r\n".utf8) }
        self.body = body
    }
}
