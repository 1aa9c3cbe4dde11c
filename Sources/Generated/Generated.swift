// The rest of this module is what the compiler writes from spec/ (Snapshots/gateway shows it).
@_exported public import GatewayRuntime
