package dev.payfleet.worker.browser;

/// What a visit does with its page. Runs on the lane's thread; nothing of Playwright may outlive it.
@FunctionalInterface
public interface LaneWork<T> {
    T on(LaneVisit visit);
}
