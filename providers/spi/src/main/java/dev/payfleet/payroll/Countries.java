package dev.payfleet.payroll;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The countries an address may name: the closed list of the contract with the upstream API, ISO 3166-1
/// alpha-2.
public final class Countries {

    /// The 68 codes of the list.
    public static final Set<String> KNOWN =
            Set.of(("BZ CA CR GT MX PA SV US AR BR CL CO PE AT BE CH CY CZ DE DK EE ES FI FR GB GR IE IM IS IT "
                            + "LI LT LU LV MK NL NO PL PT RO RU SE SK BD CN HK ID IL IN JP KR KZ MO MY PH PK PS SA SG TH TJ TM TR TW VN ZA AU NZ")
                    .split(" "));

    private Countries() {}

    /// The code if it is on the list, otherwise null: what an adapter does with a country the contract does not
    /// know.
    public static @Nullable String knownOrNull(@Nullable String code) {
        return code != null && KNOWN.contains(code) ? code : null;
    }

    static void check(@Nullable String code, String record, String field) {
        if (code != null && !KNOWN.contains(code)) {
            throw new IllegalArgumentException(
                    record + "." + field + " must be null or a country code of the contract");
        }
    }
}
