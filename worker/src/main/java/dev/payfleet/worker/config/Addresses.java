package dev.payfleet.worker.config;

import dev.payfleet.provider.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settings that say where something is reached. None takes a name and a password within the address.
final class Addresses {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final int MOST_PORTS = 65_535;

    private Addresses() {}

    static Kind<List<String>> hostsAndPorts() {
        return Kind.open(
                "`host:port`, several separated by commas",
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(Addresses::hostAndPort)
                        .toList());
    }

    private static String hostAndPort(String text) {
        Matcher form = HOST_AND_PORT.matcher(text);
        int port = form.matches() ? Integer.parseInt(form.group(1)) : 0;
        if (port < 1 || port > MOST_PORTS) {
            throw new IllegalArgumentException(
                    "expected host:port, or several separated by commas, without a name and a password");
        }
        return text;
    }

    /// An address of AWS or of a server that speaks like it. Without TLS only on this machine.
    static Kind<URI> endpoint() {
        return Kind.open("an https address; http on loopback alone", Addresses::endpoint);
    }

    private static URI endpoint(String text) {
        URI address = address(text);
        if (address.getUserInfo() != null || !isSafe(address)) {
            throw new IllegalArgumentException("expected an https address without a name, or http on loopback");
        }
        return address;
    }

    private static boolean isSafe(URI address) {
        try {
            Origin _ = Origin.of(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Where errors are reported to. Its one word before the host is a public key, but it does let anybody report,
    /// so it is not shown; a second word would be a secret.
    static Kind<String> errorReports() {
        return new Kind<>(
                "an https address with a public key",
                text -> {
                    URI address = address(text);
                    String user = address.getUserInfo();
                    if (address.getScheme() == null || address.getHost() == null || user == null) {
                        throw new IllegalArgumentException("expected https://PUBLIC_KEY@HOST/PROJECT");
                    }
                    if (user.contains(":")) {
                        throw new IllegalArgumentException("expected it without the secret key, which is not needed");
                    }
                    return text;
                },
                Kind.Sensitivity.HIDDEN);
    }

    static Kind<Map<Origin, Origin>> standIns() {
        return Kind.open("`DECLARED=LOOPBACK` pairs, separated by commas", text -> {
            Map<Origin, Origin> standIns = new HashMap<>();
            for (String pair : text.split(",")) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("expected DECLARED=LOOPBACK pairs, separated by commas");
                }
                Origin loopback = Origin.of(pair.substring(equals + 1).strip());
                if (!loopback.isLoopback()) {
                    throw new IllegalArgumentException(
                            "expected a loopback origin to stand in, for simulated sites only");
                }
                standIns.put(Origin.of(pair.substring(0, equals).strip()), loopback);
            }
            return standIns;
        });
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("expected an address", e);
        }
    }
}
