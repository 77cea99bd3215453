package dev.payfleet.worker.egress;

/// Why the relay could not serve a request. The relay answers with the status and the header
/// `Payfleet-Egress: <wire name>`, and remembers it, because most clients hide a refused tunnel's headers.
public enum EgressTrouble {
    /// The wall of origins does not admit the destination. Says something about the page, not about the proxy.
    ORIGIN_REFUSED(403, "origin-refused"),
    /// The proxy did not accept our user name and password.
    PROXY_REFUSED(502, "proxy-refused"),
    /// The proxy could not be connected to, hung up, or answered with what is not HTTP.
    PROXY_UNREACHABLE(502, "proxy-unreachable"),
    /// The proxy is well, and says it cannot reach the destination (or, without a proxy, we could not).
    DESTINATION_UNREACHABLE(502, "destination-unreachable"),
    /// The client sent something that is not a proper proxy request; never forwarded.
    REQUEST_REFUSED(400, "request-refused");

    private final int status;
    private final String wireName;

    EgressTrouble(int status, String wireName) {
        this.status = status;
        this.wireName = wireName;
    }

    /// The HTTP status that the relay answers with.
    public int status() {
        return status;
    }

    /// The value of the `Payfleet-Egress` header.
    public String wireName() {
        return wireName;
    }

    /// Whether the fault lies between us and the proxy, so that the same job may well succeed later.
    public boolean isEgressFault() {
        return this == PROXY_REFUSED || this == PROXY_UNREACHABLE;
    }
}
