package dev.payfleet.session.embedded;

import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.sqlite.SqliteFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Goes over all records and seals anew what is not sealed under the present key, a few at a time, while others read
/// and write. What somebody else wrote meanwhile stays: it is sealed under the present key, or the next pass comes
/// upon it.
final class Resealing {
    private static final int PAGE = 500;

    /// Of results there may be some megabytes in memory then.
    private static final int BATCH = 50;

    private final SqliteFile file;
    private final Sealer sealer;
    private final String key;
    private final BatchEnd batchEnd;
    private final Map<String, Long> done = new TreeMap<>();

    /// Told after each few records.
    @FunctionalInterface
    interface BatchEnd {
        void reached(long done) throws InterruptedException;
    }

    /// @param sealer opens under the key that a record names, and seals under the present one
    /// @param key the id of the present one
    Resealing(SqliteFile file, Sealer sealer, String key, BatchEnd batchEnd) {
        this.file = file;
        this.sealer = sealer;
        this.key = key;
        this.batchEnd = batchEnd;
    }

    /// What a pass came upon.
    ///
    /// @param resealed how many it sealed anew
    /// @param raced how many others wrote or deleted meanwhile
    /// @param broken how many open under no key that there is
    record Pass(long resealed, long raced, long broken) {
        boolean foundNone() {
            return resealed == 0 && raced == 0;
        }

        Pass and(Pass more) {
            return new Pass(resealed + more.resealed, raced + more.raced, broken + more.broken);
        }
    }

    /// How many of each kind were sealed anew by all passes.
    Map<String, Long> done() {
        return done;
    }

    Pass pass() throws InterruptedException {
        Pass all = new Pass(0, 0, 0);
        for (SealedTable table : SealedTable.ALL) {
            long row = Long.MIN_VALUE;
            List<SealedTable.Seen> page;
            do {
                long from = row;
                page = file.read(c -> table.after(c, from, PAGE));
                all = all.and(page(table, page));
                row = page.isEmpty() ? row : page.getLast().row();
            } while (page.size() == PAGE);
        }
        return all;
    }

    private Pass page(SealedTable table, List<SealedTable.Seen> page) throws InterruptedException {
        List<SealedTable.Seen> former = page.stream()
                .filter(seen -> !seen.key().equals(Optional.of(key)))
                .toList();
        Pass all = new Pass(0, 0, 0);
        for (int i = 0; i < former.size(); i += BATCH) {
            all = all.and(batch(table, former.subList(i, Math.min(i + BATCH, former.size()))));
            batchEnd.reached(done.values().stream().mapToLong(Long::longValue).sum());
        }
        return all;
    }

    private record Anew(String kind, SealedRow former, SealedRow present) {}

    /// Sealing takes longer than writing, so that nobody waits for it.
    private Pass batch(SealedTable table, List<SealedTable.Seen> rows) {
        List<Anew> anew = new ArrayList<>();
        int broken = 0;
        for (SealedTable.Seen seen : rows) {
            Optional<SealedRow> former = file.read(c -> table.at(c, seen.row()));
            if (former.isPresent()) {
                Optional<SealedRow> present = anew(former.get());
                present.ifPresent(row -> anew.add(new Anew(seen.kind(), former.get(), row)));
                broken += present.isPresent() ? 0 : 1;
            }
        }
        List<String> kinds = written(table, anew);
        kinds.forEach(kind -> done.merge(kind, 1L, Long::sum));
        return new Pass(kinds.size(), rows.size() - kinds.size() - broken, broken);
    }

    private Optional<SealedRow> anew(SealedRow former) {
        byte[] plain;
        try {
            plain = sealer.open(former.owner(), former.purpose(), former.bytes());
        } catch (SealBrokenException nobodyOpensIt) {
            return Optional.empty();
        }
        try {
            return Optional.of(former.as(sealer.seal(former.owner(), former.purpose(), plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private List<String> written(SealedTable table, List<Anew> anew) {
        if (anew.isEmpty()) {
            return List.of();
        }
        return file.write(c -> {
            List<String> kinds = new ArrayList<>();
            for (Anew record : anew) {
                if (table.replace(c, record.former(), record.present())) {
                    kinds.add(record.kind());
                }
            }
            return kinds;
        });
    }
}
