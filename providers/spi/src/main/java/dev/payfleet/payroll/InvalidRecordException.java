package dev.payfleet.payroll;

/// A record cannot be made of what was read. The message names record and field, never the value.
public final class InvalidRecordException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidRecordException(String message) {
        super(message);
    }
}
