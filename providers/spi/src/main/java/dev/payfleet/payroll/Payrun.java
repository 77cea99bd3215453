package dev.payfleet.payroll;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of the payroll.
///
/// @param id our id of the run
/// @param remoteId the provider's id
/// @param state whether it has been paid
/// @param type what kind of run it is
/// @param startDate first day of the period
/// @param endDate last day of the period
/// @param paymentDate day of payment
public record Payrun(
        UUID id,
        String remoteId,
        @Nullable PayrunState state,
        @Nullable PayrunType type,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate paymentDate)
        implements PayrollRecord {

    public Payrun {
        Field.required(id, "Payrun", "id");
        Field.required(remoteId, "Payrun", "remoteId");
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Payrun[<redacted>]";
    }
}
