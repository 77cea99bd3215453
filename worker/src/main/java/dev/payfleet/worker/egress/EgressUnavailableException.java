package dev.payfleet.worker.egress;

import java.time.Duration;

/// Every proxy of the pool has failed lately and is left out for now: try the job again later.
public final class EgressUnavailableException extends RuntimeException {
    private final Duration retryAfter;

    EgressUnavailableException(int proxies, Duration retryAfter) {
        super("none of " + proxies + " proxies is well; the next is tried again in " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    /// After which a proxy is tried again.
    public Duration retryAfter() {
        return retryAfter;
    }
}
