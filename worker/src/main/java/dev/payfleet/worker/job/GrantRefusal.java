package dev.payfleet.worker.job;

import java.util.Locale;

/// Why a grant does not allow a job. The words go to the dead letter and the log, so they say nothing of what the
/// grant holds.
public enum GrantRefusal {
    /// The job has no grant.
    MISSING,
    /// It is not a compact JWS whose claims can be read.
    MALFORMED,
    /// It is signed with anything but ES256, or not at all.
    ALGORITHM,
    /// No key that we know has the name it gives; so is a key that was removed.
    UNKNOWN_KEY,
    /// It was not signed with the key that it names, or was changed afterwards.
    SIGNATURE,
    /// Somebody else signed it.
    ISSUER,
    /// It was given to another tenant.
    TENANT,
    /// It is for something else.
    SUBJECT,
    /// It is for another connection.
    CONNECTION,
    /// It is for another provider.
    PROVIDER,
    /// It does not allow this resource.
    SCOPE,
    /// Its time is over.
    EXPIRED,
    /// It says that it was made in the future.
    NOT_YET,
    /// It was used before, for another job.
    REPLAYED;

    /// The word for it in dead letters and logs.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
