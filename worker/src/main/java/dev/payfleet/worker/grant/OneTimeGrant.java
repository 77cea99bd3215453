package dev.payfleet.worker.grant;

import java.time.Instant;
import java.util.regex.Pattern;

/// A grant that is good for one job.
///
/// @param clientId the tenant, within which the id is its own
/// @param id the `jti` of the grant
/// @param until how long it could be used, and so has to be remembered
public record OneTimeGrant(String clientId, String id, Instant until) {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,256}");

    /// Whether a `jti` is one that can be kept.
    static boolean isId(String jti) {
        return ID.matcher(jti).matches();
    }
}
