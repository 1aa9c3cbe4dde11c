/// The dates of header fields (RFC 9110, 5.6.7).
enum HTTPDate {
    /// The moment that a date names, in seconds since 1970; none for what is no date. All three forms are read:
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    static func seconds(_ text: ByteView, now: Int64) -> Int64? {
        var scanner = Scanner(rest: text)
        guard let dayName = scanner.letters(), (3...9).contains(dayName) else { return nil }
        if scanner.skip(",") {
            guard scanner.skip(" "), let day = scanner.number(2) else { return nil }
            let isOld = scanner.skip("-")
            guard isOld || scanner.skip(" "), let month = scanner.month(), scanner.skip(isOld ? "-" : " "),
                let year = scanner.number(isOld ? 2 : 4), scanner.skip(" "), let time = scanner.time(),
                scanner.skip(" "), scanner.skip("GMT"), scanner.rest.isEmpty
            else { return nil }
            return seconds(year: isOld ? Self.year(ofTwoDigits: year, now: now) : year, month, day, time)
        }
        guard scanner.skip(" "), let month = scanner.month(), scanner.skip(" ") else { return nil }
        guard let day = scanner.skip(" ") ? scanner.number(1) : scanner.number(2), scanner.skip(" "),
            let time = scanner.time(), scanner.skip(" "), let year = scanner.number(4), scanner.rest.isEmpty
        else { return nil }
        return seconds(year: year, month, day, time)
    }

    /// A year of two digits that seems to be more than 50 years ahead is the last one that ended so.
    private static func year(ofTwoDigits digits: Int, now: Int64) -> Int {
        let present = 1970 + Int(now / 31_556_952)
        let year = present / 100 * 100 + digits
        return year > present + 50 ? year - 100 : year
    }

    private static func seconds(year: Int, _ month: Int, _ day: Int, _ time: Int) -> Int64? {
        guard year >= 1583, (1...31).contains(day) else { return nil }
        // Counted in years that begin with March, so that a leap day ends one (H. Hinnant, `days_from_civil`).
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Int64(days) * 86_400 + Int64(time)
    }

    private struct Scanner {
        var rest: ByteView

        mutating func skip(_ text: StaticString) -> Bool {
            let length = text.utf8CodeUnitCount
            guard rest.count >= length, rest.prefix(length).equals(text) else { return false }
            rest = rest.suffix(from: length)
            return true
        }

        /// How many letters come next.
        mutating func letters() -> Int? {
            var count = 0
            while count < rest.count, (0x61...0x7A).contains(rest.start[count] | 0x20) { count += 1 }
            rest = rest.suffix(from: count)
            return count
        }

        /// A number of so many digits.
        mutating func number(_ digits: Int) -> Int? {
            guard rest.count >= digits, let number = rest.prefix(digits).decimal else { return nil }
            rest = rest.suffix(from: digits)
            return number
        }

        /// From 1 to 12.
        mutating func month() -> Int? {
            guard rest.count >= 3 else { return nil }
            let name = rest.prefix(3)
            for (index, known) in HTTPDate.months.enumerated() where name.equals(known) {
                rest = rest.suffix(from: 3)
                return index + 1
            }
            return nil
        }

        /// `hh:mm:ss`, in seconds; there may be a leap second.
        mutating func time() -> Int? {
            guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
                let second = number(2), second <= 60
            else { return nil }
            return hour * 3600 + minute * 60 + second
        }
    }

    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
