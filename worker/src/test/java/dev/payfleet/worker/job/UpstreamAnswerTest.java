package dev.payfleet.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract's table of outcomes, line by line.
class UpstreamAnswerTest {

    private static final String TABLE = """
            succeeded       |                           | 200 |
            challenged      | otp_sms                   | 202 |
            challenged      | otp_email                 | 202 |
            challenged      | otp_app                   | 202 |
            challenged      | push_approval             | 202 |
            challenged      | security_question         | 202 |
            challenged      | choose_method             | 202 |
            action_required | credentials_rejected      | 401 | incorrect_username_or_password
            action_required | challenge_rejected        | 401 | incorrect_mfa_or_otp
            action_required | challenge_expired         | 401 | incorrect_mfa_or_otp
            action_required | reauthentication_required | 401 | reauthentication_required
            action_required | challenge_unattended      | 401 | reauthentication_required
            action_required | account_setup_required    | 401 | additional_account_setup_required
            action_required | account_locked            | 401 | additional_account_setup_required
            action_required | captcha                   | 401 | captcha_challenge
            action_required | insufficient_permission   | 401 | insufficient_permission
            action_required | no_accounts               | 401 | no_valid_accounts
            retry_later     | provider_unavailable      | 202 |
            retry_later     | provider_rate_limited     | 429 |
            retry_later     | egress_unavailable        | 202 |
            retry_later     | timed_out                 | 202 |
            retry_later     | worker_stopping           | 202 |
            retry_later     | account_busy              | 202 |
            unsupported     | resource_not_offered      | 501 |
            unsupported     | unknown_provider          | 501 |
            disconnected    |                           | 403 |
            failed          | adapter_broken            | 500 |
            failed          | invalid_job               | 500 |
            failed          | grant_refused             | 500 |
            failed          | internal                  | 500 |
            """;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = TABLE, delimiter = '|')
    void answers_as_the_contract_says(String outcome, String code, int status, String errorCode) {
        JobOutcome found = everyOutcome()
                .filter(one -> one.wireName().equals(outcome) && codeOf(one).equals(code == null ? "" : code))
                .findFirst()
                .orElseThrow();

        assertThat(found.upstream()).isEqualTo(new UpstreamAnswer(status, errorCode));
    }

    @Test
    void has_a_line_for_every_outcome_and_code() {
        assertThat(TABLE.lines()).hasSize((int) everyOutcome().count());
    }

    @Test
    void has_a_sentence_for_every_outcome_and_code() {
        assertThat(everyOutcome())
                .allSatisfy(outcome -> assertThat(outcome.message()).matches("[A-Z].*\\."));
    }

    @Test
    void says_when_to_ask_again_where_the_caller_has_to_and_nowhere_else() {
        assertThat(everyOutcome()).allSatisfy(outcome -> {
            Set<Integer> withRetryAfter = Set.of(202, 429);
            assertThat(outcome.retryAfter() != null)
                    .isEqualTo(withRetryAfter.contains(outcome.upstream().status()));
        });
    }

    @Test
    void uses_exactly_the_seven_codes_of_an_authentication_error() {
        Set<String> used = new HashSet<>();
        for (OutcomeCode.Action code : OutcomeCode.Action.values()) {
            used.add(new JobOutcome.ActionRequired(code).upstream().code());
        }

        assertThat(used)
                .containsExactlyInAnyOrder(
                        "incorrect_username_or_password",
                        "incorrect_mfa_or_otp",
                        "reauthentication_required",
                        "additional_account_setup_required",
                        "captcha_challenge",
                        "insufficient_permission",
                        "no_valid_accounts");
    }

    private static String codeOf(JobOutcome outcome) {
        OutcomeCode code = outcome.code();
        return code == null ? "" : code.wireName();
    }

    private static Stream<JobOutcome> everyOutcome() {
        Instant time = Instant.parse("2026-03-01T12:00:00Z");
        ResultRef result = new ResultRef("key", time, time.plusSeconds(3600), Tier.HTTP, 1, false);
        return Stream.of(
                        Stream.of(new JobOutcome.Succeeded(result), new JobOutcome.Disconnected()),
                        Arrays.stream(OutcomeCode.Challenged.values())
                                .map(kind -> new JobOutcome.Challenged(
                                        new Challenge(UUID.randomUUID(), kind, "Enter the code", time, List.of()),
                                        Duration.ofSeconds(5))),
                        Arrays.stream(OutcomeCode.Action.values()).map(JobOutcome.ActionRequired::new),
                        Arrays.stream(OutcomeCode.Retry.values())
                                .map(code -> new JobOutcome.RetryLater(code, Duration.ofSeconds(5))),
                        Arrays.stream(OutcomeCode.Unsupported.values()).map(JobOutcome.Unsupported::new),
                        Arrays.stream(OutcomeCode.Failure.values()).map(code -> new JobOutcome.Failed(code, null)))
                .flatMap(outcomes -> outcomes);
    }
}
