package dev.payfleet.worker.egress;

import java.io.IOException;

/// One client connection from its first request to its end: the wall first, then a tunnel, a WebSocket, or requests
/// in the clear one after the other.
final class Conversation implements Runnable {
    private final Client client;
    private final EgressRelay relay;
    private final RelayLimits limits;

    Conversation(Client client, EgressRelay relay, RelayLimits limits) {
        this.client = client;
        this.relay = relay;
        this.limits = limits;
    }

    @Override
    public void run() {
        try (client;
                ClearTraffic traffic = new ClearTraffic(client, relay)) {
            converse(traffic);
            traffic.awaitEnd();
            client.linger();
        } catch (IOException e) {
            // The client has gone, or the relay was closed: nobody is left to be told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(ClearTraffic traffic) throws IOException, InterruptedException {
        try {
            boolean more = true;
            while (more) {
                byte[] head = client.in().head(limits.head(), false);
                more = head.length > 0;
                if (more) {
                    more = serve(RequestHead.parse(head), traffic);
                } else {
                    traffic.finish();
                }
            }
        } catch (RefusedRequestException e) {
            refuse(EgressTrouble.REQUEST_REFUSED, traffic);
        } catch (EgressFault e) {
            refuse(e.trouble(), traffic);
        }
    }

    private void refuse(EgressTrouble trouble, ClearTraffic traffic) throws IOException {
        client.refuse(trouble);
        traffic.close();
    }

    /// Whether another request may follow on this connection.
    private boolean serve(RequestHead head, ClearTraffic traffic)
            throws IOException, InterruptedException, EgressFault, RefusedRequestException {
        relay.admit(head.destination());
        if (head.isConnect() || head.isWebSocket()) {
            if (traffic.isOpen()) {
                throw new RefusedRequestException("a tunnel behind requests in the clear");
            }
            new Tunnel(client, relay, limits).carry(head);
            return false;
        }
        return traffic.forward(head);
    }
}
