package dev.payfleet.worker.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be measured.
public enum Measure {
    /// A whole sign-in and read job beside the same steps straight in Playwright.
    SIGN_IN,
    /// Cache, HTTP and sign-in side by side.
    TIERS,
    /// From the start of a worker process to its first job.
    START,
    /// What lanes take.
    MEMORY,
    /// What the embedded queue does in a second.
    QUEUE,
    /// What sealing, ledger, lease and a stored answer cost on the stores of one machine.
    STORES,
    /// What a warm session's reads cost, tier beside tier and beside a loop that only fetches and parses.
    PROVIDERS;

    /// The word for it on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The measure with this word.
    public static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst();
    }
}
