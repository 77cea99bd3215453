package dev.payfleet.worker.job;

import org.jspecify.annotations.Nullable;

/// What the upstream API answers its own caller.
///
/// @param status the HTTP status
/// @param code the `code` of an authentication error; null with every status but 401
public record UpstreamAnswer(int status, @Nullable String code) {

    public UpstreamAnswer {
        if ((status == 401) != (code != null)) {
            throw new IllegalArgumentException("code: goes with status 401 and with no other");
        }
    }

    static UpstreamAnswer of(int status) {
        return new UpstreamAnswer(status, null);
    }

    static UpstreamAnswer authenticationError(String code) {
        return new UpstreamAnswer(401, code);
    }
}
