import Foundation
import Testing

@Suite("The demo") struct DemoTests {
    @Test("needs no environment, prints three requests that answer as it says when pasted, and stops on Ctrl-C")
    func demo() async throws {
        let (commands, answers, end) = try await onThread {
            let demo = try ChildProcess(.gateway, ["demo"], environment: [:])
            _ = try demo.output.first { $0.hasPrefix("Ctrl-C ends it.") }
            let lines = demo.output.lines
            let commands = lines.indices.filter { lines[$0].hasPrefix("curl ") }.map { index in
                (expected: lines[index - 1].suffix(3), command: lines[index])
            }
            let answers = try commands.map { try Self.shell($0.command) }
            demo.signal(SIGINT)
            return (commands, answers, try demo.waitUntilEnd())
        }
        #expect(commands.map(\.expected) == ["200", "403", "401"])
        for (command, answer) in zip(commands, answers) {
            #expect(answer.first?.hasPrefix("HTTP/1.1 \(command.expected) ") == true, "\(command): \(answer)")
        }
        #expect(answers[0].contains { $0.contains("\"X-Org-ID\" : \"demo-org_id\"") }, "the upstream is told who asks")
        #expect(answers[1].last?.contains("INSUFFICIENT_SCOPE") == true)
        #expect(answers[2].last?.contains("EXPIRED_TOKEN") == true)
        #expect(end == .exit(0))
    }

    @Test("can be there twice")
    func twice() async throws {
        let addresses = try await onThread {
            let demos = try (0..<2).map { _ in try ChildProcess(.gateway, ["demo"], environment: [:]) }
            defer { for demo in demos { demo.signal(SIGINT) } }
            return try demos.map { try $0.output.first { $0.contains(" serves at ") } }
        }
        #expect(addresses[0] != addresses[1])
    }

    private static func shell(_ command: String) throws -> [String] {
        let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        let shell = try ChildProcess(URL(filePath: "/bin/sh"), ["-c", command], environment: environment)
        _ = try shell.waitUntilEnd()
        return shell.output.lines
    }
}
