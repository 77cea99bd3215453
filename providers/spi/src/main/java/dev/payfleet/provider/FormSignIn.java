package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sign-in page with one form, as data. Selectors reach into open shadow roots by themselves.
///
/// @param path path of the page, at the primary origin
/// @param usernameField CSS selector of the field for the user name
/// @param passwordField CSS selector of the field for the password
/// @param submit CSS selector of what submits the form
/// @param readyWhen CSS selector that must match before anything is typed, for a page that works only once its
///     script runs
/// @param answerWithin how long the provider may take from the submit to a page that bears a sign; up to two
///         minutes
/// @param frame CSS selector of the frame that holds the form; null where the page itself does
/// @param through declared origins besides the primary that the way leads through
public record FormSignIn(
        String path,
        String usernameField,
        String passwordField,
        String submit,
        @Nullable String readyWhen,
        Duration answerWithin,
        @Nullable String frame,
        List<Origin> through)
        implements SignIn {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public FormSignIn {
        SignInRules.requirePath(path);
        SignInRules.requireSelector(usernameField, "usernameField");
        SignInRules.requireSelector(passwordField, "passwordField");
        SignInRules.requireSelector(submit, "submit");
        if (readyWhen != null) {
            SignInRules.requireSelector(readyWhen, "readyWhen");
        }
        SignInRules.requireAnswerTime(answerWithin);
        if (frame != null) {
            SignInRules.requireSelector(frame, "frame");
        }
        through = List.copyOf(through);
    }

    /// A form in the page itself, at the primary origin.
    public FormSignIn(
            String path,
            String usernameField,
            String passwordField,
            String submit,
            @Nullable String readyWhen,
            Duration answerWithin) {
        this(path, usernameField, passwordField, submit, readyWhen, answerWithin, null, List.of());
    }

    /// The same form in a frame of the page.
    public FormSignIn inFrame(String frame) {
        return new FormSignIn(path, usernameField, passwordField, submit, readyWhen, answerWithin, frame, through);
    }

    /// The same form, reached by a redirect to these origins.
    public FormSignIn through(Origin... origins) {
        return new FormSignIn(
                path, usernameField, passwordField, submit, readyWhen, answerWithin, frame, List.of(origins));
    }
}
