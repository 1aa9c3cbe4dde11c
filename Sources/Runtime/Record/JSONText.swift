import NIOCore

extension ByteBuffer {
    /// Writes bytes of any origin as a JSON string, quotes and all: what has to be is escaped, and bytes that are not
    /// UTF-8 become U+FFFD each.
    mutating func writeJSONString(_ bytes: UnsafeBufferPointer<UInt8>) {
        writeInteger(UInt8(ascii: "\""))
        var run = 0
        var index = 0
        while index < bytes.count {
            let length = bytes.plainLength(at: index)
            if length > 0 {
                index += length
                continue
            }
            writeBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[run..<index]))
            writeEscape(of: bytes[index])
            index += 1
            run = index
        }
        writeBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[run...]))
        writeInteger(UInt8(ascii: "\""))
    }

    mutating func writeJSONString(_ view: ByteView) { writeJSONString(view.bytes) }

    mutating func writeJSONString(_ text: StaticString) {
        text.withUTF8Buffer { writeJSONString($0) }
    }

    mutating func writeJSONString(_ text: String) {
        var text = text
        text.withUTF8 { writeJSONString($0) }
    }

    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): writeStaticString("\\\"")
        case UInt8(ascii: "\\"): writeStaticString("\\\\")
        case 0x0A: writeStaticString("\\n")
        case 0x0D: writeStaticString("\\r")
        case 0x09: writeStaticString("\\t")
        case 0x80...: writeStaticString("\\ufffd")
        default:
            writeStaticString("\\u00")
            writeInteger(hexDigit(byte >> 4))
            writeInteger(hexDigit(byte & 15))
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// Writes a number that is not negative in decimal digits, at least as many as `width`. Allocates nothing.
    mutating func writeDecimal(_ number: Int64, width: Int = 1) {
        var divisor: Int64 = 1
        var digits = 1
        while digits < width || (digits < 19 && number / divisor >= 10) {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            writeInteger(UInt8(0x30 + number.magnitude / divisor.magnitude % 10))
            divisor /= 10
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes of the character at an index may stand in a JSON string as they are: 0 where it must be escaped or is
    /// not UTF-8 (Unicode 16, table 3-7).
    fileprivate func plainLength(at index: Int) -> Int {
        let first = self[index]
        switch first {
        case 0x22, 0x5C, 0..<0x20, 0x7F: return 0
        case 0..<0x80: return 1
        case 0xC2...0xDF: return hasContinuation(at: index + 1) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
            return hasContinuation(at: index + 1, in: second) && hasContinuation(at: index + 2) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            let isPlain =
                hasContinuation(at: index + 1, in: second) && hasContinuation(at: index + 2)
                && hasContinuation(at: index + 3)
            return isPlain ? 4 : 0
        default: return 0
        }
    }

    private func hasContinuation(at index: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        index < count && range.contains(self[index])
    }
}
