package dev.payfleet.worker.retention.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Answers what no emulator can be asked, with the words that AWS's own documentation gives, and remembers what
/// came over the wire. What nothing was scripted for is answered 403, as AWS does without a permission.
final class ScriptedAws implements AutoCloseable {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private record Answer(int status, String body) {}

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Every request: method, path and query, and the operation of a JSON service.
    List<String> asked() {
        return asked;
    }

    /// @param question the first word of a query to S3, or the operation of DynamoDB
    ScriptedAws answers(String question, int status, String body) {
        answers.put(question, new Answer(status, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        @Nullable String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String question =
                target == null ? exchange.getRequestURI().getRawQuery() : target.substring(target.indexOf('.') + 1);
        asked.add(target == null ? exchange.getRequestMethod() + " " + exchange.getRequestURI() : question);
        Answer answer = answers.getOrDefault(question, denied(target == null));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer denied(boolean xml) {
        return new Answer(
                xml ? 403 : 400,
                xml
                        ? "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"
                        : "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\", \"message\": \"no\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
