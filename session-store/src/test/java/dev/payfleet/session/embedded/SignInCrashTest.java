package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.Admission;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Refusal;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.sqlite.ChildJvm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real workers, killed with SIGKILL.
@Timeout(180)
class SignInCrashTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    private static final String FINGERPRINT = "f".repeat(64);
    private static final int THRESHOLD = 4;

    @TempDir
    Path folder;

    /// Begins a sign-in and stays in it.
    static final class BeginsAndHangs {
        public static void main(String[] arguments) {
            EmbeddedUnderTest stores = EmbeddedUnderTest.in(Path.of(arguments[0]));
            System.out.println(stores.ledger().begin(ANN, FINGERPRINT, THRESHOLD, NOW));
            while (true) {
                LockSupport.park();
            }
        }
    }

    /// Saves longer and longer sessions for as long as it lives.
    static final class SavesSessions {
        public static void main(String[] arguments) {
            EmbeddedUnderTest stores = EmbeddedUnderTest.in(Path.of(arguments[0]));
            long fence = stores.sessions().claim(ANN);
            for (int n = 1; ; n++) {
                stores.sessions().save(ANN, fence, session(n));
                System.out.println(n);
            }
        }
    }

    @Test
    void anAttemptWhoseWorkerDiedCountsAsSpent() throws Exception {
        connectAnn();

        for (int worker = 0; worker < THRESHOLD - 2; worker++) {
            try (ChildJvm child = ChildJvm.start(BeginsAndHangs.class, folder.toString())) {
                assertThat(child.line()).startsWith("Admitted");
                child.kill();
            }
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            assertThat(stores.ledger().attempts(ANN))
                    .hasSize(THRESHOLD - 2)
                    .allMatch(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN);
            assertThat(stores.ledger().begin(ANN, FINGERPRINT, THRESHOLD, NOW))
                    .isEqualTo(new Admission.Refused(Refusal.TOO_CLOSE_TO_LOCK_OUT));
        }
    }

    @Test
    void aSessionIsSavedWholeOrNotAtAll() throws Exception {
        connectAnn();
        int acknowledged = 0;
        try (ChildJvm child = ChildJvm.start(SavesSessions.class, folder.toString())) {
            for (int i = 0; i < 25; i++) {
                acknowledged = Integer.parseInt(child.line());
            }
            child.kill();
        }

        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            StoredSession found = stores.sessions().find(ANN).orElseThrow();
            int saved = Integer.parseInt(found.state().reveal().split(" ", 2)[0]);
            assertThat(saved).isGreaterThanOrEqualTo(acknowledged);
            assertThat(found).isEqualTo(session(saved));
        }
    }

    private void connectAnn() {
        try (EmbeddedUnderTest stores = EmbeddedUnderTest.in(folder)) {
            stores.connections().connect(ANN, "larkspur", new Credential(Secret.of("ann"), Secret.of("horse")), NOW);
        }
    }

    private static StoredSession session(int n) {
        return new StoredSession(Secret.of(n + " " + "x".repeat(n * 997)), NOW, NOW.plusSeconds(n), null);
    }
}
