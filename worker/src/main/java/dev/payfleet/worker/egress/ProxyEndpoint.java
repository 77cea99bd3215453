package dev.payfleet.worker.egress;

import dev.payfleet.session.Secret;
import java.util.Optional;

/// One HTTP proxy and what it asks for.
///
/// @param host name or address, without brackets
/// @param port 1 to 65535
/// @param userName sent with the password by Basic authentication; empty for a proxy that asks for nothing. In a
///     pool it may hold `{connection}`, which becomes a word of the connection's own (see [EgressPool])
/// @param password empty text where there is no user name
public record ProxyEndpoint(String host, int port, Optional<String> userName, Secret password) {
    /// Where a user name takes in the connection.
    static final String CONNECTION = "{connection}";

    public ProxyEndpoint {
        if (host.isBlank() || !host.chars().allMatch(c -> c > ' ' && c < 127 && c != '/' && c != '@')) {
            throw new IllegalArgumentException("proxy host: expected a host name or an address");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("proxy port: expected 1 to 65535, got " + port);
        }
        if (userName.isPresent() && !isUserName(userName.get())) {
            throw new IllegalArgumentException("proxy user name: expected printable text without a colon");
        }
    }

    /// A proxy that asks for no user name.
    public static ProxyEndpoint open(String host, int port) {
        return new ProxyEndpoint(host, port, Optional.empty(), Secret.of(""));
    }

    /// A proxy with Basic authentication.
    public static ProxyEndpoint authenticated(String host, int port, String userName, Secret password) {
        return new ProxyEndpoint(host, port, Optional.of(userName), password);
    }

    /// This proxy with the connection's own user name.
    ProxyEndpoint forConnection(String connectionWord) {
        return new ProxyEndpoint(host, port, userName.map(name -> name.replace(CONNECTION, connectionWord)), password);
    }

    /// `host:port`, which names the proxy in a message.
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /// Leaves out the user name too: with a residential proxy it holds the account.
    @Override
    public String toString() {
        return "ProxyEndpoint[" + address() + ", " + (userName.isPresent() ? "<redacted>" : "no user name") + "]";
    }

    // RFC 7617: a user name with a colon can't be told from its password.
    private static boolean isUserName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == ':' || c < ' ' || c == 127);
    }
}
