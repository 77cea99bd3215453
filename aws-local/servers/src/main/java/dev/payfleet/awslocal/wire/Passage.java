package dev.payfleet.awslocal.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The way of one request: noted, befallen, passed on, answered. Thread-safe.
final class Passage {
    private final Upstream upstream;
    private final Script script;
    private final Log log;
    private final Deliveries deliveries = new Deliveries();
    private final CountDownLatch closing;

    /// @param closing opens when the wire is closed, and ends every wait
    Passage(Upstream upstream, Script script, Log log, CountDownLatch closing) {
        this.upstream = upstream;
        this.script = script;
        this.log = log;
        this.closing = closing;
    }

    Outcome pass(HttpMessage message) throws IOException, InterruptedException {
        if (closing.getCount() == 0) {
            // A connection that was just being accepted, or read from, when the wire was closed.
            return new Outcome.Reset();
        }
        WireRequest request = request(message);
        log.seen(request);
        Optional<HttpMessage> kept = kept(request);
        if (kept.isPresent()) {
            return new Outcome.Told(kept.get());
        }
        Script.Line line = script.take(request);
        return switch (line.fault()) {
            case Pass() -> told(request, message);
            case Answered(Function<WireRequest, Answer> by) ->
                new Outcome.Told(by.apply(request).message());
            case Refused refused -> {
                if (refused.afterActing()) {
                    ask(request, message);
                }
                yield new Outcome.Told(ErrorAnswer.to(request, refused));
            }
            case Cut(Cut.When when) -> cut(when, request, message);
            case Slow(Duration by) -> {
                HttpMessage answer = ask(request, message);
                closing.await(by.toNanos(), TimeUnit.NANOSECONDS);
                yield new Outcome.Told(answer);
            }
            case HeldBack(CountDownLatch until) -> opened(until) ? told(request, message) : new Outcome.Reset();
            case SentTwice() -> {
                ask(request, message);
                yield told(request, message);
            }
            case Delivery delivery -> new Outcome.Told(delivered(delivery, line, request, message));
        };
    }

    private Outcome told(WireRequest request, HttpMessage message) throws IOException {
        return new Outcome.Told(ask(request, message));
    }

    private Outcome cut(Cut.When when, WireRequest request, HttpMessage message) throws IOException {
        return switch (when) {
            case BEFORE -> new Outcome.Reset();
            case AFTER -> {
                ask(request, message);
                yield new Outcome.Reset();
            }
            case WITHIN_ANSWER -> new Outcome.Torn(ask(request, message));
        };
    }

    private HttpMessage delivered(Delivery delivery, Script.Line line, WireRequest request, HttpMessage message)
            throws IOException {
        HttpMessage answer = ask(request, message);
        Optional<HttpMessage> changed = deliveries.befall(delivery, request, answer);
        if (changed.isEmpty()) {
            script.giveBack(line);
        }
        return changed.orElse(answer);
    }

    private Optional<HttpMessage> kept(WireRequest request) {
        return request.operation().equals("ReceiveMessage") ? deliveries.due(request) : Optional.empty();
    }

    /// Two latches cannot be awaited at once, so it looks at the one while it waits for the other.
    private boolean opened(CountDownLatch until) throws InterruptedException {
        while (!until.await(5, TimeUnit.MILLISECONDS)) {
            if (closing.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    private HttpMessage ask(WireRequest request, HttpMessage message) throws IOException {
        log.reached(request);
        return upstream.answer(message);
    }

    private static WireRequest request(HttpMessage message) {
        String[] parts = message.firstLine().split(" ", 3);
        return new WireRequest(parts[0], parts[1], message.headers(), message.body());
    }
}
