/// The numbers of names, which are found by the bytes of each.
///
/// `@unchecked Sendable`: once made it does not change, and its memory goes with it.
final class NameTable: @unchecked Sendable {
    private let names: TextList
    /// The number of a name and one more, at the hash of the name or behind it; zero where there is none.
    private let numbers: UnsafeMutableBufferPointer<UInt32>

    /// Numbers each of the names once, in their order.
    init(_ names: [String]) {
        var seen: Set<[UInt8]> = []
        let distinct = names.filter { seen.insert(Array($0.utf8)).inserted }
        self.names = TextList(distinct)
        // At most half of the places are taken.
        var capacity = 4
        while capacity < distinct.count * 2 { capacity *= 2 }
        numbers = .allocate(capacity: capacity)
        numbers.initialize(repeating: 0)
        for (number, name) in self.names.texts.enumerated() {
            numbers[place(of: name)] = UInt32(truncatingIfNeeded: number + 1)
        }
    }

    deinit { numbers.deallocate() }

    var count: Int { names.texts.count }

    func number(of name: ByteView) -> Int? {
        let number = Int(numbers[place(of: name)])
        return number > 0 ? number - 1 : nil
    }

    /// Where the number of a name is, or would be. Only names of the spec are in the table, so that none who sends others makes
    /// the way longer.
    private func place(of name: ByteView) -> Int {
        let mask = numbers.count - 1
        var place = Int(truncatingIfNeeded: TargetHash.mix(TargetHash.hash(name.bytes))) & mask
        while numbers[place] != 0, !names.texts[Int(numbers[place]) - 1].equals(name) { place = (place + 1) & mask }
        return place
    }
}
