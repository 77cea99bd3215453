package dev.payfleet.worker.retention;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether places are as promised: before a worker starts, and every hour while it runs. No worker starts
/// where they are not, and between two starts no evidence is kept until they are again.
///
/// Each broken promise is one line of the log, an error with the fields `event` = `retention_breach`, `place`,
/// `subject`, `found` and `expected`, for an alarm to count. Safe for use by many threads.
public final class RetentionGuard {
    /// The value of the field `event` of what an alarm counts.
    public static final String BREACH = "retention_breach";

    private static final Logger LOG = LoggerFactory.getLogger(RetentionGuard.class);

    private final List<KeptPlace> places;
    private volatile @Nullable List<BrokenPromise> found;

    public RetentionGuard(List<KeptPlace> places) {
        this.places = List.copyOf(places);
    }

    /// Looks, and refuses to go on where something is not as promised.
    ///
    /// @throws RetentionException names all of it
    public void require() {
        List<BrokenPromise> broken = look();
        if (!broken.isEmpty()) {
            throw new RetentionException(broken);
        }
    }

    /// Looks at all places at once, says what is broken, and remembers it until the next look.
    public List<BrokenPromise> look() {
        List<BrokenPromise> broken = ask();
        broken.forEach(RetentionGuard::report);
        found = broken;
        return broken;
    }

    /// Whether all was as promised at the last look; looks, where nobody has.
    public boolean holds() {
        List<BrokenPromise> known = found;
        return (known == null ? look() : known).isEmpty();
    }

    /// Writes the line that an alarm counts.
    public static void report(BrokenPromise broken) {
        LOG.atError()
                .addKeyValue("event", BREACH)
                .addKeyValue("place", broken.place())
                .addKeyValue("subject", broken.subject())
                .addKeyValue("found", broken.found())
                .addKeyValue("expected", broken.expected())
                .log("what is kept is not kept as promised");
    }

    private List<BrokenPromise> ask() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return places.stream()
                    .map(place -> CompletableFuture.supplyAsync(() -> ask(place), threads))
                    .toList()
                    .stream()
                    .flatMap(answer -> answer.join().stream())
                    .toList();
        }
    }

    private static List<BrokenPromise> ask(KeptPlace place) {
        try {
            return place.brokenPromises();
        } catch (RuntimeException e) {
            return List.of(new BrokenPromise(
                    place.name(), "look", "no answer (" + e.getClass().getSimpleName() + ")", "an answer"));
        }
    }
}
