/// A pattern as the smallest automaton that accepts what it does: a value is compared in one pass, a step a byte, and two
/// patterns mean the same where their automata are equal.
struct PatternAutomaton: Hashable, Sendable {
    /// The class of each kind of byte (``ByteSet``), in the order in which they first come.
    private(set) var classes: [Int]
    private(set) var classCount: Int
    /// Where a state goes with a class; none where nothing can be accepted any more. State 0 is the first.
    private(set) var steps: [[Int?]]
    private(set) var accepts: [Bool]

    /// More states than these are a pattern that nobody reads.
    static let mostStates = 500
    static let mostClasses = 64

    /// - Throws: that it is too large, or can never match.
    init(_ syntax: PatternSyntax) throws(Fault) {
        var places = PatternPlaces()
        let whole = try places.add(syntax)
        let raw = try RawAutomaton(places, whole)
        self = raw.minimal
        guard !accepts.isEmpty else { throw Fault("can never match; write what values are") }
        guard accepts.count <= Self.mostStates, classCount <= Self.mostClasses else { throw Self.tooLarge }
    }

    fileprivate init(classes: [Int], classCount: Int, steps: [[Int?]], accepts: [Bool]) {
        (self.classes, self.classCount, self.steps, self.accepts) = (classes, classCount, steps, accepts)
    }

    fileprivate static var tooLarge: Fault {
        Fault("needs more than \(mostStates) states to be compared in one pass; write a simpler one")
    }

    /// The state after some bytes; none where nothing can be accepted any more.
    func state(after bytes: some Sequence<UInt8>, from start: Int = 0) -> Int? {
        var state = start
        for byte in bytes {
            guard let next = steps[state][classes[ByteSet.kind(byte)]] else { return nil }
            state = next
        }
        return state
    }

    func accepts(_ text: String) -> Bool { state(after: text.utf8).map { accepts[$0] } ?? false }

    /// Whether everything is accepted from a state on.
    func acceptsAll(from state: Int) -> Bool { accepts[state] && steps[state].allSatisfy { $0 == state } }

    /// Whether some value is accepted by both.
    func overlaps(_ other: PatternAutomaton) -> Bool {
        meets(other) { mine, theirs in
            guard let mine, let theirs else { return false }
            return accepts[mine] && other.accepts[theirs]
        }
    }

    /// Whether the other accepts all that this does.
    func isInside(_ other: PatternAutomaton) -> Bool {
        !meets(other) { mine, theirs in
            guard let mine, accepts[mine] else { return false }
            return !(theirs.map { other.accepts[$0] } ?? false)
        }
    }

    /// Whether some value takes both to states of which this holds.
    private func meets(_ other: PatternAutomaton, at holds: (Int?, Int?) -> Bool) -> Bool {
        struct Pair: Hashable {
            var mine: Int?
            var theirs: Int?
        }
        // One kind of byte stands for all that both put into the same classes.
        let kinds = Set((0..<ByteSet.size).map { [classes[$0], other.classes[$0]] })
        var waiting = [Pair(mine: 0, theirs: 0)]
        var seen: Set<Pair> = [waiting[0]]
        while let pair = waiting.popLast() {
            if holds(pair.mine, pair.theirs) { return true }
            guard let mine = pair.mine else { continue }
            for kind in kinds {
                let next = Pair(mine: steps[mine][kind[0]], theirs: pair.theirs.flatMap { other.steps[$0][kind[1]] })
                if seen.insert(next).inserted { waiting.append(next) }
            }
        }
        return false
    }
}

/// The places of a pattern's bytes, and which may follow which (Glushkov's construction).
private struct PatternPlaces {
    struct Part {
        var mayBeEmpty: Bool
        var first: Set<Int>
        var last: Set<Int>
    }

    private(set) var sets: [ByteSet] = []
    private(set) var following: [Set<Int>] = []

    private static let most = 4_000
    /// What repetitions in each other come to, and how many pairs of places follow each other: a pattern of 20 bytes can ask for
    /// billions of either.
    private static let mostWork = 300_000
    private var work = 0

    private mutating func spend(_ amount: Int) throws(Fault) {
        work += amount
        guard work <= Self.mostWork else { throw PatternAutomaton.tooLarge }
    }

    mutating func add(_ syntax: PatternSyntax) throws(Fault) -> Part {
        try spend(1)
        switch syntax {
        case .bytes(let set):
            guard sets.count < Self.most else { throw PatternAutomaton.tooLarge }
            sets.append(set)
            following.append([])
            return Part(mayBeEmpty: false, first: [sets.count - 1], last: [sets.count - 1])
        case .sequence(let parts):
            var whole = Part(mayBeEmpty: true, first: [], last: [])
            for part in parts { whole = try join(whole, try add(part)) }
            return whole
        case .choice(let parts):
            var whole = Part(mayBeEmpty: false, first: [], last: [])
            for part in parts {
                let part = try add(part)
                whole.mayBeEmpty = whole.mayBeEmpty || part.mayBeEmpty
                whole.first.formUnion(part.first)
                whole.last.formUnion(part.last)
            }
            return whole
        case .repeated(let part, let least, let most):
            var whole = Part(mayBeEmpty: true, first: [], last: [])
            for index in 0..<(most ?? max(1, least)) {
                var copy = try add(part)
                if index >= least { copy.mayBeEmpty = true }
                if most == nil, index == max(1, least) - 1 { try link(copy.last, copy.first) }
                whole = try join(whole, copy)
            }
            return whole
        }
    }

