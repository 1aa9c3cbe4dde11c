/// Where one value stands in a ``JSONDocument``.
struct JSONPlace {
    enum Kind: UInt8 {
        case null, `true`, `false`, number, string, array, object
    }

    let kind: Kind
    /// The bytes of a string, decoded and without its quotes, or of a number.
    let start: UInt32
    let count: UInt32
    /// This place and those of all that the value holds: of an object, each name with its value behind it.
    var size: UInt32
}

/// The places of all values of a text, each before what it holds.
struct JSONPlaces {
    private(set) var start: UnsafeMutablePointer<JSONPlace> = .allocate(capacity: 32)
    private(set) var count = 0
    private var capacity = 32

    @inline(__always)
    mutating func append(_ place: JSONPlace) {
        if count == capacity { grow() }
        (start + count).initialize(to: place)
        count &+= 1
    }

    mutating func removeAll() { count = 0 }

    func deallocate() { start.deallocate() }

    private mutating func grow() {
        let old = start
        start = .allocate(capacity: capacity * 2)
        start.moveInitialize(from: old, count: count)
        old.deallocate()
        capacity *= 2
    }
}

/// Memory that a JSON text is read in, and then the next one: to read allocates nothing once there is room.
final class JSONDocument {
    private var text: UnsafeMutablePointer<UInt8> = .allocate(capacity: JSONParser.padding)
    /// The bytes of a text that there is room for.
    private var capacity = 0
    private var places = JSONPlaces()

    deinit {
        text.deallocate()
        places.deallocate()
    }

    /// Room for a text of so many bytes, to be written before it is read. What was read before is gone.
    func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
        if count > capacity {
            text.deallocate()
            capacity = count
            text = .allocate(capacity: capacity + JSONParser.padding)
        }
        return text
    }

    /// Reads the bytes that were written into the room.
    /// - Parameter count: how many there are, at most as many as there was room for.
    /// - Returns: the value, until the next one is read; nothing where the bytes are not one JSON value.
    func read(_ count: Int) -> JSONView? {
        // A place has 32 bits for where it is.
        guard count <= capacity, count <= Int(Int32.max) else { return nil }
        places.removeAll()
        var parser = JSONParser(text, count, places)
        let isRead = parser.document()
        places = parser.places
        return isRead ? JSONView(text, places.start) : nil
    }
}
