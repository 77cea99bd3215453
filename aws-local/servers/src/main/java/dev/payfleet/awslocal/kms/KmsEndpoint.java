package dev.payfleet.awslocal.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// AWS JSON 1.1 over HTTP: the operation is in a header, members and answers are JSON, refusals are 400 with their
/// type in header and body. Thread-safe.
final class KmsEndpoint implements HttpHandler {
    private static final String TARGET = "TrentService.";
    private static final JsonMapper JSON = new JsonMapper();

    private final Operations operations;
    private final CallCounts counts;

    KmsEndpoint(Operations operations, CallCounts counts) {
        this.operations = operations;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                String operation = operation(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
                counts.count(operation);
                send(exchange, 200, operations.answer(operation, new KmsRequest(parsed(body))));
            } catch (KmsException e) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", e.type());
                send(exchange, 400, Operations.nothing().put("__type", e.type()).put("message", e.getMessage()));
            }
        }
    }

    private static String operation(@Nullable String target) {
        if (target == null || !target.startsWith(TARGET)) {
            throw new KmsException("UnknownOperationException", "");
        }
        return target.substring(TARGET.length());
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new KmsException("SerializationException", "the body is not JSON");
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
