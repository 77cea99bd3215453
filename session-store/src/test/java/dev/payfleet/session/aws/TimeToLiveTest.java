package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.Secret;
import dev.payfleet.session.SignInLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What DynamoDB is told to delete, and that nothing depends on when it does.
@Timeout(120)
class TimeToLiveTest {
    private static final Person ANN = Person.small("ann");

    private final AwsUnderTest stores = AwsUnderTest.fresh();

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void aResultMayGoWithTheFirstWholeSecondAfterItsEnd() {
        ANN.fill(stores.door());

        assertThat(end(AwsResults.TABLE))
                .isEqualTo(Instant.parse("2026-11-22T11:00:01Z"))
                .isAfter(ANN.result().expiresAt());
    }

    @Test
    void anAttemptMayGoWhenItNoLongerCounts() {
        ANN.fill(stores.door());
        stores.ledger().begin(ANN.key(), "f".repeat(64), 5, Person.NOW);

        assertThat(end(SessionTables.ATTEMPTS))
                .isBetween(
                        Person.NOW.plus(SignInLedger.MEMORY),
                        Person.NOW.plus(SignInLedger.MEMORY).plusSeconds(1));
    }

    @Test
    void whatDynamoDbHasNotDeletedYetIsPassedOver() {
        ANN.fill(stores.door());
        Instant muchLater = Person.NOW.plus(Duration.ofDays(30));

        assertThat(stores.results().find(ANN.question(), muchLater)).isEmpty();
        assertThat(stores.results().findById(ANN.key(), ANN.question().id(), muchLater))
                .isEmpty();
    }

    @Test
    void answersAndChallengesGoAnHourAfterTheirTime() {
        ANN.fill(stores.door());
        stores.challenges().deposit(ANN.key(), UUID.randomUUID(), Secret.of("123456"), Person.NOW);

        assertThat(end(SessionTables.CHALLENGES))
                .isBetween(
                        Person.NOW.plus(ChallengeDesk.AFTERLIFE),
                        Person.NOW.plus(ChallengeDesk.AFTERLIFE).plusSeconds(1));
    }

    /// A backup would keep for weeks what must be gone after fourteen days, and what opens once; who is on duty now is
    /// nothing to bring back.
    @Test
    void resultsChallengesAndDutiesAreNotBackedUpAndEverythingElseIs() {
        assertThat(SessionTables.ALL)
                .filteredOn(shape -> !shape.recoverable())
                .containsExactly(SessionTables.CHALLENGES, AwsResults.TABLE, SessionTables.DUTIES);
    }

    private Instant end(TableShape shape) {
        return Instant.ofEpochSecond(Long.parseLong(stores.dynamoDb()
                .scan(scan -> scan.tableName(shape.nameIn(stores.config().prefix())))
                .items()
                .getFirst()
                .get(shape.timeToLive().orElseThrow())
                .n()));
    }
}
