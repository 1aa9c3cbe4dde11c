import Testing

@testable import GatewayRuntime

@Suite struct DateFieldTests {
    @Test(
        "the date is written as RFC 9110 has it",
        arguments: [
            (784_111_777, "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"), (0, "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"),
            (1_709_164_800, "Date: Thu, 29 Feb 2024 00:00:00 GMT\r\n"),
        ] as [(Int64, String)])
    func writes(second: Int64, line: String) {
        #expect(DateField.line(for: second).text == line)
    }
}
