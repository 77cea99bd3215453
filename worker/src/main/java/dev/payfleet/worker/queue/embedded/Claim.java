package dev.payfleet.worker.queue.embedded;

import dev.payfleet.worker.queue.Receipt;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a receipt says: this message, received for the n-th time. Messages are never numbered twice, so no two
/// deliveries share a claim.
record Claim(long seq, int attempt) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    /// The claim of a receipt; empty for a receipt of another queue.
    static Optional<Claim> of(Receipt receipt) {
        Matcher written = WRITTEN.matcher(receipt.value());
        return written.matches()
                ? Optional.of(new Claim(Long.parseLong(written.group(1)), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    Receipt receipt() {
        return new Receipt(seq + "-" + attempt);
    }
}
