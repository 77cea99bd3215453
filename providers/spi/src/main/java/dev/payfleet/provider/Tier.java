package dev.payfleet.provider;

import dev.payfleet.payroll.WireValue;

/// How an answer was come by, cheapest first.
public enum Tier implements WireValue {
    /// From a result kept before.
    CACHE,
    /// By HTTP requests with the stored session.
    HTTP,
    /// By a page in a browser.
    BROWSER
}
