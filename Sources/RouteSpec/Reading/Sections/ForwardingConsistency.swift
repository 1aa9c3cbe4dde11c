/// What a route says itself of the way to its upstream must have something to act on.
extension RouteDeclaration {
    func checkForwarding(_ own: TrafficPolicy, _ diagnostics: inout Diagnostics) {
        if let key = own.idempotencyKey, traffic.retry?.policy == nil {
            diagnostics.error(
                at: key.mark,
                "'idempotency_key' names the requests that 'retry' may send again, and the route has no 'retry'; add it"
            )
        }
        if let key = own.hashOn, traffic.split == nil {
            diagnostics.error(
                at: key.mark,
                "'hash_on' leads to one of several upstreams, and the route has no list of them; "
                    + "write 'upstream: [{ name, weight }]', or 'hash_on' at the upstream")
        }
        if let mirror = traffic.mirror?.policy, let upgrade {
            diagnostics.error(
                at: mirror.upstream.mark,
                "'mirror' cannot stand beside 'upgrade' at \(upgrade.mark.place), whose bytes are no request; remove it"
            )
        }
    }
}
