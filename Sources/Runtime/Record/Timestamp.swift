/// A moment as text (RFC 3339), in UTC.
struct Timestamp {
    /// In milliseconds since 1970; kept within the years 1970 to 9999, which the format has.
    fileprivate let milliseconds: Int

    init(milliseconds: Int64) { self.milliseconds = Int(max(0, min(milliseconds, 253_402_300_799_999))) }

    /// Writes `2024-03-01T10:00:00Z`. Allocates nothing.
    func write(into buffer: ByteWriter) {
        let seconds = milliseconds / 1000
        let (year, month, day) = Self.date(ofDay: seconds / 86_400)
        buffer.put(decimal: year, width: 4)
        buffer.put("-")
        buffer.put(decimal: month, width: 2)
        buffer.put("-")
        buffer.put(decimal: day, width: 2)
        buffer.put("T")
        buffer.put(decimal: seconds / 3600 % 24, width: 2)
        buffer.put(":")
        buffer.put(decimal: seconds / 60 % 60, width: 2)
        buffer.put(":")
        buffer.put(decimal: seconds % 60, width: 2)
        buffer.put("Z")
    }

    /// The Gregorian date of a day since 1970, counted in years that begin with March, so that a leap day ends one
    /// (H. Hinnant, `civil_from_days`).
    private static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

/// The times of records, most of which are of the same second as the one before: the text of that is put together once.
struct TimestampText {
    private var second = -1
    private let text = ByteWriter()

    /// Writes `2024-03-01T10:00:00.000Z`.
    mutating func write(_ timestamp: Timestamp, into buffer: ByteWriter) {
        let (second, rest) = timestamp.milliseconds.quotientAndRemainder(dividingBy: 1000)
        if second != self.second {
            self.second = second
            text.clear()
            timestamp.write(into: text)
        }
        // Its `Z` goes behind the milliseconds.
        buffer.put(text.view.prefix(text.count - 1))
        buffer.put(".")
        buffer.put(decimal: rest, width: 3)
        buffer.put("Z")
    }
}
