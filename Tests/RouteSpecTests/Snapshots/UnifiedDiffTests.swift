import Testing

@Suite("Differences are shown as diff -u shows them")
struct UnifiedDiffTests {
    @Test("a change in the middle has three lines of context")
    func middle() {
        let old = (1...12).map(String.init).joined(separator: "\n")
        let new = old.replacing("6", with: "six")
        #expect(
            unifiedDiff(old, new, from: "a", to: "b") == """
                --- a
                +++ b
                @@ -3,7 +3,7 @@
                 3
                 4
                 5
                -6
                +six
                 7
                 8
                 9
                """)
    }

    @Test("two changes far apart are two hunks")
    func twoHunks() {
        let old = (1...20).map(String.init).joined(separator: "\n")
        let new = old.replacing("20", with: "twenty") + "\nend"
        let text = unifiedDiff(old, "start\n" + new, from: "a", to: "b")
        #expect(text.split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
        #expect(text.contains("\n+start\n") && text.contains("\n-20\n+twenty\n+end"))
    }
}
