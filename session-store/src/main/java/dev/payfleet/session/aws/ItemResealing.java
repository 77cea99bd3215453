package dev.payfleet.session.aws;

import dev.payfleet.aws.Item;
import dev.payfleet.aws.Overflow;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.sealing.SealedHeader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Goes over a table and seals anew what is not sealed under the present key, item by item, while others read and
/// write.
final class ItemResealing {
    private final Overflow overflow;
    private final LongConsumer progress;
    private final Map<String, Long> done = new TreeMap<>();

    /// @param progress told after each record how many there were
    ItemResealing(Overflow overflow, LongConsumer progress) {
        this.overflow = overflow;
        this.progress = progress;
    }

    /// What a pass came upon.
    static final class Pass {
        private long found;
        private long broken;

        /// How many records were sealed under another key, and could be opened.
        long found() {
            return found;
        }

        /// How many open under no key that there is.
        long broken() {
            return broken;
        }

        Pass and(Pass other) {
            Pass sum = new Pass();
            sum.found = found + other.found;
            sum.broken = broken + other.broken;
            return sum;
        }
    }

    /// How many of each kind were sealed anew by all passes.
    Map<String, Long> done() {
        return done;
    }

    long total() {
        return done.values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param sealer opens whatever is in the table, and seals under the present key
    /// @param key the present key's name
    Pass pass(SealedItemTable table, Sealer sealer, String key) throws InterruptedException {
        Pass pass = new Pass();
        table.each(item -> overflow.read(item)
                .filter(record -> !SealedHeader.key(record).equals(Optional.of(key)))
                .ifPresent(record -> anew(pass, table, sealer, item, record)));
        return pass;
    }

    private void anew(Pass pass, SealedItemTable table, Sealer sealer, Item item, byte[] former) {
        ConnectionKey owner = SealedItemTable.owner(item);
        String purpose = table.purpose().apply(item);
        byte[] plain;
        try {
            plain = sealer.open(owner, purpose, former);
        } catch (SealBrokenException nobodyOpensIt) {
            pass.broken++;
            return;
        }
        pass.found++;
        try {
            if (replaced(table, item, sealer.seal(owner, purpose, plain))) {
                done.merge(table.kind().apply(item), 1L, Long::sum);
                progress.accept(total());
            }
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private boolean replaced(SealedItemTable table, Item former, byte[] anew) {
        Map<String, AttributeValue> placed = overflow.place(table.place(former), anew);
        boolean replaced = table.replace(former, placed);
        overflow.discard(replaced ? former.attributes() : placed);
        return replaced;
    }
}
