package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.LocalClients;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.FaultyWire;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoreUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

/// The desk of a worker whose wire to DynamoDB fails, and that of another whose wire is fine.
@Timeout(180)
class ChallengeFaultsTest {
    private static final String TRANSACTION = "TransactWriteItems";
    private static final String CODE = "774201";
    private static final UUID JOB = UUID.fromString("6f4bfb4a-6d3a-4b3b-9a6e-2f0f4a3c1d11");
    private static final HandedIn WISH = new HandedIn(JOB, Wish.TYPE, null);

    private static final Patience IMPATIENT =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// One deployment for all; each test has a person of its own.
    private static final AwsUnderTest FINE = AwsUnderTest.fresh();

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Person ann = Person.small("ann-" + PEOPLE.incrementAndGet());
    private final FaultyWire dynamoDb = FaultyWire.before(LocalAws.shared().dynamoDb());
    private final AwsClients clients = LocalClients.by(IMPATIENT, this::wire);
    private final AwsSessions stores = FINE.by(clients);
    private final ChallengeDesk desk = stores.challenges();
    private final ChallengeDesk fine = FINE.challenges();
    private final OpenChallenge challenge = new OpenChallenge(
            UUID.randomUUID(),
            "otp_sms",
            "The code",
            List.of(),
            Person.NOW.plusSeconds(300),
            Person.NOW.plusSeconds(20),
            "{}");

    @AfterAll
    static void closeDeployment() {
        FINE.close();
    }

    /// See [FaultsOnTheWireTest].
    @AfterEach
    void setTheClockRight() {
        assertThat(FINE.s3().listBuckets().buckets()).isNotEmpty();
    }

    private URI wire(URI server) {
        return server.equals(LocalAws.shared().dynamoDb()) ? dynamoDb.uri() : server;
    }

    @BeforeEach
    void askAnn() {
        ann.connect(FINE.door());
        fine.open(ann.key(), FINE.sessions().claim(ann.key()), challenge);
    }

    @AfterEach
    void closeAll() {
        clients.close();
        dynamoDb.close();
    }

    @ParameterizedTest
    @MethodSource("dev.payfleet.session.aws.FaultsOnTheWireTest#passingAgain")
    void aWishIsHandedInAndTakenOnceWhateverHappensToTheFirstTry(Fault fault) {
        dynamoDb.next(TRANSACTION, fault);
        dynamoDb.next("UpdateItem", fault);

        assertThat(desk.handIn(ann.key(), challenge.id(), WISH)).isTrue();
        assertThat(desk.take(ann.key(), challenge.id())).contains(WISH);

        assertThat(dynamoDb.left()).isZero();
        assertThat(fine.take(ann.key(), challenge.id())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.payfleet.session.aws.FaultsOnTheWireTest#passingAgain")
    void anAnswerOpensOnceWhateverHappensToTheFirstTry(Fault fault) {
        dynamoDb.next(TRANSACTION, fault);
        dynamoDb.next("UpdateItem", fault);
        dynamoDb.next("DeleteItem", fault);

        desk.deposit(ann.key(), JOB, Secret.of(CODE), Person.NOW);
        assertThat(desk.answer(ann.key(), JOB)).contains(Secret.of(CODE));

        assertThat(dynamoDb.left()).isZero();
        assertThat(fine.answer(ann.key(), JOB)).isEmpty();
        assertThat(records(ann)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.payfleet.session.aws.FaultsOnTheWireTest#passingAgain")
    void aVerdictIsToldWhateverHappensToTheFirstTry(Fault fault) {
        assertThat(fine.handIn(ann.key(), challenge.id(), WISH)).isTrue();
        dynamoDb.next("UpdateItem", fault);
        dynamoDb.next("DeleteItem", fault);

        desk.tell(ann.key(), challenge.id(), JOB, "signed in", true);

        assertThat(dynamoDb.left()).isZero();
        assertThat(fine.verdict(ann.key(), challenge.id(), JOB)).contains("signed in");
        assertThat(fine.find(ann.key())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateItem", "DeleteItem"})
    void anAnswerThatMayHaveBeenTakenIsNobodysAnyMore(String lost) {
        fine.deposit(ann.key(), JOB, Secret.of(CODE), Person.NOW);
        dynamoDb.every(lost, Fault.cutAfter());

        assertUnavailable(() -> desk.answer(ann.key(), JOB));

        dynamoDb.calm();
        assertThat(desk.answer(ann.key(), JOB)).isEmpty();
        assertThat(fine.answer(ann.key(), JOB)).isEmpty();
    }

    @Test
    void anAnswerWhoseTakingNeverArrivedIsStillThere() {
        fine.deposit(ann.key(), JOB, Secret.of(CODE), Person.NOW);
        dynamoDb.every("UpdateItem", Fault.cutBefore());
        assertUnavailable(() -> desk.answer(ann.key(), JOB));

        assertThat(fine.answer(ann.key(), JOB)).contains(Secret.of(CODE));
    }

    @Test
    void aDisconnectThatStopsMidwayTakesNothingInAndGoesOnWhenRepeated() {
        assertThat(fine.handIn(ann.key(), challenge.id(), WISH)).isTrue();
        fine.deposit(ann.key(), JOB, Secret.of(CODE), Person.NOW);
        dynamoDb.every("DeleteItem", Fault.internalError());
        assertUnavailable(() -> stores.connections().disconnect(ann.key(), Person.NOW));

        HandedIn later = new HandedIn(UUID.randomUUID(), Wish.RESEND, null);
        fine.tell(ann.key(), challenge.id(), JOB, "wrong", false);
        assertThat(fine.handIn(ann.key(), challenge.id(), later)).isFalse();
        assertThatThrownBy(() -> fine.deposit(ann.key(), later.job(), Secret.of(CODE), Person.NOW))
                .isInstanceOf(DisconnectedException.class);
        dynamoDb.calm();

        assertThat(stores.connections().disconnect(ann.key(), Person.NOW).challenges())
                .isEqualTo(3);
        assertThat(records(ann)).isZero();
    }

    private static int records(Person person) {
        return FINE.dynamoDb()
                .query(query -> query.tableName(
                                SessionTables.CHALLENGES.nameIn(FINE.config().prefix()))
                        .keyConditionExpression("#owner = :owner")
                        .expressionAttributeNames(Map.of("#owner", OwnedItems.OWNER))
                        .expressionAttributeValues(
                                Map.of(":owner", Attributes.text(person.key().toString()))))
                .count();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(StoreUnavailableException.class)
                .hasNoCause()
                .hasMessageNotContainingAny("acme", "ann", CODE);
    }
}
