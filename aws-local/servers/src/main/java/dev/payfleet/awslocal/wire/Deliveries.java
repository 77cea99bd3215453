package dev.payfleet.awslocal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Messages of SQS that were received and are to be delivered again, or later. Thread-safe.
final class Deliveries {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MESSAGES = "Messages";
    private static final byte[] NO_MESSAGES = "{}".getBytes(StandardCharsets.UTF_8);

    private final List<Parked> parked = new ArrayList<>();

    /// What was kept for this receive, if anything is due.
    synchronized Optional<HttpMessage> due(WireRequest receive) {
        String queue = queue(receive);
        for (Iterator<Parked> all = parked.iterator(); all.hasNext(); ) {
            Parked next = all.next();
            if (next.queue.equals(queue) && next.receivesBefore-- == 0) {
                all.remove();
                return Optional.of(next.answer);
            }
        }
        return Optional.empty();
    }

    /// Does to an answer what is to be done.
    ///
    /// @return empty when it brings too few messages for that
    Optional<HttpMessage> befall(Delivery delivery, WireRequest receive, HttpMessage answer) {
        ArrayNode messages = messages(answer);
        int needed = delivery == Delivery.IN_REVERSE ? 2 : 1;
        if (messages.size() < needed) {
            return Optional.empty();
        }
        return Optional.of(
                switch (delivery) {
                    case AGAIN -> park(receive, answer, 0, answer);
                    case LATE -> park(receive, answer, 1, answer.withBody(NO_MESSAGES));
                    case IN_REVERSE -> answer.withBody(reversed(messages));
                });
    }

    private synchronized HttpMessage park(
            WireRequest receive, HttpMessage answer, int receivesBefore, HttpMessage now) {
        parked.add(new Parked(queue(receive), answer, receivesBefore));
        return now;
    }

    private static ArrayNode messages(HttpMessage answer) {
        return JSON.readTree(answer.body()).path(MESSAGES) instanceof ArrayNode messages
                ? messages
                : JSON.createArrayNode();
    }

    private static byte[] reversed(ArrayNode messages) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode backwards = answer.putArray(MESSAGES);
        List<JsonNode> forwards = new ArrayList<>();
        messages.forEach(forwards::add);
        backwards.addAll(forwards.reversed());
        return JSON.writeValueAsBytes(answer);
    }

    private static String queue(WireRequest receive) {
        return JSON.readTree(receive.body()).path("QueueUrl").asString("");
    }

    private static final class Parked {
        private final String queue;
        private final HttpMessage answer;
        private int receivesBefore;

        Parked(String queue, HttpMessage answer, int receivesBefore) {
            this.queue = queue;
            this.answer = answer;
            this.receivesBefore = receivesBefore;
        }
    }
}
