package dev.payfleet.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a field of a record must be. Messages name record and field, never the value, which is a person's.
final class Field {

    private Field() {}

    static <T> T required(@Nullable T value, String record, String field) {
        if (value == null) {
            throw new InvalidRecordException(record + "." + field + " must not be null");
        }
        return value;
    }

    static void tenths(BigDecimal value, String record, String field) {
        if (value.setScale(1, RoundingMode.DOWN).compareTo(value) != 0) {
            throw new InvalidRecordException(record + "." + field + " must be a multiple of 0.1");
        }
    }
}
