package dev.payfleet.provider;

import java.time.Duration;

/// What every way of signing in must keep to.
final class SignInRules {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private SignInRules() {}

    static void requirePath(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path must begin with one slash");
        }
    }

    static void requireSelector(String selector, String field) {
        if (selector.isBlank()) {
            throw new IllegalArgumentException(field + " must be a CSS selector");
        }
    }

    static void requireAnswerTime(Duration answerWithin) {
        if (!answerWithin.isPositive() || answerWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("answerWithin must be more than zero and at most two minutes");
        }
    }
}
