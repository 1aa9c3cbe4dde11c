/// Where one value stands in a ``JSONDocument``.
struct JSONPlace: Sendable {
    enum Kind: UInt8 {
        case null, `true`, `false`, number, string, array, object
    }

    let kind: Kind
    /// The bytes of a string, decoded and without its quotes, or of a number.
    let range: Range<Int>
    /// The places of what an array or an object holds: of an object, each name with its value behind it.
    var contents: Range<Int>

    /// The place behind this value and all that it holds.
    var following: Int { contents.upperBound }
}

/// A JSON text that has been read: all its values, each before what it holds.
final class JSONDocument: Sendable {
    /// The text, and behind it the strings of it that have escapes, decoded.
    let bytes: [UInt8]
    /// The first is the value itself.
    let places: [JSONPlace]

    /// Nothing where the bytes are not one JSON value.
    init?(parsing text: [UInt8]) {
        var parser = JSONParser(text)
        guard parser.document() else { return nil }
        bytes = parser.bytes
        places = parser.places
    }

    /// The text of a string or a number.
    func text(at place: JSONPlace) -> String { String(decoding: bytes[place.range], as: UTF8.self) }

    /// The value of the member of that name, among the places of an object's contents.
    func member(_ name: String, in contents: Range<Int>) -> JSONPlace? {
        places.withUnsafeBufferPointer { places in
            var index = contents.lowerBound
            // A name has its value behind it, and the contents of an object are all within the places.
            while index < contents.upperBound {
                if holds(places[index], name) { return places[index + 1] }
                index = places[index + 1].following
            }
            return nil
        }
    }

    /// Whether a string or a number is of these very bytes: no two names are one for looking alike.
    func holds(_ place: JSONPlace, _ text: String) -> Bool {
        guard place.range.count == text.utf8.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[place.range])
            return text.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
                ?? bytes.elementsEqual(text.utf8)
        }
    }
}
