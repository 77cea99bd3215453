package dev.payfleet.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A sign-in page with one form, as data.
///
/// @param path path of the page, at the primary origin
/// @param usernameField CSS selector of the field for the user name
/// @param passwordField CSS selector of the field for the password
/// @param submit CSS selector of what submits the form
/// @param readyWhen CSS selector that must match before anything is typed, for a page that works only once its
///     script runs
/// @param answerWithin how long the provider may take from the submit to a page that bears a sign; up to two
///         minutes
public record FormSignIn(
        String path,
        String usernameField,
        String passwordField,
        String submit,
        @Nullable String readyWhen,
        Duration answerWithin) {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public FormSignIn {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path must begin with one slash");
        }
        requireSelector(usernameField, "usernameField");
        requireSelector(passwordField, "passwordField");
        requireSelector(submit, "submit");
        if (readyWhen != null) {
            requireSelector(readyWhen, "readyWhen");
        }
        if (answerWithin.isNegative() || answerWithin.isZero() || answerWithin.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException("answerWithin must be more than zero and at most two minutes");
        }
    }

    private static void requireSelector(String selector, String field) {
        if (selector.isBlank()) {
            throw new IllegalArgumentException(field + " must be a CSS selector");
        }
    }
}
