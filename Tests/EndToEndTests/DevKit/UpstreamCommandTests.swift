import Testing

@Suite("devkit upstream") struct UpstreamCommandTests {
    @Test("answers with what it received, under its name")
    func echo() async throws {
        let response = try await onThread {
            let server = try DevKitServer("upstream", ["--name", "agents"])
            return try server.answer("PUT", "/a/b?c=1", ["X-Test: 1"], body: "hello")
        }
        #expect(response.status == 200)
        for part in [
            "\"upstream\" : \"agents\"", "\"path\" : \"/a/b?c=1\"", "\"X-Test\" : \"1\"", "\"body_bytes\" : 5",
        ] {
            #expect(response.body.contains(part), "\(response.body)")
        }
    }
}
