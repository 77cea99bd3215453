package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderExceptionTest {

    @Test
    void every_trouble_has_a_sentence() {
        List<Trouble> troubles = List.of(
                new Trouble.SignedOut(),
                new Trouble.CredentialsRejected(),
                new Trouble.AccountLocked(),
                new Trouble.AccountSetupRequired(),
                new Trouble.CaptchaAsked(),
                new Trouble.ChallengeAsked(
                        ChallengePage.push("Approve", Duration.ofMinutes(5)), "Approve", List.of(), Instant.EPOCH),
                new Trouble.ChallengeRejected(),
                new Trouble.ChallengeExpired(),
                new Trouble.SessionTakenOver(),
                new Trouble.InsufficientPermission(),
                new Trouble.NoAccounts(),
                new Trouble.Unavailable(),
                new Trouble.RateLimited(Duration.ofSeconds(7)),
                new Trouble.TimedOut("the page /a"),
                new Trouble.OriginRefused("https://evil.example"),
                new Trouble.EgressUnavailable(),
                new Trouble.LayoutChanged("payslip", "field \"Net pay\""),
                new Trouble.NotOffered());

        assertThat(troubles).hasSameSizeAs(Arrays.asList(Trouble.class.getPermittedSubclasses()));
        assertThat(troubles)
                .extracting(trouble -> new ProviderException(trouble).getMessage())
                .doesNotHaveDuplicates()
                .contains(
                        "page \"payslip\" has changed: expected field \"Net pay\"",
                        "the provider wants fewer requests; ask again in 7 s");
    }
}
