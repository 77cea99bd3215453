package dev.payfleet.worker.egress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A proxy request's line and header fields, read strictly.
///
/// @param path the target in origin form; empty for a CONNECT
record RequestHead(String method, Destination destination, String path, List<HeaderField> fields, BodyFraming body) {
    private static final Set<String> OURS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");

    static RequestHead parse(byte[] head) throws RefusedRequestException {
        List<String> lines = lines(head);
        String[] words = lines.getFirst().split(" ", -1);
        if (words.length != 3 || !words[2].equals("HTTP/1.1") || !isMethod(words[0])) {
            throw new RefusedRequestException("the request line");
        }
        List<HeaderField> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            fields.add(HeaderField.parse(line));
        }
        if (words[0].equals("CONNECT")) {
            return new RequestHead(words[0], Destination.ofAuthority(words[1]), "", fields, new BodyFraming.Fixed(0));
        }
        return inTheClear(words[0], words[1], fields);
    }

    boolean isConnect() {
        return method.equals("CONNECT");
    }

    boolean isWebSocket() {
        return fields.stream().anyMatch(f -> f.isNamed("upgrade") && f.value().equalsIgnoreCase("websocket"));
    }

    boolean asksToClose() {
        return connectionOptions().contains("close");
    }

    /// This head as the next hop gets it, without what concerned only the connection to us.
    ///
    /// @param target of the request line
    /// @param ours further lines, each with its line end
    byte[] forwarded(String target, String ours) {
        Set<String> dropped = connectionOptions();
        StringBuilder text = new StringBuilder(512);
        text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        for (HeaderField field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!OURS.contains(name) && !dropped.contains(name)) {
                text.append(field.name()).append(": ").append(field.value()).append("\r\n");
            }
        }
        return text.append(ours).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    // What the sender declares to be of this connection only. It may not take away what frames or addresses the
    // request.
    private Set<String> connectionOptions() {
        Set<String> options = new java.util.HashSet<>();
        fields.stream()
                .filter(field -> field.isNamed("connection") || field.isNamed("proxy-connection"))
                .flatMap(field -> Arrays.stream(field.value().split(",")))
                .map(option -> option.strip().toLowerCase(Locale.ROOT))
                .forEach(options::add);
        options.removeAll(Set.of("host", "content-length", "transfer-encoding"));
        return options;
    }

    private static RequestHead inTheClear(String method, String target, List<HeaderField> fields)
            throws RefusedRequestException {
        if (!target.regionMatches(true, 0, "http://", 0, 7) || target.indexOf('#') >= 0) {
            throw new RefusedRequestException("the target");
        }
        int pathStart = authorityEnd(target);
        Destination destination = Destination.ofHttpAuthority(target.substring(7, pathStart));
        requireSameHost(destination, fields);
        String path = target.substring(pathStart);
        return new RequestHead(
                method, destination, path.startsWith("/") ? path : "/" + path, fields, BodyFraming.of(fields));
    }

    private static int authorityEnd(String target) {
        for (int i = 7; i < target.length(); i++) {
            if (target.charAt(i) == '/' || target.charAt(i) == '?') {
                return i;
            }
        }
        return target.length();
    }

    // A proxy that believes Host more than the target would otherwise be led around the wall.
    private static void requireSameHost(Destination destination, List<HeaderField> fields)
            throws RefusedRequestException {
        List<HeaderField> hosts =
                fields.stream().filter(field -> field.isNamed("host")).toList();
        if (hosts.size() != 1
                || !Destination.ofHttpAuthority(hosts.getFirst().value()).equals(destination)) {
            throw new RefusedRequestException("the Host field");
        }
    }

    private static boolean isMethod(String word) {
        return !word.isEmpty() && word.length() <= 32 && word.chars().allMatch(HeaderField::isTokenCharacter);
    }

    // Lines end in CR LF. A lone CR, LF or NUL is read as a line end by some and not by others, so it is refused.
    private static List<String> lines(byte[] head) throws RefusedRequestException {
        String text = new String(head, 0, head.length - 4, StandardCharsets.ISO_8859_1);
        List<String> lines = List.of(text.split("\r\n", -1));
        for (String line : lines) {
            if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0 || line.indexOf('\0') >= 0) {
                throw new RefusedRequestException("a line end");
            }
        }
        return lines;
    }
}
