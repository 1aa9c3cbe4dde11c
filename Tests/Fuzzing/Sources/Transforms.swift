/// A body of JSON becomes the same however it is cut; only JSON goes on, and what is wrapped and renamed is JSON again.
func checkTransforms(_ data: [UInt8]) -> CInt {
    guard let input = Input(data) else { return 0 }
    let body = input.bytes
    for transform in transforms {
        let whole = change(body, by: transform, cutAt: [])
        check(whole == change(body, by: transform, cutAt: [input.cut]), "cut at \(input.cut)")
        if body.count <= 500 {
            check(whole == change(body, by: transform, cutAt: Array(0...body.count)), "byte by byte")
        }
        // A wrap may make of what is deep what is too deep.
        guard let whole, !whole.isEmpty, body.count < JSONScanner.deepest else { continue }
        var scanner = JSONScanner()
        check(whole.allSatisfy { scanner.take($0) } && scanner.isComplete, "no JSON comes of JSON")
    }
    return 0
}

private let transforms = [
    BodyTransformDefinition(wrap: "data", renames: []),
    BodyTransformDefinition(wrap: nil, renames: [("a", "b"), ("é", "\"")]),
    BodyTransformDefinition(wrap: "a\"", renames: [("user_id", "userId")]),
].map { BodyTransform($0) }

private func change(_ body: [UInt8], by transform: BodyTransform, cutAt cuts: [Int]) -> [UInt8]? {
    let (machine, output) = (JSONBody(), ByteWriter())
    machine.begin(transform)
    var start = 0
    for end in cuts + [body.count] {
        guard withView(body[start..<end], { machine.take($0, into: output) }) else { return nil }
        start = end
    }
    return machine.end(into: output) ? Array(output.bytes) : nil
}
