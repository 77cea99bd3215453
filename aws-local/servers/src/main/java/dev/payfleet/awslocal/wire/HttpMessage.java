package dev.payfleet.awslocal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request or an answer: first line, headers, body without its chunks.
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record HttpMessage(String firstLine, List<Header> headers, byte[] body) {
    private static final String END_OF_LINE = "\r\n";

    HttpMessage {
        headers = List.copyOf(headers);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    HttpMessage with(String name, String value) {
        List<Header> all = new ArrayList<>(without(name));
        all.add(new Header(name, value));
        return new HttpMessage(firstLine, all, body);
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(firstLine, without("Content-Length"), other);
    }

    private List<Header> without(String name) {
        return headers.stream().filter(header -> !header.is(name)).toList();
    }

    /// As it goes over the wire. Chunks become a length; a length that is there stays, because an answer to HEAD
    /// names one and has no body.
    byte[] bytes() {
        StringBuilder head = new StringBuilder(firstLine).append(END_OF_LINE);
        without("Transfer-Encoding").forEach(header -> line(head, header.name(), header.value()));
        if (header("Content-Length").isEmpty()) {
            line(head, "Content-Length", String.valueOf(body.length));
        }
        head.append(END_OF_LINE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(END_OF_LINE);
    }
}
