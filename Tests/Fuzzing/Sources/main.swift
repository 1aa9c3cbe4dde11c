import CLibFuzzer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// FUZZ_TARGET names what is fuzzed; the arguments are libFuzzer's, which calls the program again with them.
let target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
switch getenv("FUZZ_TARGET").map({ String(cString: $0) }) {
case "heads": target = { checkHead(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "chunks": target = { checkChunks(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "rewrites": target = { checkRewrite(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "replies": target = { checkReplies(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "directives": target = { checkDirectives(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "transforms": target = { checkTransforms(Array(UnsafeBufferPointer(start: $0, count: $1))) }
case "claims": target = { checkClaims(Array(UnsafeBufferPointer(start: $0, count: $1))) }
default:
    print("usage: FUZZ_TARGET=TARGET fuzz [argument of libFuzzer ...]; the targets: see scripts/fuzz")
    exit(64)
}
var count = CInt(CommandLine.arguments.count)
var pointers: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
pointers.withUnsafeMutableBufferPointer { buffer in
    var base = buffer.baseAddress
    exit(LLVMFuzzerRunDriver(&count, &base, target))
}
