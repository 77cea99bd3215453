package dev.payfleet.worker.egress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A CONNECT or a WebSocket: once the far side has agreed, bytes go both ways unread.
final class Tunnel {
    private static final byte[] ESTABLISHED =
            "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Client client;
    private final EgressRelay relay;
    private final RelayLimits limits;

    Tunnel(Client client, EgressRelay relay, RelayLimits limits) {
        this.client = client;
        this.relay = relay;
        this.limits = limits;
    }

    void carry(RequestHead head) throws IOException, InterruptedException, EgressFault, RefusedRequestException {
        try (Upstream upstream = relay.dial(head.destination())) {
            boolean open = head.isConnect() ? connect(head.destination(), upstream) : upgrade(head, upstream);
            if (open) {
                bothWays(upstream);
            } else {
                upstream.finish();
                upstream.in().copyAllTo(client.out());
            }
        }
    }

    private boolean connect(Destination destination, Upstream upstream)
            throws IOException, EgressFault, RefusedRequestException {
        if (relay.hasProxy()) {
            String authority = destination.authority();
            String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + relay.authorization()
                    + "\r\n";
            requireOpen(AnswerStatus.of(ask(upstream, request.getBytes(StandardCharsets.ISO_8859_1))));
        }
        relay.heard(200);
        client.out().write(ESTABLISHED);
        return true;
    }

    // The provider has no say in this answer. A 4xx is the proxy's refusal (of our credentials, or of an account
    // whose plan ran out), a 5xx its report that the far side is not to be had.
    private void requireOpen(int status) throws EgressFault {
        if (status / 100 == 4) {
            throw relay.fault(EgressTrouble.PROXY_REFUSED);
        }
        relay.heard(status);
        if (status / 100 != 2) {
            throw relay.fault(EgressTrouble.DESTINATION_UNREACHABLE);
        }
    }

    // Only a 101 makes the connection blind. Without one, whatever followed on it would be requests that pass no
    // wall.
    private boolean upgrade(RequestHead head, Upstream upstream)
            throws IOException, EgressFault, RefusedRequestException {
        byte[] request = head.forwarded(
                relay.target(head), relay.authorization() + "Connection: Upgrade\r\nUpgrade: websocket\r\n");
        byte[] answer = ask(upstream, request);
        int status = AnswerStatus.of(answer);
        relay.heard(status);
        client.out().write(answer);
        return status == 101;
    }

    private byte[] ask(Upstream upstream, byte[] request) throws EgressFault {
        try {
            upstream.out().write(request);
            byte[] answer = upstream.in().head(limits.answer(), true);
            // What is not HTTP is as good as no answer.
            AnswerStatus.of(answer);
            return answer;
        } catch (IOException | RefusedRequestException e) {
            throw relay.unanswered();
        }
    }

    private void bothWays(Upstream upstream) throws InterruptedException {
        Thread up = relay.fork(() -> pumpUp(upstream));
        try {
            upstream.in().copyAllTo(client.out());
            client.finish();
        } catch (IOException e) {
            client.close();
        }
        up.join();
    }

    private void pumpUp(Upstream upstream) {
        try {
            client.in().copyAllTo(upstream.out());
            upstream.finish();
        } catch (IOException e) {
            upstream.close();
        }
    }
}
