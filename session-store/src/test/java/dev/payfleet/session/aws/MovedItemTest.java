package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.ResultKey;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Someone with access to the tables, and without the key, copies items about.
@Timeout(120)
class MovedItemTest {
    private static final Person ANN = Person.small("ann");
    private static final Person EVE = Person.small("eve");

    private final AwsUnderTest stores = AwsUnderTest.fresh();

    @BeforeEach
    void fillStores() {
        ANN.fill(stores.door());
        EVE.fill(stores.door());
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void anotherPersonsCredentialDoesNotOpen() {
        move(SessionTables.CONNECTIONS, Map.of(), Map.of());

        assertBroken(() -> stores.connections().credential(EVE.key()));
    }

    @Test
    void anotherPersonsSessionDoesNotOpen() {
        Map<String, AttributeValue> session = Map.of(SessionTables.KIND, Attributes.text("session"));
        move(SessionTables.SESSIONS, session, session);

        assertBroken(() -> stores.sessions().find(EVE.key()));
    }

    @Test
    void aSessionDoesNotOpenAsTrust() {
        move(
                SessionTables.SESSIONS,
                Map.of(SessionTables.KIND, Attributes.text("session")),
                Map.of(SessionTables.KIND, Attributes.text("trust")));

        assertBroken(() -> stores.trusts().find(EVE.key()));
    }

    @Test
    void anotherPersonsResultDoesNotOpen() {
        move(AwsResults.TABLE, Map.of("id", id(ANN.question())), Map.of("id", id(EVE.question())));

        assertBroken(() -> stores.results().find(EVE.question(), Person.NOW));
    }

    @Test
    void anotherPersonsAnswerDoesNotOpen() {
        UUID job = UUID.randomUUID();
        stores.challenges().deposit(ANN.key(), job, Secret.of("password"), Person.NOW);
        Map<String, AttributeValue> answer = Map.of(SessionTables.RECORD, Attributes.text("answer/" + job));
        move(SessionTables.CHALLENGES, answer, answer);

        assertBroken(() -> stores.challenges().answer(EVE.key(), job));
        assertThat(stores.challenges().answer(EVE.key(), job)).isEmpty();
    }

    private static AttributeValue id(ResultKey question) {
        return Attributes.text(question.id());
    }

    private void move(TableShape shape, Map<String, AttributeValue> from, Map<String, AttributeValue> to) {
        String table = shape.nameIn(stores.config().prefix());
        Map<String, AttributeValue> moved = new HashMap<>(stores.dynamoDb()
                .getItem(get -> get.tableName(table).key(with(Heads.key(ANN.key()), from)))
                .item());
        moved.putAll(with(Heads.key(EVE.key()), to));
        stores.dynamoDb().putItem(put -> put.tableName(table).item(moved));
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> key, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> both = new HashMap<>(key);
        both.putAll(more);
        return both;
    }

    private static void assertBroken(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOf(SealBrokenException.class)
                .hasNoCause()
                .hasMessageContaining("acme/eve")
                .hasMessageNotContaining("password");
    }
}
