package dev.payfleet.worker.egress;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Requests in the clear of one client connection, on one connection to the proxy that is kept as long as the
/// client keeps its own. Requests are read one by one, each against the wall; answers are passed on unread but for
/// the first status.
final class ClearTraffic implements AutoCloseable {
    private final Client client;
    private final EgressRelay relay;
    private @Nullable Upstream upstream;
    private @Nullable Thread answers;

    ClearTraffic(Client client, EgressRelay relay) {
        this.client = client;
        this.relay = relay;
    }

    boolean isOpen() {
        return upstream != null;
    }

    /// Passes one request on.
    ///
    /// @return whether another may follow
    boolean forward(RequestHead head) throws EgressFault, RefusedRequestException, IOException {
        Upstream up = open(head.destination());
        // Without a proxy the connection leads to one origin, and the next request may be for another.
        boolean last = head.asksToClose() || !relay.hasProxy();
        String ours = relay.authorization() + (last ? "Connection: close\r\n" : "");
        try {
            up.out().write(head.forwarded(relay.target(head), ours));
            RequestBody.forward(client.in(), head.body(), up.out());
        } catch (IOException e) {
            // Either side may have gone. If it was the far one, its answer (a refusal, mostly) may be there already.
            up.finish();
            return false;
        }
        return !last;
    }

    /// Tells the far side that no request follows. Only when the client has said so itself: many proxies take it
    /// for the end of the whole connection and drop an answer that is under way.
    void finish() {
        if (upstream != null) {
            upstream.finish();
        }
    }

    /// Lets the answers come to their end.
    void awaitEnd() throws InterruptedException {
        if (answers != null) {
            answers.join();
        }
    }

    @Override
    public void close() {
        if (upstream != null) {
            upstream.close();
        }
    }

    private Upstream open(Destination destination) throws EgressFault, IOException {
        Upstream known = upstream;
        if (known != null) {
            return known;
        }
        Upstream fresh = relay.dial(destination);
        upstream = fresh;
        answers = relay.fork(() -> passAnswers(fresh));
        return fresh;
    }

    private void passAnswers(Upstream from) {
        try (from) {
            client.out().write(firstBytes(from));
            from.in().copyAllTo(client.out());
            client.finish();
        } catch (EgressFault e) {
            refuse(e.trouble());
        } catch (IOException e) {
            client.finish();
        }
    }

    // A proxy refuses our credentials in its first answer or never.
    private byte[] firstBytes(Upstream from) throws EgressFault, IOException {
        byte[] first;
        int status;
        try {
            first = from.in().atLeast(AnswerStatus.LENGTH);
            status = AnswerStatus.of(first);
        } catch (IOException | RefusedRequestException e) {
            if (client.isRefused()) {
                throw new IOException("refused meanwhile");
            }
            throw relay.unanswered();
        }
        relay.heard(status);
        return first;
    }

    private void refuse(EgressTrouble trouble) {
        try {
            client.refuse(trouble);
        } catch (IOException e) {
            client.close();
        }
    }
}
