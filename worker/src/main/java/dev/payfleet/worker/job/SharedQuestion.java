package dev.payfleet.worker.job;

import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question, all jobs that ask it, and what was found: it is read once, however many ask. Written by one thread at
/// a time.
final class SharedQuestion {
    private final ResourceQuery query;
    private final ResourceReading reading;
    private final List<TakenJob> askers = new ArrayList<>();
    private LiveReading.@Nullable Fetched found;
    private @Nullable RuntimeException trouble;

    SharedQuestion(ResourceQuery query, ResourceReading reading) {
        this.query = query;
        this.reading = reading;
    }

    void askedBy(TakenJob job) {
        askers.add(job);
    }

    ResourceQuery query() {
        return query;
    }

    ResourceReading reading() {
        return reading;
    }

    List<TakenJob> askers() {
        return askers;
    }

    /// The one whose time the reading is.
    TakenJob first() {
        return askers.getFirst();
    }

    /// Whether nobody has a use for the answer any more.
    boolean isLate(Instant now) {
        return askers.stream().noneMatch(asker -> now.isBefore(asker.job().deadline()));
    }

    boolean isOpen() {
        return found == null && trouble == null;
    }

    boolean isReadBy(Tier tier) {
        return reading.tiers().contains(tier);
    }

    void answer(LiveReading.Fetched fetched) {
        found = fetched;
    }

    /// The trouble is this question's own.
    void fail(RuntimeException own) {
        trouble = own;
    }

    Optional<LiveReading.Fetched> found() {
        return Optional.ofNullable(found);
    }

    Optional<RuntimeException> trouble() {
        return Optional.ofNullable(trouble);
    }
}
