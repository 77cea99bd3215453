package dev.payfleet.worker.grant;

import dev.payfleet.provider.Resource;

/// The scope that a resource needs: its path in the upstream API.
final class ScopePath {
    private static final String BASE = "/2023-03-01/xhr/";

    private ScopePath() {}

    static String of(Resource resource) {
        return BASE
                + switch (resource) {
                    case PAYSLIPS -> "payruns/{payrun_id}";
                    case COMPANY,
                            EMPLOYEES,
                            GROUPS,
                            IDENTITY,
                            PAYRUNS,
                            TIMESHEETS,
                            TIME_OFF_ENTRIES,
                            TIME_OFF_BALANCES,
                            WORK_LOCATIONS -> resource.wireName();
                };
    }
}
