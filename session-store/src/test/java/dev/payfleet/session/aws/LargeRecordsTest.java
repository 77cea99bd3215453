package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.Item;
import dev.payfleet.aws.Overflow;
import dev.payfleet.aws.Place;
import dev.payfleet.session.StaleFenceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What becomes of records that a table can't hold, and of what a crash leaves of them.
@Timeout(120)
class LargeRecordsTest {
    private static final Person ANN = Person.large("ann");

    private final AwsUnderTest stores = AwsUnderTest.fresh();

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void aLargeRecordLiesInTheBucketUnderANameThatTellsNobody() {
        ANN.fill(stores.door());

        assertThat(objects())
                .hasSize(3)
                .allMatch(name -> name.matches("(sessions|results)/[0-9a-f]{32}/[0-9a-z]+/1/[0-9a-f-]{36}"));
        assertThat(stores.sessions().find(ANN.key())).contains(ANN.session());
        assertThat(stores.results().find(ANN.question(), Person.NOW)).contains(ANN.result());
    }

    @Test
    void whatLiesInTheBucketIsSealed() {
        ANN.fill(stores.door());

        for (String name : objects()) {
            assertThat(stores.s3()
                            .getObjectAsBytes(
                                    get -> get.bucket(stores.config().bucket()).key(name))
                            .asString(StandardCharsets.ISO_8859_1))
                    .doesNotContain("ssssssss", "tttttttt", "rrrrrrrr");
        }
    }

    @Test
    void aSmallRecordLiesInItsItem() {
        Person.small("ben").fill(stores.door());

        assertThat(objects()).isEmpty();
    }

    @Test
    void aLaterRecordLeavesNothingOfTheEarlier() {
        long fence = ANN.fill(stores.door());
        List<String> before = objects();

        stores.sessions().save(ANN.key(), fence, ANN.session());
        stores.results().put(ANN.question(), ANN.result(), fence);

        assertThat(objects()).hasSize(3).isNotEqualTo(before);
        assertThat(stores.sessions().find(ANN.key())).contains(ANN.session());
    }

    @Test
    void whatIsForgottenLeavesNothing() {
        long fence = ANN.fill(stores.door());

        stores.sessions().forget(ANN.key(), fence);
        stores.trusts().forget(ANN.key(), fence);

        assertThat(objects()).singleElement().asString().startsWith("results/");
    }

    @Test
    void whoMayNotWriteLeavesNothing() {
        long fence = ANN.fill(stores.door());
        List<String> before = objects();
        stores.sessions().claim(ANN.key());

        assertThatThrownBy(() -> stores.sessions().save(ANN.key(), fence, ANN.session()))
                .isInstanceOf(StaleFenceException.class);

        assertThat(objects()).isEqualTo(before);
    }

    @Test
    void aRecordWhoseObjectIsGoneIsNone() {
        ANN.fill(stores.door());
        objects()
                .forEach(name -> stores.s3()
                        .deleteObject(delete ->
                                delete.bucket(stores.config().bucket()).key(name)));

        assertThat(stores.sessions().find(ANN.key())).isEmpty();
        assertThat(stores.results().find(ANN.question(), Person.NOW)).isEmpty();
    }

    @Test
    void aSweepDeletesWhatNobodyPointsToAndLeavesTheRest() {
        ANN.fill(stores.door());
        String orphan = orphan();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        assertThat(stores.door().sweepOrphans(tomorrow)).isEqualTo(1);

        assertThat(objects()).hasSize(3).doesNotContain(orphan);
        assertThat(stores.sessions().find(ANN.key())).contains(ANN.session());
    }

    @Test
    void aSweepLeavesWhatMayStillBeOnItsWay() {
        String orphan = orphan();

        assertThat(stores.door().sweepOrphans(Instant.now())).isZero();

        assertThat(objects()).containsExactly(orphan);
    }

    @Test
    void aDisconnectTakesOrphansToo() {
        ANN.fill(stores.door());
        orphan();

        stores.connections().disconnect(ANN.key(), Person.NOW);

        assertThat(objects()).isEmpty();
    }

    @Test
    void aSweepOfResultsTakesTheirObjects() {
        ANN.fill(stores.door());

        assertThat(stores.results().sweep(Person.NOW.plus(Duration.ofHours(1)))).isEqualTo(1);

        assertThat(objects()).hasSize(2).allMatch(name -> name.startsWith("sessions/"));
    }

    /// As a worker leaves it that dies between the object and its item.
    private String orphan() {
        Place place = new Place("sessions", ANN.key(), "session", 1);
        Overflow overflow = new Overflow(stores.s3(), stores.config().bucket());
        Optional<String> object = Overflow.object(new Item(overflow.place(place, new byte[Person.LARGE])));
        return object.orElseThrow();
    }

    private List<String> objects() {
        return stores.s3().listObjectsV2(list -> list.bucket(stores.config().bucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
