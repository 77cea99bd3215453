package dev.payfleet.awslocal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/// A wire on loopback between a client and one of the servers, on which things go wrong by script. Without a script
/// everything passes as it was sent, signatures and all. It notes each request, so that tests can ask what was
/// really on the wire. Thread-safe.
///
/// ```java
/// try (FaultyWire wire = FaultyWire.before(LocalAws.shared().dynamoDb())) {
///     wire.next("PutItem", Fault.cutAfter(), Fault.pass());
///     // … a client of wire.uri() …
///     assertThat(wire.reached("PutItem")).hasSize(2);
/// }
/// ```
public final class FaultyWire implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script = new Script();
    private final Log log = new Log();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Passage passage;

    private FaultyWire(URI server, ServerSocket listener) {
        this.listener = listener;
        this.passage = new Passage(new Upstream(server), script, log, closing);
    }

    /// Lays a wire.
    ///
    /// @param server where it leads, for example [dev.payfleet.awslocal.LocalAws#sqs()]
    public static FaultyWire before(URI server) {
        try {
            FaultyWire wire = new FaultyWire(server, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("faulty-wire").start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where clients connect.
    public URI uri() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /// Lets these befall the next requests of an operation, one each, after those already written.
    ///
    /// @param operation as [WireRequest#operation()] names it
    public void next(String operation, Fault... faults) {
        next(of(operation), faults);
    }

    /// Lets these befall the next requests that are meant, one each, after those already written.
    public void next(Predicate<WireRequest> which, Fault... faults) {
        for (Fault fault : faults) {
            script.once(which, fault);
        }
    }

    /// Lets this befall every request of an operation for which nothing else is written.
    ///
    /// @param operation as [WireRequest#operation()] names it
    public void every(String operation, Fault fault) {
        every(of(operation), fault);
    }

    /// Lets this befall every request that is meant and for which nothing else is written.
    public void every(Predicate<WireRequest> which, Fault fault) {
        script.always(which, fault);
    }

    /// From now on everything passes.
    public void calm() {
        script.clear();
    }

    /// How many faults that are for one request each have not happened yet.
    public int left() {
        return script.left();
    }

    /// Every request that clients sent, in order.
    public List<WireRequest> seen() {
        return log.seen();
    }

    /// Every request of an operation that clients sent, in order.
    public List<WireRequest> seen(String operation) {
        return log.seen().stream().filter(of(operation)).toList();
    }

    /// Every request of an operation that the server got, in order; one that was sent twice is in it twice.
    public List<WireRequest> reached(String operation) {
        return log.reached().stream().filter(of(operation)).toList();
    }

    /// Forgets what it saw.
    public void forget() {
        log.clear();
    }

    /// Cuts every connection and listens no more.
    @Override
    public void close() {
        closing.countDown();
        quietly(listener::close);
        open.forEach(socket -> quietly(socket::close));
    }

    private void accept() {
        while (!listener.isClosed()) {
            quietly(() -> {
                Socket socket = listener.accept();
                Thread.ofVirtual().name("faulty-wire-connection").start(() -> serve(socket));
            });
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try {
            new WireConnection(socket, passage).serve();
        } catch (IOException e) {
            // The client or the server has gone: that is what such a wire is for. What follows is the client's to
            // notice.
            quietly(socket::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static Predicate<WireRequest> of(String operation) {
        return request -> request.operation().equals(operation);
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // A socket that cannot be closed is closed; a listener that no longer accepts ends its loop.
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
