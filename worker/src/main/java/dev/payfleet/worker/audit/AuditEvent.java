package dev.payfleet.worker.audit;

import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the audit log tells of. No event holds a value of a person's: names of connections, jobs, providers and
/// origins, codes and counts, and of an operator the name and the reason.
public sealed interface AuditEvent {
    /// A stored credential is opened for a job. Recorded before it is; where none is stored, nothing was opened.
    ///
    /// @param origin where it may be typed
    record CredentialDecrypted(AuditedJob job, String origin) implements AuditEvent {}

    /// A credential is about to be submitted.
    ///
    /// @param attempt the ledger's number
    record SignInAttempted(AuditedJob job, long attempt) implements AuditEvent {}

    /// What became of it, as far as the ledger knows.
    ///
    /// @param attempt the ledger's number
    record SignInSettled(AuditedJob job, long attempt, AttemptOutcome outcome) implements AuditEvent {}

    /// A person's answer to a second factor was given to the provider.
    ///
    /// @param kind of the challenge, as its code says
    /// @param verdict what the provider made of it, a code
    record ChallengeAnswered(AuditedJob job, String kind, String verdict) implements AuditEvent {
        public ChallengeAnswered {
            requireCode("kind", kind);
            requireCode("verdict", verdict);
        }
    }

    /// A person left, and what was kept of theirs was wiped.
    ///
    /// @param wiped how many of each kind
    /// @param signOut what came of the sign-out at the provider, a code; `not_tried` where there was none
    record Disconnected(ConnectionKey connection, Map<String, Integer> wiped, String signOut) implements AuditEvent {
        /// No sign-out at the provider was tried.
        public static final String NOT_TRIED = "not_tried";

        public Disconnected {
            wiped = Map.copyOf(wiped);
            wiped.keySet().forEach(kind -> requireCode("wiped", kind));
            requireCode("signOut", signOut);
        }

        /// The counts in the order of their kinds, which is the order that they are written in.
        Map<String, Integer> inOrder() {
            return new TreeMap<>(wiped);
        }
    }

    /// An operator said that what was spent of sign-ins no longer counts. Recorded before the ledger is changed.
    ///
    /// @param operator who
    /// @param reason why, in their own words
    record LedgerOverridden(ConnectionKey connection, String operator, String reason) implements AuditEvent {
        public LedgerOverridden {
            requireWords("operator", operator);
            requireWords("reason", reason);
        }
    }

    /// A job was refused because of its grant.
    ///
    /// @param reason the refusal's code
    record GrantRefused(AuditedJob job, String reason) implements AuditEvent {
        public GrantRefused {
            requireCode("reason", reason);
        }
    }

    /// Keys were exchanged.
    ///
    /// @param keys which, a code
    /// @param former the name of the key that was in use
    /// @param next the name of the key that is in use from now on
    record KeysRotated(String keys, String former, String next) implements AuditEvent {
        public KeysRotated {
            requireCode("keys", keys);
            requireCode("former", former);
            requireCode("next", next);
        }
    }

    /// A process began a chain of its own. Found in the register of chains alone.
    record ChainOpened(String opened) implements AuditEvent {
        public ChainOpened {
            requireCode("opened", opened);
        }
    }

    /// The longest that an operator's words may be.
    int MOST_CHARACTERS = 200;

    private static void requireCode(String field, String code) {
        if (!Codes.ALLOWED.matcher(code).matches()) {
            throw new IllegalArgumentException(field + ": expected 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    private static void requireWords(String field, String words) {
        if (words.isBlank() || words.length() > MOST_CHARACTERS || words.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + ": expected 1 to " + MOST_CHARACTERS + " characters in one line");
        }
    }

    /// What a code may consist of.
    final class Codes {
        private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

        private Codes() {}
    }
}
