import Testing

@testable import GatewayRuntime

@Suite("Cache-Control") struct CacheControlTests {
    private func response(_ values: String...) -> ResponseDirectives {
        var directives = ResponseDirectives()
        for value in values { withView(value) { directives.read($0) } }
        return directives
    }

    private func request(_ values: String...) -> RequestDirectives {
        var directives = RequestDirectives()
        for value in values { withView(value) { directives.read($0) } }
        return directives
    }

    @Test("of a response is read in any case, with and without quotes, over several fields")
    func responses() {
        #expect(response("") == ResponseDirectives())
        #expect(response(" , ,,") == ResponseDirectives())
        #expect(response("unknown, foo=bar, baz=\"a, no-store\"") == ResponseDirectives())
        #expect(response("NO-STORE").noStore)
        #expect(response("public,max-age=60").maxAge == 60)
        #expect(response("Max-Age=\"60\"").maxAge == 60)
        #expect(response("max-age = 60").maxAge == 60)
        #expect(response("max-age=60", "s-maxage=30").sharedMaxAge == 30)
        #expect(response("must-revalidate").mustRevalidate && response("must-revalidate").allowsAuthorized)
        #expect(response("proxy-revalidate").mustRevalidate && !response("proxy-revalidate").allowsAuthorized)
        #expect(response("stale-while-revalidate=5, stale-if-error=6").staleWhileRevalidate == 5)
        #expect(response("stale-while-revalidate=5, stale-if-error=6").staleIfError == 6)
        #expect(!response("no-storee, xno-store, no-store-x").noStore)
    }

    @Test("that is not understood makes nothing fresh, and the strictest of several counts")
    func faults() {
        for value in ["max-age", "max-age=", "max-age=x", "max-age=-1", "max-age=1.5", "max-age=1 2", "max-age=\"\""] {
            #expect(response(value).maxAge == 0, "\(value)")
        }
        #expect(response("max-age=99999999999999999999999").maxAge == 1 << 31)
        #expect(response("max-age=60, max-age=30", "max-age=90").maxAge == 30)
        #expect(response("max-age=60, max-age=x").maxAge == 0)
        for value in ["foo=\"bar, max-age=60", "max-age=6\"0", "private=\"x", "a=\"\\\""] {
            #expect(response(value).noStore, "\(value)")
        }
    }

    @Test("names single fields, or the whole response")
    func fieldForms() {
        #expect(response("private").isPrivate && response("no-cache").noCache)
        for value in ["private=\"Set-Cookie\"", "private=Set-Cookie", "no-cache=\"Set-Cookie, X-A\""] {
            let directives = response(value)
            #expect(directives.namesFields && !directives.isPrivate && !directives.noCache, "\(value)")
            withFields([("Cache-Control", "max-age=5"), ("cache-control", value)]) { fields in
                withView("set-cookie") { #expect(ResponseDirectives.names($0, in: fields)) }
                withView("set-cookie2") { #expect(!ResponseDirectives.names($0, in: fields)) }
            }
        }
        for value in ["private=\"\"", "private=\"a b\"", "private=\" \"", "private="] {
            #expect(response(value).isPrivate, "\(value)")
        }
        #expect(response("private=\"X\", private").isPrivate)
    }

    @Test("of a request")
    func requests() {
        #expect(request("").isPlain && request("foo").isPlain)
        #expect(request("no-cache").noCache && request("no-store").noStore && request("only-if-cached").onlyIfCached)
        #expect(request("max-age=5", "max-age=3").maxAge == 3)
        #expect(request("min-fresh=5, min-fresh=9").minFresh == 9)
        #expect(request("max-stale").maxStale == .max)
        #expect(request("max-stale, max-stale=7").maxStale == 7)
        #expect(request("max-stale=x").maxStale == 0)
    }

    @Test("of any bytes is read to its end, and what forbids is never lost behind it")
    func anyBytes() {
        var random = SplitMix(state: 4)
        let pieces = [
            "max-age", "=", ",", "\"", "\\", " ", "\t", "60", "private", "no-cache", "x", ";", "\u{ff}", "=\"",
            "s-maxage",
        ]
        for _ in 0..<20_000 {
            let value = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let text = value.joined()
            var once = response(text)
            let before = once
            withView(text) { once.read($0) }
            #expect(once == before, "\(text)")
            #expect(response(text + ", no-store").noStore, "\(text)")
            #expect(response(text, "no-store").noStore)
            if let age = before.maxAge { #expect((0...1 << 31).contains(age)) }
        }
    }
}

@Suite("Dates of header fields") struct HTTPDateTests {
    private func seconds(_ text: String, now: Int64 = 1_700_000_000) -> Int64? {
        withView(text) { HTTPDate.seconds($0, now: now) }
    }

    @Test(
        "are read in all three forms",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
            ("Friday, 31-Dec-99 23:59:59 GMT", 946_684_799), ("Monday, 01-Jan-70 00:00:00 GMT", 3_155_760_000),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
        ] as [(String, Int64)])
    func forms(_ text: String, _ expected: Int64) {
        #expect(seconds(text) == expected)
    }

    @Test(
        "are none where anything is amiss",
        arguments: [
            "", "0", "-1", "Sun", "Sun,", "Sun, 06 Nov 1994", "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sun, 06 Nov 94 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
            "784111777", "Sun, 06 Nov 0000 08:49:37 GMT",
        ])
    func faults(_ text: String) { #expect(seconds(text) == nil) }

    @Test("are those that the gateway writes")
    func roundTrip() {
        for second in stride(from: Int64(0), to: 4_000_000_000, by: 12_345_678) {
            let line = DateField.line(for: second).text
            #expect(seconds(String(line.dropFirst(6).dropLast())) == second)
        }
    }
}
