package dev.payfleet.payroll;

import java.util.Locale;

/// An enumeration of the model, whose constants have the contract's values for names.
public interface WireValue {

    /// The constant's name, as [Enum#name()] gives it.
    String name();

    /// The value on the wire: the constant's name in lower case.
    default String wireValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
