import Testing

@testable import GatewayRuntime

@Suite struct IPAddressTests {
    @Test(
        "addresses are read and written, IPv4 as such however it came",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:DB8:0:0::1", "2001:db8::1"),
            ("::", "::"), ("255.255.255.255", "255.255.255.255"), ("::1", "::1"),
        ])
    func texts(text: String, expected: String) throws {
        let address = try #require(IPAddress(text: text))
        #expect(address.withText { $0.string } == expected)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "a", "1.2.3.4 ", "::1%eth0", ":::", "[::1]", "1.2.3.4\0",
            String(repeating: "1", count: 100),
        ])
    func refuses(text: String) { #expect(IPAddress(text: text) == nil) }

    @Test(
        "proxies write ports behind addresses",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:4711", "192.0.2.1"), ("[::1]", "::1"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"), ("unknown", nil), ("_hidden", nil), ("[::1", nil), ("[]", nil),
            (":80", nil),
        ])
    func ports(text: String, expected: String?) {
        var text = text
        let read = text.withUTF8 { bytes in
            bytes.baseAddress.flatMap { IPAddress(withPort: ByteView($0, count: bytes.count)) }
        }
        #expect(read?.withText { $0.string } == expected)
    }

    @Test(
        "a range has the addresses of its bits and its family",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "1.2.3.4", true),
            ("0.0.0.0/0", "::1", false), ("::/0", "::1", true), ("::/0", "1.2.3.4", false),
            ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
            ("::ffff:10.0.0.0/104", "10.1.2.3", true), ("::1/128", "::1", true),
            ("2001:db8::/64", "2001:db8::ff", true),
            ("2001:db8::/65", "2001:db8::8000:0:0:0", false), ("192.0.2.0/31", "192.0.2.1", true),
        ])
    func ranges(range: String, address: String, isInside: Bool) throws {
        let range = try AddressRange(parsing: range[...])
        #expect(range.contains(try #require(IPAddress(text: address))) == isInside)
    }

    @Test("a list has its entries behind commas, and may be empty")
    func lists() throws {
        #expect(try AddressRange.list(" 10.0.0.0/8, ::1 ,,").count == 2)
        #expect(try AddressRange.list("").isEmpty)
    }

    @Test(
        "a bad range is refused",
        arguments: [
            "10.0.0.1/8", "10.0.0.0/33", "::1/129", "::1/0", "a/8", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "/8",
        ])
    func refusesRanges(text: String) {
        #expect(throws: SettingFault.self) { try AddressRange(parsing: text[...]) }
    }
}
