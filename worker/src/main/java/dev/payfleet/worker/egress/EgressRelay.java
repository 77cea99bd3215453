package dev.payfleet.worker.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One visit's way out: a proxy on a loopback port that browser and HTTP client use without credentials, and that
/// passes their requests on to the real proxy with its user name and password. So neither of them ever holds the
/// proxy's password.
///
/// It is the network half of the wall of origins. A tunnel or request to an origin that the visit may not reach
/// is answered 403 with the header `Payfleet-Egress: origin-refused` and counted, before a byte leaves. Trouble
/// with the proxy is told apart from the provider's in the same way (see [EgressTrouble]); no wait for the proxy
/// is longer than [RelayLimits] says.
///
/// It asks its clients for no password: it listens on loopback only, for one visit, and leads nowhere but to that
/// visit's origins.
///
/// Safe for use by many threads. [#close] ends every connection at once and is idempotent.
public final class EgressRelay implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BACKLOG = 128;
    private static final int REMEMBERED_ORIGINS = 16;
    private static final long ACCEPT_REST_NANOS = 1_000_000;

    private final EgressRoute route;
    private final OriginWall wall;
    private final RelayLimits limits;
    private final ServerSocket listener;
    private final String authorization;
    private final Meter meter = new Meter();
    private final OpenSockets sockets = new OpenSockets();
    private final Set<String> refusedOrigins = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable EgressTrouble> trouble = new AtomicReference<>();

    private EgressRelay(EgressRoute route, OriginWall wall, RelayLimits limits, ServerSocket listener) {
        this.route = route;
        this.wall = wall;
        this.limits = limits;
        this.listener = listener;
        this.authorization = Upstream.authorization(route.proxy());
    }

    /// Opens the relay of one visit, with the usual limits. It takes the route over and closes it at the end.
    public static EgressRelay open(EgressRoute route, OriginWall wall) {
        return open(route, wall, RelayLimits.USUAL);
    }

    /// Opens the relay of one visit. It takes the route over and closes it at the end.
    ///
    /// @throws UncheckedIOException when this machine gives no loopback port
    public static EgressRelay open(EgressRoute route, OriginWall wall, RelayLimits limits) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(LOOPBACK, 0), BACKLOG);
            EgressRelay relay = new EgressRelay(route, wall, limits, listener);
            relay.fork(relay::accept);
            return relay;
        } catch (IOException e) {
            route.close();
            throw new UncheckedIOException("no loopback port for the egress relay", e);
        }
    }

    /// `http://127.0.0.1:<port>`, the proxy that browser and HTTP client are told.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// The same for a [java.net.http.HttpClient].
    public ProxySelector proxySelector() {
        return ProxySelector.of(new InetSocketAddress(LOOPBACK, listener.getLocalPort()));
    }

    /// What stands between this visit and its provider: the last fault of the proxy or on the way behind it, unless
    /// something has worked since. Clients themselves learn little more than that a tunnel failed.
    public Optional<EgressTrouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /// The first few origins that the wall refused, for the adapter's author. The names come from the page, so they
    /// pass through a scrubber before they are shown.
    public Set<String> refusedOrigins() {
        return Set.copyOf(refusedOrigins);
    }

    /// What was used so far, or in all after [#close].
    public EgressUse use() {
        return meter.reading();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // A listener that can't be closed is closed with the process; no connection of it is served any more.
        }
        sockets.close();
        route.close();
    }

    boolean hasProxy() {
        return route.proxy().isPresent();
    }

    /// The header line for the proxy; nothing for an origin.
    String authorization() {
        return authorization;
    }

    /// The request's target as the next hop expects it.
    String target(RequestHead head) {
        return hasProxy() ? head.destination().origin() + head.path() : head.path();
    }

    /// Lets the destination pass the wall.
    void admit(Destination destination) throws EgressFault {
        if (!wall.admits(destination.scheme(), destination.host(), destination.port())) {
            meter.refusal();
            if (refusedOrigins.size() < REMEMBERED_ORIGINS) {
                refusedOrigins.add(destination.origin());
            }
            throw new EgressFault(EgressTrouble.ORIGIN_REFUSED);
        }
        meter.request();
    }

    Upstream dial(Destination destination) throws EgressFault, IOException {
        if (sockets.count() > 2 * limits.connections()) {
            throw new EgressFault(EgressTrouble.REQUEST_REFUSED);
        }
        try {
            return Upstream.dial(route.proxy(), destination, limits, meter, sockets);
        } catch (IOException e) {
            throw unanswered();
        }
    }

    /// The far side was not there, or gave no answer.
    EgressFault unanswered() {
        return fault(hasProxy() ? EgressTrouble.PROXY_UNREACHABLE : EgressTrouble.DESTINATION_UNREACHABLE);
    }

    /// The far side has answered; a proxy's refusal of our credentials becomes a fault.
    void heard(int status) throws EgressFault {
        if (hasProxy() && status == 407) {
            throw fault(EgressTrouble.PROXY_REFUSED);
        }
        trouble.set(null);
        route.worked();
    }

    /// Remembers a fault; nothing is held against a proxy whose sockets the relay's own end has closed.
    EgressFault fault(EgressTrouble what) {
        if (!sockets.isClosed()) {
            trouble.set(what);
            if (what.isEgressFault()) {
                route.failed();
            }
        }
        return new EgressFault(what);
    }

    // Threads end with their sockets, so nothing keeps count of them.
    Thread fork(Runnable work) {
        return Thread.ofVirtual().name("egress").start(work);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = sockets.add(listener.accept());
                fork(new Conversation(new Client(socket, sockets), this, limits));
            } catch (IOException e) {
                // The relay was closed, which ends the loop, or a client went away at once, or this process is
                // short of sockets: then a moment's rest lets some be given back.
                LockSupport.parkNanos(ACCEPT_REST_NANOS);
            }
        }
    }
}
