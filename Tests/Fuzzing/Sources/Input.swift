/// What libFuzzer makes: where to cut, and the bytes that are cut.
struct Input {
    let choice: UInt8
    /// How many of the bytes come first.
    let cut: Int
    let bytes: [UInt8]

    /// The first bytes say where to cut; none where there are none.
    init?(_ data: [UInt8]) {
        guard data.count >= 3 else { return nil }
        choice = data[0]
        bytes = Array(data[3...])
        cut = (Int(data[1]) << 8 | Int(data[2])) % (bytes.count + 1)
    }
}

/// Calls with a view of memory that has these bytes and no more, so that AddressSanitizer sees a read beyond them.
func withView<Result>(_ bytes: some Collection<UInt8>, _ body: (ByteView) -> Result) -> Result {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { memory.deallocate() }
    _ = memory.initialize(from: bytes)
    guard let base = memory.baseAddress else { fatalError("allocate(capacity:) gave no address") }
    return body(ByteView(base, count: bytes.count))
}

func check(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}
