package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.LocalClients;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.session.Admission;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Refusal;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.Wiped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A worker whose wire to AWS fails, and another whose wire is FINE.
@Timeout(180)
class FaultsOnTheWireTest {
    private static final String ONE = "1".repeat(64);
    private static final int THRESHOLD = 4;
    private static final String TRANSACTION = "TransactWriteItems";

    /// Three tries are made in any case, the last after some seconds when the service is busy; one that is slow is
    /// not waited for as long as usual.
    private static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// One deployment for all; each test has people of its own.
    private static final AwsUnderTest FINE = AwsUnderTest.fresh();

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Person ann = Person.small("ann-" + PEOPLE.incrementAndGet());
    private final Person ben = Person.large("ben-" + PEOPLE.incrementAndGet());
    private final FaultyWire dynamoDb = FaultyWire.before(LocalAws.shared().dynamoDb());
    private final FaultyWire s3 = FaultyWire.before(LocalAws.shared().s3());
    private final FaultyWire kms = FaultyWire.before(LocalAws.shared().kms());
    private final AwsClients clients = LocalClients.by(IMPATIENT, this::wire);
    private final AwsSessions stores = FINE.by(clients);

    @AfterAll
    static void closeDeployment() {
        FINE.close();
    }

    /// The SDK keeps what it learns of a server's clock for the whole JVM. This machine's S3 looks at the time, and
    /// sets it right again.
    @AfterEach
    void setTheClockRight() {
        assertThat(FINE.s3().listBuckets().buckets()).isNotEmpty();
    }

    private URI wire(URI server) {
        if (server.equals(LocalAws.shared().dynamoDb())) {
            return dynamoDb.uri();
        }
        return server.equals(LocalAws.shared().s3()) ? s3.uri() : kms.uri();
    }

    @BeforeEach
    void connect() {
        ann.connect(stores);
        ben.connect(stores);
    }

    @AfterEach
    void closeAll() {
        clients.close();
        dynamoDb.close();
        s3.close();
        kms.close();
    }

    static Stream<Fault> passing() {
        return Stream.concat(passingAgain(), Stream.of(Fault.clockSkewed(Duration.ofHours(1))));
    }

