package dev.payfleet.session.aws;

import dev.payfleet.session.Sealer;
import dev.payfleet.session.aws.AwsKeyDesk.Counted;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.RotationWatch;
import dev.payfleet.session.sealing.KeyChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Gives the branch keys a new version, seals sessions, trust and results anew under it, and credentials under the
/// key of KMS that is configured, where they are under a former one.
///
/// Nothing can become unreadable by it: a former version stays in its table and opens. As long as something is
/// sealed under one, a rotation is taken for unfinished and gone on with.
final class BranchKeyRotation {
    private final KeyRings rings;
    private final SealedItemTables tables;
    private final Counted before;
    private final Function<BranchKey, Sealer> branchSealers;
    private final KeyChoice credentialSealer;
    private final Function<LongConsumer, ItemResealing> resealing;
    private final InstantSource clock;

    /// How long a process may seal under a former version.
    private final Duration settles;

    BranchKeyRotation(
            KeyRings rings,
            SealedItemTables tables,
            Counted before,
            Function<BranchKey, Sealer> branchSealers,
            KeyChoice credentialSealer,
            Function<LongConsumer, ItemResealing> resealing,
            InstantSource clock,
            Duration settles) {
        this.rings = rings;
        this.tables = tables;
        this.before = before;
        this.branchSealers = branchSealers;
        this.credentialSealer = credentialSealer;
        this.resealing = resealing;
        this.clock = clock;
        this.settles = settles;
    }

    /// What is sealed anew: a table, by which sealer, under which key.
    private record Part(SealedItemTable table, Sealer sealer, String key) {}

    KeyRotation run(RotationWatch watch) throws InterruptedException {
        Instant begun = clock.instant();
        List<BranchKeyVersion> formerlyActive = active();
        Set<String> former = former(formerlyActive);
        boolean resumed = former.stream().anyMatch(id -> !id.startsWith("arn:"));
        if (!resumed) {
            rings.renew();
            formerlyActive.forEach(version -> former.add(version.id()));
        }
        List<BranchKeyVersion> active = active();
        List<String> sealsNow =
                new ArrayList<>(active.stream().map(BranchKeyVersion::id).toList());
        if (former.stream().anyMatch(id -> id.startsWith("arn:"))) {
            sealsNow.add(credentialSealer.sealing());
        }
        long records = records(former);
        watch.began(resumed, sealsNow, records);
        ItemResealing anew = resealing.apply(done -> watch.resealed(done, Math.max(0, records - done)));
        long broken = resealed(anew, parts(active), until(active, begun), watch);
        KeyRotation rotation = new KeyRotation(
                resumed, sealsNow, List.copyOf(former), anew.done(), broken, Duration.between(begun, clock.instant()));
        watch.ended(rotation);
        return rotation;
    }

    private List<BranchKeyVersion> active() {
        List<BranchKeyVersion> active = new ArrayList<>();
        for (BranchKey key : BranchKey.values()) {
            rings.versions(key).stream().filter(BranchKeyVersion::active).forEach(active::add);
        }
        return active;
    }

    /// Under which keys something is sealed that are not the present ones.
    private Set<String> former(List<BranchKeyVersion> active) {
        Set<String> former = new TreeSet<>(before.credentials().keySet());
        former.addAll(before.sessions().keySet());
        former.addAll(before.results().keySet());
        active.forEach(version -> former.remove(version.id()));
        former.remove(credentialSealer.sealing());
        return former;
    }

    private long records(Set<String> former) {
        return List.of(before.sessions(), before.results(), before.credentials()).stream()
                .flatMap(counts -> counts.entrySet().stream())
                .filter(count -> former.contains(count.getKey()))
                .flatMap(count -> count.getValue().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<Part> parts(List<BranchKeyVersion> active) {
        List<Part> parts = new ArrayList<>();
        active.forEach(
                version -> parts.add(new Part(table(version.key()), branchSealers.apply(version.key()), version.id())));
        parts.add(new Part(tables.credentials(), credentialSealer, credentialSealer.sealing()));
        return parts;
    }

    private SealedItemTable table(BranchKey key) {
        return switch (key) {
            case SESSIONS -> tables.sessions();
            case RESULTS -> tables.results();
        };
    }

    /// When no process has a former version anymore.
    private Instant until(List<BranchKeyVersion> active, Instant begun) {
        return active.stream()
                .map(version -> version.since().orElse(begun))
                .max(Instant::compareTo)
                .orElse(begun)
                .plus(settles);
    }

    /// @return how many records open under no key that there is
    private long resealed(ItemResealing anew, List<Part> parts, Instant until, RotationWatch watch)
            throws InterruptedException {
        while (true) {
            boolean last = !clock.instant().isBefore(until);
            ItemResealing.Pass pass = new ItemResealing.Pass();
            for (Part part : parts) {
                pass = pass.and(anew.pass(part.table(), part.sealer(), part.key()));
            }
            if (last && pass.found() == 0) {
                return pass.broken();
            }
            Duration left = Duration.between(clock.instant(), until);
            if (left.isPositive()) {
                watch.waits(left);
                TimeUnit.NANOSECONDS.sleep(left.toNanos());
            }
        }
    }
}
