#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Files that are read whole, up to a bound.
enum SmallFile {
    static func read(_ path: String, limit: Int) throws(SettingFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw SettingFault(what: "cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                #endif
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw SettingFault(what: "cannot be read: \(String(cString: strerror(errno)))") }
            if read == 0 { return Array(bytes[..<count]) }
            count += read
        }
        throw SettingFault(what: "is longer than \(limit) bytes")
    }
}