    /// Those that may come twice in a row. Once the SDK has learnt of a server's clock, the same skew is none.
    static Stream<Fault> passingAgain() {
        return Stream.of(
                Fault.throttled(),
                Fault.internalError(),
                Fault.unavailable(),
                Fault.cutBefore(),
                Fault.cutAfter(),
                Fault.cutWithinAnswer(),
                Fault.internalErrorAfterActing(),
                Fault.sentTwice(),
                Fault.slow(Duration.ofMillis(1500)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anAttemptIsBegunOnceWhateverHappensToItsFirstTry(Fault fault) {
        dynamoDb.next(TRANSACTION, fault);

        assertThat(stores.ledger().begin(ann.key(), ONE, THRESHOLD, Person.NOW)).isInstanceOf(Admission.Admitted.class);

        assertThat(dynamoDb.left()).isZero();
        assertThat(FINE.ledger().attempts(ann.key())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anOutcomeIsRecordedOnceWhateverHappensToItsFirstTry(Fault fault) {
        long attempt = begin();
        dynamoDb.next(TRANSACTION, fault);

        stores.ledger().settle(ann.key(), attempt, AttemptOutcome.CREDENTIALS_REJECTED, Person.NOW);

        assertThat(FINE.ledger().attempts(ann.key()))
                .singleElement()
                .satisfies(settled -> assertThat(settled.outcome()).isEqualTo(AttemptOutcome.CREDENTIALS_REJECTED));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aSessionIsSavedWholeWhateverHappensToItsFirstTry(Fault fault) {
        long fence = stores.sessions().claim(ben.key());
        dynamoDb.next(TRANSACTION, fault);
        s3.next("PUT object", fault);

        stores.sessions().save(ben.key(), fence, ben.session());

        assertThat(FINE.sessions().find(ben.key())).contains(ben.session());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void noClaimIsGivenTwiceWhateverHappens(Fault fault) {
        long earlier = FINE.sessions().claim(ann.key());
        dynamoDb.next("UpdateItem", fault);

        long claimed = stores.sessions().claim(ann.key());

        assertThat(claimed).isGreaterThan(earlier);
        assertThat(FINE.sessions().claim(ann.key())).isGreaterThan(claimed);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aCredentialIsSealedWhateverHappensToTheFirstTry(Fault fault) {
        kms.next("GenerateDataKey", fault);

        ann.connect(stores);

        assertThat(kms.left()).isZero();
        assertThat(FINE.connections().credential(ann.key())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aCredentialIsOpenedWhateverHappensToTheFirstTry(Fault fault) {
        kms.next("Decrypt", fault);

        assertThat(stores.connections().credential(ann.key())).isPresent();

        assertThat(kms.left()).isZero();
    }

    /// Twice the answer is lost for good; what was written still counts.
    @Test
    void anAttemptWhoseAnswerNeverCameCountsAsSpent() {
        for (int i = 0; i < THRESHOLD - 2; i++) {
            dynamoDb.every(TRANSACTION, Fault.cutAfter());
            assertUnavailable(() -> stores.ledger().begin(ann.key(), ONE, THRESHOLD, Person.NOW));
            dynamoDb.calm();
        }

        assertThat(FINE.ledger().attempts(ann.key()))
                .hasSize(THRESHOLD - 2)
                .allMatch(attempt -> attempt.outcome() == AttemptOutcome.UNKNOWN);
        assertThat(stores.ledger().begin(ann.key(), ONE, THRESHOLD, Person.NOW))
                .isEqualTo(new Admission.Refused(Refusal.TOO_CLOSE_TO_LOCK_OUT));
    }

    @Test
    void anAttemptThatNeverArrivedIsNotCounted() {
        dynamoDb.every(TRANSACTION, Fault.cutBefore());
        assertUnavailable(() -> stores.ledger().begin(ann.key(), ONE, THRESHOLD, Person.NOW));

        assertThat(FINE.ledger().attempts(ann.key())).isEmpty();
    }

    @Test
    void aSaveWhoseAnswerNeverCameLosesNothingAndMayBeRepeated() {
        long fence = stores.sessions().claim(ben.key());
        dynamoDb.every(TRANSACTION, Fault.cutAfter());
        assertUnavailable(() -> stores.sessions().save(ben.key(), fence, ben.session()));
        assertThat(FINE.sessions().find(ben.key())).contains(ben.session());
        dynamoDb.calm();

        stores.sessions().save(ben.key(), fence, ben.session());

        assertThat(FINE.sessions().find(ben.key())).contains(ben.session());
    }

    @Test
    void aSaveThatFailsLeavesTheFormerSession() {
        long fence = stores.sessions().claim(ben.key());
        stores.sessions().save(ben.key(), fence, ben.session());
        s3.every("PUT object", Fault.internalError());
        StoredSession later = new Person(ben.key(), 60_000).session();

        assertUnavailable(() -> stores.sessions().save(ben.key(), fence, later)).hasMessageContaining("S3 PutObject");

        assertThat(FINE.sessions().find(ben.key())).contains(ben.session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteItem", "Query"})
    void aDisconnectThatStopsMidwayRefusesEveryWriteAndGoesOnWhenRepeated(String stops) {
        long fence = ann.fill(stores);
        dynamoDb.every(stops, Fault.internalError());
        assertUnavailable(() -> stores.connections().disconnect(ann.key(), Person.NOW));

        assertThat(FINE.connections().find(ann.key()))
                .contains(new Connection(
                        ann.key(), Person.PROVIDER, Person.NOW, ConnectionState.DISCONNECTED, fence + 1));
        assertThat(FINE.connections().credential(ann.key())).isEmpty();
        assertThatThrownBy(() -> FINE.sessions().save(ann.key(), fence, ann.session()))
                .isInstanceOf(DisconnectedException.class);
        dynamoDb.calm();

        assertThat(stores.connections().disconnect(ann.key(), Person.NOW)).isEqualTo(new Wiped(1, 1, 1, 1, 0));
        assertThat(stores.connections().disconnect(ann.key(), Person.NOW)).isEqualTo(Wiped.NOTHING);
    }

    @Test
    void whoConnectsAfterADisconnectThatStoppedMidwayStartsAfresh() {
        ann.fill(stores);
        dynamoDb.every("DeleteItem", Fault.internalError());
        assertUnavailable(() -> stores.connections().disconnect(ann.key(), Person.NOW));

        ann.connect(FINE.door());

        assertThat(FINE.sessions().find(ann.key())).isEmpty();
        assertThat(FINE.results().find(ann.question(), Person.NOW)).isEmpty();
    }

    @Test
    void aTableThatIsTooBusyIsToldApart() {
        dynamoDb.every("GetItem", Fault.throttled());

        assertUnavailable(() -> stores.connections().find(ann.key()))
                .hasMessageContaining("DynamoDB GetItem is busy")
                .extracting(FaultsOnTheWireTest::reason)
                .isEqualTo(Reason.BUSY);
    }

    @Test
    void credentialsThatExpiredAreToldApart() {
        dynamoDb.every("GetItem", Fault.credentialsExpired());

        assertUnavailable(() -> stores.connections().find(ann.key()))
                .hasMessageContaining("ExpiredTokenException")
                .extracting(FaultsOnTheWireTest::reason)
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void aServiceThatIsGoneIsToldApart() {
        dynamoDb.close();

        assertUnavailable(() -> stores.connections().find(ann.key()))
                .extracting(FaultsOnTheWireTest::reason)
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aKeyThatCannotBeHadIsNoBrokenRecord() {
        kms.every("Decrypt", Fault.internalError());

        assertUnavailable(() -> stores.connections().credential(ann.key())).hasMessageContaining("Kms");

        kms.calm();
        assertThat(stores.connections().credential(ann.key())).isPresent();
    }

    @Test
    void aBucketThatIsGoneIsNoMissingRecord() {
        ben.fill(stores);
        s3.every("GET object", Fault.unavailable());

        assertUnavailable(() -> stores.sessions().find(ben.key())).hasMessageContaining("S3 GetObject");
    }

    private long begin() {
        return ((Admission.Admitted) stores.ledger().begin(ann.key(), ONE, THRESHOLD, Person.NOW)).attempt();
    }

    private static Reason reason(Throwable unavailable) {
        return ((StoreUnavailableException) unavailable).reason();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessageNotContainingAny("acme", "ann", "ben", "password", "ssss", ONE);
    }
}
