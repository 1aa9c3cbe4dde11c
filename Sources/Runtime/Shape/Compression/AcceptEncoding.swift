/// What a client takes (RFC 9110, 12.5.3).
enum AcceptEncoding {
    /// The coding that the client would rather have than a response as it is; of two that it likes as well, brotli. What is not
    /// well-formed counts as a coding that it does not take.
    static func preferred(_ fields: HeaderFields, among codings: ContentCodings) -> ContentCoding? {
        var gzip: Int?
        var brotli: Int?
        var identity: Int?
        var others: Int?
        for index in 0..<fields.count where fields.name(at: index).equalsIgnoringCase("Accept-Encoding") {
            var members = ListMembers(fields.value(at: index))
            while let member = members.next() {
                let end = member.firstIndex(of: UInt8(ascii: ";")) ?? member.count
                let coding = member.prefix(end).trimmed
                let weight = weight(member.suffix(from: end))
                if coding.equalsIgnoringCase("gzip") || coding.equalsIgnoringCase("x-gzip") {
                    gzip = max(gzip ?? 0, weight)
                } else if coding.equalsIgnoringCase("br") {
                    brotli = max(brotli ?? 0, weight)
                } else if coding.equalsIgnoringCase("identity") {
                    identity = weight
                } else if coding.equals("*") {
                    others = weight
                }
            }
        }
        let gzipWeight = codings.contains(.gzip) ? gzip ?? others ?? 0 : 0
        let brotliWeight = codings.contains(.brotli) ? brotli ?? others ?? 0 : 0
        let wanted = max(gzipWeight, brotliWeight)
        guard wanted > 0, wanted >= identity ?? 0 else { return nil }
        return brotliWeight == wanted ? .brotli : .gzip
    }

    /// The weight in thousandths that stands behind a coding: `;q=0.5`; 1000 where there is none, 0 for what is no weight.
    private static func weight(_ parameters: ByteView) -> Int {
        if parameters.isEmpty { return 1000 }
        let parameter = parameters.suffix(from: 1).trimmed
        guard parameter.count >= 3, parameter.prefix(2).equalsIgnoringCase("q=") else { return 0 }
        let digits = parameter.suffix(from: 2)
        guard digits.count <= 5, digits.count == 1 || digits.start[1] == UInt8(ascii: ".") else { return 0 }
        var weight = 0
        var unit = 1000
        for index in 0..<digits.count where index != 1 {
            let digit = digits.start[index]
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return 0 }
            weight += Int(digit - UInt8(ascii: "0")) * unit
            unit /= 10
        }
        return weight <= 1000 ? weight : 0
    }
}
