package dev.payfleet.worker.job;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.payfleet.session.Secret;
import java.security.InvalidKeyException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/// The codes that an authenticator app would show (TOTP, RFC 6238), computed from the secret that the person gave.
/// Thread-safe.
public final class OneTimeCodes {
    private final TimeBasedOneTimePasswordGenerator generator;
    private final Key key;

    private OneTimeCodes(AuthenticatorSecret secret) {
        this.generator = new TimeBasedOneTimePasswordGenerator(secret.period(), secret.digits(), secret.algorithm());
        this.key = new SecretKeySpec(secret.key().bytes(), secret.algorithm());
    }

    /// Codes from a secret as a person gives it: base32, in which spaces and lower case are allowed, or the
    /// `otpauth://totp/...` address of a QR code.
    ///
    /// @throws IllegalArgumentException with what is wrong, and nothing of the secret
    public static OneTimeCodes of(Secret secret) {
        return new OneTimeCodes(AuthenticatorSecret.parse(secret.reveal()));
    }

    /// The code of the step that a moment lies in.
    public String at(Instant now) {
        try {
            return generator.generateOneTimePasswordString(key, now, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key of bytes is a key of every HMAC", e);
        }
    }

    /// How long the code of a moment is still good for; more than zero.
    public Duration left(Instant now) {
        long period = generator.getTimeStep().toMillis();
        return Duration.ofMillis(period - Math.floorMod(now.toEpochMilli(), period));
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "OneTimeCodes[<redacted>]";
    }
}
