package dev.payfleet.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ten things the upstream API asks for.
public enum Resource {
    COMPANY,
    EMPLOYEES,
    GROUPS,
    IDENTITY,
    PAYRUNS,
    PAYSLIPS,
    TIMESHEETS,
    TIME_OFF_ENTRIES,
    TIME_OFF_BALANCES,
    WORK_LOCATIONS;

    /// The name in messages and paths, such as `time-off-entries`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The resource of that name; empty for a name that is none.
    public static Optional<Resource> fromWire(String wireName) {
        return Arrays.stream(values())
                .filter(resource -> resource.wireName().equals(wireName))
                .findFirst();
    }
}
