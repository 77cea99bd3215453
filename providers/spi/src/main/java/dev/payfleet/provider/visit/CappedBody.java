package dev.payfleet.provider.visit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Collects a body up to a size and for a time, and breaks the answer off beyond either. The JDK's limiting handler
/// throws a plain
/// `IOException`, which cannot be told from a broken line.
final class CappedBody implements BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    /// @param nanos how long it may take from now until all of the body is there
    CappedBody(int most, long nanos) {
        this.most = most;
        CompletableFuture<?> _ = whole.orTimeout(nanos, TimeUnit.NANOSECONDS).whenComplete((_, failure) -> {
            if (failure != null && subscription != null) {
                subscription.cancel();
            }
        });
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.size() + buffer.remaining() > most) {
                whole.completeExceptionally(new TooLarge());
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            body.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable throwable) {
        whole.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        whole.complete(body.toByteArray());
    }

    /// The body is larger than any page or document of a payroll provider should be.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("body is too large");
        }
    }
}