    private mutating func join(_ one: Part, _ other: Part) throws(Fault) -> Part {
        try spend(one.last.count + other.first.count)
        try link(one.last, other.first)
        return Part(
            mayBeEmpty: one.mayBeEmpty && other.mayBeEmpty,
            first: one.mayBeEmpty ? one.first.union(other.first) : one.first,
            last: other.mayBeEmpty ? one.last.union(other.last) : other.last)
    }

    private mutating func link(_ from: Set<Int>, _ to: Set<Int>) throws(Fault) {
        try spend(from.count * to.count)
        for place in from { following[place].formUnion(to) }
    }
}

/// An automaton before it is made small: a state is the set of places that may come next.
private struct RawAutomaton {
    private var classes: [Int] = []
    private var classCount = 0
    private var steps: [[Int]] = []
    private var accepts: [Bool] = []

    private static let mostStates = 4_000
    /// Places that are looked at while sets of them are put together.
    private static let mostWork = 10_000_000

    init(_ places: PatternPlaces, _ whole: PatternPlaces.Part) throws(Fault) {
        // Bytes that no place tells apart are one class.
        let sets = Array(Set(places.sets))
        var numbers: [[Bool]: Int] = [:]
        for kind in 0..<ByteSet.size {
            let membership = sets.map { $0.contains(kind: kind) }
            let number = numbers[membership] ?? numbers.count
            numbers[membership] = number
            classes.append(number)
        }
        classCount = numbers.count
        guard classCount <= PatternAutomaton.mostClasses else {
            throw Fault(
                "tells more than \(PatternAutomaton.mostClasses) kinds of characters apart; write a simpler one")
        }
        let samples = (0..<classCount).map { number in classes.firstIndex(of: number) ?? 0 }
        struct State: Hashable {
            var next: Set<Int>
            var accepts: Bool
        }
        var known: [State: Int] = [:]
        var waiting = [State(next: whole.first, accepts: whole.mayBeEmpty)]
        known[waiting[0]] = 0
        var index = 0
        var work = 0
        while index < waiting.count {
            let state = waiting[index]
            index += 1
            accepts.append(state.accepts)
            var row: [Int] = []
            for sample in samples {
                let taken = state.next.filter { places.sets[$0].contains(kind: sample) }
                work += state.next.count + taken.reduce(0) { $0 + places.following[$1].count }
                guard work <= Self.mostWork else { throw PatternAutomaton.tooLarge }
                let next = State(
                    next: taken.reduce(into: []) { $0.formUnion(places.following[$1]) },
                    accepts: !taken.isDisjoint(with: whole.last))
                if known[next] == nil {
                    guard waiting.count < Self.mostStates else { throw PatternAutomaton.tooLarge }
                    known[next] = waiting.count
                    waiting.append(next)
                }
                row.append(known[next] ?? 0)
            }
            steps.append(row)
        }
    }

    /// States that accept the same are one, states that accept nothing are none (Moore), and what is left is numbered from
    /// the first on, so that equal automata are written alike.
    var minimal: PatternAutomaton {
        var groups = accepts.map { $0 ? 1 : 0 }
        var count = Set(groups).count
        while true {
            var numbers: [[Int]: Int] = [:]
            let refined = steps.indices.map { state in
                let key = [groups[state]] + steps[state].map { groups[$0] }
                let number = numbers[key] ?? numbers.count
                numbers[key] = number
                return number
            }
            groups = refined
            if numbers.count == count { break }
            count = numbers.count
        }
        var representatives = [Int](repeating: 0, count: count)
        for state in steps.indices.reversed() { representatives[groups[state]] = state }
        let dead = (0..<count).first { group in
            let state = representatives[group]
            return !accepts[state] && steps[state].allSatisfy { groups[$0] == group }
        }
        guard groups[0] != dead else {
            return PatternAutomaton(classes: classes, classCount: classCount, steps: [], accepts: [])
        }
        // Classes that no state tells apart are one too.
        var columns: [[Int]: Int] = [:]
        let merged = (0..<classCount).map { number in
            let column = representatives.map { groups[steps[$0][number]] }
            let place = columns[column] ?? columns.count
            columns[column] = place
            return place
        }
        let samples = (0..<columns.count).map { place in merged.firstIndex(of: place) ?? 0 }
        var numbers = [groups[0]: 0]
        var order = [groups[0]]
        var rows: [[Int?]] = []
        while rows.count < order.count {
            let state = representatives[order[rows.count]]
            rows.append(
                samples.map { sample in
                    let group = groups[steps[state][sample]]
                    if group == dead { return nil }
                    if let number = numbers[group] { return number }
                    numbers[group] = order.count
                    order.append(group)
                    return order.count - 1
                })
        }
        return PatternAutomaton(
            classes: classes.map { merged[$0] }, classCount: columns.count, steps: rows,
            accepts: order.map { accepts[representatives[$0]] })
    }
}
