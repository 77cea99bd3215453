package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.TableShape;
import dev.payfleet.session.Credential;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.session.Secret;
import dev.payfleet.session.Wiped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Reads every table and the bucket, as someone would who was let in.
@Timeout(120)
class WipeTest {
    private final AwsUnderTest stores = AwsUnderTest.fresh();

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, Person.LARGE})
    void aDisconnectLeavesATombstoneAndTheLedgerAlone(int size) {
        Person ann = new Person(Person.small("ann").key(), size);
        ann.fill(stores.door());
        stores.ledger().begin(ann.key(), "f".repeat(64), 5, Person.NOW);
        assertThat(items()).hasSize(5);

        Wiped wiped = stores.connections().disconnect(ann.key(), Person.NOW);

        assertThat(wiped).isEqualTo(new Wiped(1, 1, 1, 1, 0));
        assertThat(items()).hasSize(2);
        assertThat(items().getFirst().keySet())
                .containsExactlyInAnyOrder(
                        "connection", "provider", "connected_at", "disconnected_at", "fence", "ledger");
        assertThat(items().getLast()).containsKeys("attempt", "fingerprint");
        assertThat(objects()).isEmpty();
    }

    @Test
    void othersKeepTheirs() {
        Person ann = Person.large("ann");
        Person ben = Person.large("ben");
        ann.fill(stores.door());
        ben.fill(stores.door());

        stores.connections().disconnect(ann.key(), Person.NOW);

        assertThat(stores.sessions().find(ben.key())).contains(ben.session());
        assertThat(stores.trusts().find(ben.key())).contains(ben.trust());
        assertThat(stores.results().find(ben.question(), Person.NOW)).contains(ben.result());
    }

    @Test
    void whoWroteNothingButWasOnTheWayLeavesNothing() {
        Person ann = Person.large("ann");
        long fence = ann.fill(stores.door());
        stores.connections().disconnect(ann.key(), Person.NOW);

        assertThatThrownBy(() -> stores.sessions().save(ann.key(), fence, ann.session()))
                .isInstanceOf(DisconnectedException.class);
        assertThatThrownBy(() -> stores.results().put(ann.question(), ann.result(), fence))
                .isInstanceOf(DisconnectedException.class);

        assertThat(objects()).isEmpty();
        assertThat(items()).hasSize(1);
    }

    @Test
    void whatALaterConnectionWroteSurvivesALateDisconnectOfTheEarlier() {
        Person ann = Person.large("ann");
        ann.fill(stores.door());
        stores.connections().disconnect(ann.key(), Person.NOW);
        ann.fill(stores.door());
        Wipe late = stores.wipe();

        late.all(ann.key(), 2, 0);

        assertThat(stores.sessions().find(ann.key())).contains(ann.session());
        assertThat(stores.results().find(ann.question(), Person.NOW)).contains(ann.result());
    }

    @Test
    void anotherAccountStartsAfreshInEveryTable() {
        Person ann = Person.large("ann");
        ann.fill(stores.door());

        stores.connections()
                .connect(
                        ann.key(),
                        Person.PROVIDER,
                        new Credential(Secret.of("another"), Secret.of("password")),
                        Person.NOW);

        assertThat(items())
                .singleElement()
                .satisfies(head -> assertThat(head)
                        .containsKeys("sealed", "account")
                        .doesNotContainKeys("disconnected_at", "unwiped"));
        assertThat(objects()).isEmpty();
    }

    private List<Map<String, AttributeValue>> items() {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (TableShape shape : SessionTables.ALL) {
            if (!shape.equals(SessionTables.BRANCH_KEYS)) {
                items.addAll(stores.dynamoDb()
                        .scan(scan ->
                                scan.tableName(shape.nameIn(stores.config().prefix())))
                        .items());
            }
        }
        return items;
    }

    private List<String> objects() {
        return stores.s3().listObjectsV2(list -> list.bucket(stores.config().bucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
