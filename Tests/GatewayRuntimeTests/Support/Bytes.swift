@testable import GatewayRuntime

/// Calls with a view of the text's bytes; they end where the view ends, so that an over-read is seen by a sanitizer.
func withView<Result>(_ text: String, _ body: (ByteView) throws -> Result) rethrows -> Result {
    try withView(Array(text.utf8), body)
}

func withView<Result>(_ bytes: [UInt8], _ body: (ByteView) throws -> Result) rethrows -> Result {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    defer { memory.deallocate() }
    for (index, byte) in bytes.enumerated() { (memory + index).initialize(to: byte) }
    return try body(ByteView(UnsafePointer(memory), count: bytes.count))
}

/// Calls with header fields of these names and values.
func withFields<Result>(_ fields: [(String, String)], _ body: (HeaderFields) throws -> Result) rethrows -> Result {
    var bytes: [UInt8] = []
    var places: [HeaderField] = []
    for (name, value) in fields {
        let nameStart = bytes.count
        bytes += Array(name.utf8)
        let valueStart = bytes.count
        bytes += Array(value.utf8)
        var place = HeaderField(
            nameStart: UInt32(nameStart), nameEnd: UInt32(valueStart), valueStart: UInt32(valueStart),
            valueEnd: UInt32(bytes.count))
        place.kind = FieldKind(named: name)
        places.append(place)
    }
    return try withView(bytes) { view in
        try places.withUnsafeBufferPointer { try body(HeaderFields(base: view.start, fields: $0)) }
    }
}

extension RandomAccessCollection<UInt8> {
    var text: String { String(decoding: self, as: UTF8.self) }
}
