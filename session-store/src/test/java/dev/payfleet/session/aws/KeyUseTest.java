package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.LocalTables;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.kms.LocalKms;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.sealing.EnvelopeSealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How often KMS is asked, and what a revoked key still opens.
@Timeout(120)
class KeyUseTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    private static final byte[] PLAIN = "hunter2-is-no-password".getBytes(StandardCharsets.UTF_8);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final LocalKms kms = LocalAws.shared().keys();

    @Test
    void aThousandRecordsSealedAndOpenedCostTwoCalls() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            Sealer sealer = records(stores);
            long before = calls();

            for (int i = 0; i < 1000; i++) {
                ConnectionKey person = new ConnectionKey("tenant-" + i % 7, "person-" + i);
                sealer.open(person, "session", sealer.seal(person, "session", PLAIN));
            }

            assertThat(calls() - before).isEqualTo(2);
        }
    }

    @Test
    void aBurstOfJobsIsNoBurstOfCalls() throws Exception {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            byte[] sealed = records(stores).seal(ANN, "session", PLAIN);
            Sealer cold = records(stores);
            long before = calls();
            Callable<byte[]> open = () -> cold.open(ANN, "session", sealed);

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(Collections.nCopies(100, open)))
                        .extracting(Future::resultNow)
                        .containsOnly(PLAIN);
            }

            assertThat(calls() - before).isEqualTo(1);
        }
    }

    @Test
    void whoWarmedUpAsksForNoKeyAnymore() throws Exception {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            Person ann = Person.small("ann");
            ann.connect(stores.door());
            Thread warmUp = stores.door().warmUp();
            assertThat(warmUp.isDaemon()).isTrue();
            assertThat(warmUp.join(Duration.ofSeconds(60))).isTrue();
            long before = calls();

            long fence = stores.sessions().claim(ann.key());
            stores.sessions().save(ann.key(), fence, ann.session());
            stores.results().put(ann.question(), ann.result(), fence);
            assertThat(stores.sessions().find(ann.key())).isPresent();
            assertThat(stores.results().find(ann.question(), Person.NOW)).isPresent();

            assertThat(calls()).isEqualTo(before);
        }
    }

    @Test
    void aCredentialIsNeverOpenedWithoutKms() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            connect(stores);
            stores.connections().credential(ANN).orElseThrow().close();
            long before = kms.calls("Decrypt");

            for (int i = 0; i < 5; i++) {
                stores.connections().credential(ANN).orElseThrow().close();
            }

            assertThat(kms.calls("Decrypt") - before).isEqualTo(5);
        }
    }

    @Test
    void whoConnectsPeopleNeedNotBeAbleToOpenWhatTheyGave() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            connect(stores);
            long before = kms.calls("Decrypt");

            for (int i = 0; i < 5; i++) {
                connect(stores);
            }

            assertThat(kms.calls("Decrypt") - before).isZero();
        }
    }

    @Test
    void aRevokedKeyOpensNoCredentialFromThenOn() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            connect(stores);
            kms.disable(stores.config().keyArn());

            assertRefused(() -> stores.connections().credential(ANN));
            assertRefused(() -> connect(stores));

            kms.enable(stores.config().keyArn());
            assertThat(stores.connections().credential(ANN)).isPresent();
        }
    }

    @Test
    void aRevokedKeyOpensNoRecordOnceItsTimeIsOver() {
        try (AwsUnderTest stores = AwsUnderTest.fresh(SHORT)) {
            Sealer sealer = records(stores);
            byte[] sealed = sealer.seal(ANN, "session", PLAIN);
            assertThat(sealer.open(ANN, "session", sealed)).isEqualTo(PLAIN);

            kms.disable(stores.config().keyArn());
            Duration usable = untilRefused(() -> sealer.open(ANN, "session", sealed));

            assertThat(usable).isLessThan(SHORT.multipliedBy(3));
            assertRefused(() -> sealer.seal(ANN, "session", PLAIN));

            kms.enable(stores.config().keyArn());
            assertThat(sealer.open(ANN, "session", sealed)).isEqualTo(PLAIN);
        }
    }

    /// KMS binds the branch key to the table's name, so that a role may be allowed to decrypt for its own table
    /// only.
    @Test
    void aBranchKeyThatIsCopiedToAnotherTableIsNotUnwrapped() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            byte[] sealed = records(stores).seal(ANN, "session", PLAIN);
            AwsSessionsConfig copy = copyOfBranchKeys(stores);
            KeyRings rings = new KeyRings(stores.dynamoDb(), stores.kms(), copy, new KmsOutage());

            assertThatThrownBy(() -> new EnvelopeSealer(() -> rings.branch(BranchKey.SESSIONS), new KmsOutage())
                            .open(ANN, "session", sealed))
                    .isInstanceOf(SealBrokenException.class);
            assertThatThrownBy(rings::hashing).hasMessageNotContaining("payfleet ");
        }
    }

    @Test
    void whatWasSealedOpensAfterTheKeyWasRotated() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            connect(stores);
            byte[] sealed = records(stores).seal(ANN, "session", PLAIN);

            kms.rotate(stores.config().keyArn());

            assertThat(records(stores).open(ANN, "session", sealed)).isEqualTo(PLAIN);
            assertThat(stores.connections().credential(ANN)).isPresent();
        }
    }

    @Test
    void whatWasSealedOpensAndFingerprintsStayAfterTheBranchKeysWereRenewed() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            Person ann = Person.small("ann");
            ann.fill(stores.door());
            String fingerprint = fingerprint(stores.door());

            stores.rings().renew();

            AwsSessions later = stores.later();
            assertThat(later.sessions().find(ann.key())).contains(ann.session());
            assertThat(later.results().find(ann.question(), Person.NOW)).contains(ann.result());
            assertThat(fingerprint(later)).isEqualTo(fingerprint);
            ann.fill(later);
            assertThat(stores.sessions().find(ann.key())).contains(ann.session());
        }
    }

    @Test
    void whoMayReadResultsNeedsNoKeyOfSessions() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            Sealer results = new EnvelopeSealer(() -> stores.rings().branch(BranchKey.RESULTS), new KmsOutage());
            byte[] sealed = results.seal(ANN, "session", PLAIN);

            assertThatThrownBy(() -> records(stores).open(ANN, "session", sealed))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aDeploymentThatWasNotPreparedSaysSo() {
        try (AwsUnderTest stores = AwsUnderTest.unprepared()) {
            assertThatThrownBy(() -> connect(stores))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("prepare the deployment first");

            stores.door().prepare();
            stores.door().prepare();

            connect(stores);
        }
    }

    @Test
    void theFingerprintIsTheSameInEveryProcess() {
        try (AwsUnderTest stores = AwsUnderTest.fresh()) {
            connect(stores);

            assertThat(fingerprint(stores.later())).isEqualTo(fingerprint(stores.door()));
        }
    }

    private static String fingerprint(AwsSessions stores) {
        try (StoredCredential stored = stores.connections().credential(ANN).orElseThrow()) {
            return stored.fingerprint();
        }
    }

    private static Sealer records(AwsUnderTest stores) {
        return new EnvelopeSealer(() -> stores.rings().branch(BranchKey.SESSIONS), new KmsOutage());
    }

    private static void connect(AwsUnderTest stores) {
        stores.connections().connect(ANN, "larkspur", new Credential(Secret.of("ann"), Secret.of("hunter2")), NOW);
    }

    private static AwsSessionsConfig copyOfBranchKeys(AwsUnderTest stores) {
        AwsSessionsConfig original = stores.config();
        AwsSessionsConfig copy = new AwsSessionsConfig(
                original.prefix() + "-copy", original.bucket(), original.keyArn(), original.keyLife());
        LocalTables.create(stores.dynamoDb(), copy.prefix(), List.of(SessionTables.BRANCH_KEYS));
        stores.dynamoDb()
                .scan(scan -> scan.tableName(SessionTables.BRANCH_KEYS.nameIn(original.prefix())))
                .items()
                .forEach(item -> stores.dynamoDb()
                        .putItem(put -> put.tableName(SessionTables.BRANCH_KEYS.nameIn(copy.prefix()))
                                .item(item)));
        return copy;
    }

    private long calls() {
        return kms.calls().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Duration untilRefused(Runnable use) {
        long begin = System.nanoTime();
        try {
            while (Duration.ofNanos(System.nanoTime() - begin).compareTo(Duration.ofSeconds(30)) < 0) {
                use.run();
            }
        } catch (StoreUnavailableException refused) {
            return Duration.ofNanos(System.nanoTime() - begin);
        }
        throw new AssertionError("the revoked key was still of use after 30 s");
    }

    private static void assertRefused(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.REFUSED))
                .hasMessageContaining("DisabledException")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
