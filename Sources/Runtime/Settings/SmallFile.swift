#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Files that are read whole, up to a bound.
package enum SmallFile {
    package static func read(_ path: String, limit: Int) throws(SettingFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw SettingFault(what: "cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                readOnce(from: descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw SettingFault(what: "cannot be read: \(String(cString: strerror(errno)))") }
            if read == 0 { return Array(bytes[..<count]) }
            count += read
        }
        throw SettingFault(what: "is longer than \(limit) bytes")
    }
}

/// `read(2)`, under a name that the type does not have.
private func readOnce(from descriptor: CInt, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, bytes.baseAddress, bytes.count)
}
