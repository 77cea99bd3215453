package dev.payfleet.worker.job;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.util.Optional;

/// A page visit that ended in trouble, with the evidence kept of it. Its message holds names of pages and fields,
/// never a value.
public final class VisitFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;
    private final transient Optional<String> evidenceId;

    public VisitFailedException(ProviderException cause, Optional<String> evidenceId) {
        super(cause.getMessage(), cause);
        this.trouble = cause.trouble();
        this.evidenceId = evidenceId;
    }

    /// What the trouble was.
    public Trouble trouble() {
        return trouble;
    }

    /// Under which id on-call finds the redrawn page; empty where none was kept.
    public Optional<String> evidenceId() {
        return evidenceId;
    }
}
