/// The head of a response as a cache keeps it: a status line and field lines, each with its CRLF.
struct StoredHead {
    private let bytes: [UInt8]
    /// Name, value and the whole line.
    private typealias Line = (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, all: ArraySlice<UInt8>)
    private var status: ArraySlice<UInt8> = []
    private var lines: [Line] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: true).enumerated() {
            let all = bytes[line.startIndex..<min(line.endIndex + 1, bytes.endIndex)]
            guard index > 0, let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                if index == 0 { status = all }
                continue
            }
            let rest = line[(colon + 1)...].drop(while: \.isBlank)
            let value = rest.prefix { $0 != 0x0D }
            let end = value.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? value.startIndex
            lines.append((line[..<colon], value[..<end], all))
        }
    }

    /// What of a relayed head is kept: all that does not belong to the one message.
    /// - Parameter isLeftOut: whether the upstream forbids that a field is kept.
    func kept(without isLeftOut: (ByteView) -> Bool) -> [UInt8] {
        var kept = Array(status)
        for line in lines where !Self.isOfOneMessage(line.name) {
            let isKept = line.name.withUnsafeBufferPointer { !isLeftOut(ByteView($0)) }
            if isKept { kept += line.all }
        }
        return kept
    }

    /// The head with the fields of a 304 in the place of those of the same name.
    func updated(by new: StoredHead) -> [UInt8] {
        let updates = new.lines.filter { !Self.isOfBody($0.name) && !Self.isOfOneMessage($0.name) }
        var updated = Array(status)
        for line in lines where !updates.contains(where: { Self.isSame($0.name, line.name) }) { updated += line.all }
        for line in updates { updated += line.all }
        return updated
    }

    /// The fields that a 304 has (RFC 9110, 15.4.5).
    var notModified: [UInt8] {
        var head = Array("HTTP/1.1 304 Not Modified\r\n".utf8)
        let names = ["cache-control", "content-location", "date", "etag", "expires", "last-modified", "vary"]
        for line in lines where names.contains(where: { Self.isSame(line.name, $0) }) { head += line.all }
        return head
    }

    /// What a request has to ask whether the response still holds.
    var validators: [UInt8] {
        var fields: [UInt8] = []
        if let tag = value(of: "etag"), !tagWithoutWeakness(tag).isEmpty {
            fields += Array("If-None-Match: ".utf8) + tag + Array("\r\n".utf8)
        }
        if let date = value(of: "last-modified") {
            fields += Array("If-Modified-Since: ".utf8) + date + Array("\r\n".utf8)
        }
        return fields
    }

    var entityTag: [UInt8] { value(of: "etag").map(tagWithoutWeakness) ?? [] }

    var namesOrigins: Bool { value(of: "access-control-allow-origin") != nil }

    private func tagWithoutWeakness(_ tag: ArraySlice<UInt8>) -> [UInt8] {
        Array(tag).withUnsafeBufferPointer { bytes in
            var rest = ByteView(bytes)
            guard let tag = EntityTag.next(in: &rest), rest.isEmpty else { return [] }
            return Array(tag.bytes)
        }
    }

    private func value(of name: String) -> ArraySlice<UInt8>? { lines.first { Self.isSame($0.name, name) }?.value }

    /// Written anew with each response.
    private static func isOfOneMessage(_ name: ArraySlice<UInt8>) -> Bool {
        isSame(name, "age") || isSame(name, "content-length")
    }

    /// What a 304 cannot change, as the stored body stays as it is.
    private static func isOfBody(_ name: ArraySlice<UInt8>) -> Bool {
        ["content-encoding", "content-type", "content-range", "content-length"].contains { isSame(name, $0) }
    }

    private static func isSame(_ name: ArraySlice<UInt8>, _ other: String) -> Bool {
        name.elementsEqual(other.utf8) { $0.asciiLowercased == $1 }
    }

    private static func isSame(_ name: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual(other) { $0.asciiLowercased == $1.asciiLowercased }
    }
}
