package dev.payfleet.provider.visit;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request and its whole answer within one time, with every failure told as a [Trouble].
final class HttpExchange {

    /// Ten times the largest page seen at a payroll provider with a year of data on it.
    static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    HttpExchange(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /// The JDK's own time limit ends with the headers; the body keeps to what is left of it, so that a trickle ends
    /// too. Waits in the caller's thread: what is sent asynchronously is handed over by two more.
    HttpResponse<byte[]> send(HttpRequest.Builder asked) {
        long end = System.nanoTime() + timeout.toNanos();
        HttpRequest request = asked.timeout(timeout).build();
        try {
            return whole(client.send(request, _ -> new CappedBody(LARGEST_BODY, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Trouble.TimedOut("an answer, and was told to stop"), e);
        } catch (IOException e) {
            throw troubleOf(request.uri(), e);
        }
    }

    /// Over HTTP/2 the JDK's client takes a body that ends before its promised length for the whole of it. A tunnel
    /// that was refused has no body.
    private static HttpResponse<byte[]> whole(HttpResponse<byte[]> response) {
        byte @Nullable [] body = response.body();
        if (body != null && isCutShort(response.headers(), body.length)) {
            throw new ProviderException(new Trouble.Unavailable());
        }
        return response;
    }

    /// Whether fewer bytes came than were promised. An encoded body has a length of its own.
    static boolean isCutShort(HttpHeaders headers, int length) {
        return headers.firstValue("content-encoding").isEmpty()
                && headers.firstValueAsLong("content-length").orElse(0) > length;
    }

    /// What goes wrong in a body comes as the cause of another failure.
    private ProviderException troubleOf(URI address, IOException failure) {
        return switch (failure) {
            case HttpTimeoutException _ -> timedOut(address);
            case IOException e when e.getCause() instanceof TimeoutException -> timedOut(address);
            case IOException e
            when e.getCause() instanceof CappedBody.TooLarge ->
                new ProviderException(new Trouble.LayoutChanged(PageName.of(address), "at most 16 MiB"), e);
            case ConnectException e -> new ProviderException(unreached(), e);
            case IOException e when isTunnelFailure(e) -> new ProviderException(tunnelTrouble(address, e), e);
            case IOException e -> new ProviderException(new Trouble.Unavailable(), e);
        };
    }

    /// With a proxy set, all that is ever connected to is the proxy.
    private Trouble unreached() {
        return client.proxy().isPresent() ? new Trouble.EgressUnavailable() : new Trouble.Unavailable();
    }

    private static boolean isTunnelFailure(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("unnel");
    }

    /// A refused CONNECT gives neither status nor headers but this sentence: "Tunnel failed, got: 403".
    private static Trouble tunnelTrouble(URI address, IOException e) {
        boolean refused = String.valueOf(e.getMessage()).endsWith("403");
        return refused ? new Trouble.OriginRefused(Origin.of(address).toString()) : new Trouble.EgressUnavailable();
    }

    private static ProviderException timedOut(URI address) {
        return new ProviderException(new Trouble.TimedOut("the page " + PageName.of(address)));
    }
}
