package dev.payfleet.payroll;

/// The currencies of the contract; amounts in each have two decimals.
public enum Currency implements WireValue {
    USD,
    GBP,
    EUR,
    SEK,
    CAD;
}
