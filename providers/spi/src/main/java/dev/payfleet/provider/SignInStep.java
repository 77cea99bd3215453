package dev.payfleet.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One step of a sign-in, as data: what is typed where, and what goes on from there.
///
/// @param fields CSS selector of the field for each part of the credential that this step takes; at least one
/// @param submit CSS selector of what is pressed then
/// @param readyWhen CSS selector that must match before anything is typed; null where the fields alone tell
/// @param frame CSS selector of the frame that holds the step; null where the page itself does
public record SignInStep(
        Map<CredentialField, String> fields,
        String submit,
        @Nullable String readyWhen,
        @Nullable String frame) {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public SignInStep {
        fields = Map.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields must hold at least one");
        }
        fields.forEach((field, selector) -> SignInRules.requireSelector(selector, "fields"));
        SignInRules.requireSelector(submit, "submit");
        if (readyWhen != null) {
            SignInRules.requireSelector(readyWhen, "readyWhen");
        }
        if (frame != null) {
            SignInRules.requireSelector(frame, "frame");
        }
    }

    /// A step that takes the user name.
    public static SignInStep name(String field, String submit) {
        return new SignInStep(Map.of(CredentialField.USERNAME, field), submit, null, null);
    }

    /// A step that takes the password.
    public static SignInStep password(String field, String submit) {
        return new SignInStep(Map.of(CredentialField.PASSWORD, field), submit, null, null);
    }

    /// The same step, for a page that works only once its script runs.
    public SignInStep readyWhen(String selector) {
        return new SignInStep(fields, submit, selector, frame);
    }

    /// The same step in a frame of the page.
    public SignInStep inFrame(String selector) {
        return new SignInStep(fields, submit, readyWhen, selector);
    }
}
