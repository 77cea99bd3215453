package dev.payfleet.worker.audit.aws;

import static dev.payfleet.aws.Attributes.number;
import static dev.payfleet.aws.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.LocalTables;
import dev.payfleet.aws.Patience;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.worker.audit.AuditFault;
import dev.payfleet.worker.audit.AuditFault.Kind;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.AuditTrailContract;
import dev.payfleet.worker.audit.ChainKeys;
import dev.payfleet.worker.queue.aws.LocalDeployment;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The log in a table, and somebody who may do anything with that table.
class DynamoAuditTrailTest extends AuditTrailContract {
    private static final Patience FOR_MAKING_TABLES =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final String prefix = "test-" + UUID.randomUUID();
    private AwsClients clients;
    private DynamoDbClient dynamoDb;
    private AuditTrail trail;
    private AuditTrail elsewhere;

    @BeforeEach
    void create() {
        clients = LocalDeployment.clients(
                LocalAws.shared().sqs(), LocalAws.shared().dynamoDb(), FOR_MAKING_TABLES);
        dynamoDb =
                clients.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build();
        LocalTables.create(dynamoDb, prefix, AuditTables.ALL);
        trail = DynamoAuditTrail.open(dynamoDb, prefix, ChainKeys.named("key"), clock);
        elsewhere = DynamoAuditTrail.open(dynamoDb, prefix, ChainKeys.named("key"), clock);
    }

    @AfterEach
    void drop() {
        LocalTables.drop(dynamoDb, prefix, AuditTables.ALL);
        clients.close();
    }

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected AuditTrail elsewhere() {
        return elsewhere;
    }

    @Test
    void each_process_has_a_chain_and_the_register_names_them() {
        append(2);
        elsewhere.append(event(3));

        assertThat(verified().chains()).isEqualTo(3);
        assertThat(verified().records()).isEqualTo(5);
        assertThat(chains()).hasSize(3).contains("register");
    }

    @Test
    void an_altered_record_is_found() {
        append(4);
        Map<String, AttributeValue> item = new HashMap<>(item(own(), 2));
        item.put("event", text("{\"event\":\"made up\"}"));
        put(item);

        assertThat(verified().faults()).containsExactly(new AuditFault(own(), 2, 2, Kind.ALTERED));
    }

    @Test
    void removed_records_are_found_wherever_they_were() {
        append(6);
        delete(own(), 1);
        delete(own(), 3);
        delete(own(), 6);

        assertThat(verified().faults())
                .containsExactly(
                        new AuditFault(own(), 1, 1, Kind.REMOVED),
                        new AuditFault(own(), 3, 3, Kind.REMOVED),
                        new AuditFault(own(), 6, 6, Kind.REMOVED));
    }

    @Test
    void two_records_that_were_exchanged_are_found() {
        append(4);
        Map<String, AttributeValue> two = new HashMap<>(item(own(), 2));
        Map<String, AttributeValue> three = new HashMap<>(item(own(), 3));
        two.put("seq", number(3));
        three.put("seq", number(2));
        put(two);
        put(three);

        assertThat(verified().faults())
                .containsExactly(
                        new AuditFault(own(), 2, 2, Kind.OUT_OF_ORDER), new AuditFault(own(), 3, 3, Kind.OUT_OF_ORDER));
    }

    @Test
    void a_record_that_was_added_at_the_end_is_found() {
        append(2);
        Map<String, AttributeValue> forged = new HashMap<>(item(own(), 2));
        forged.put("seq", number(3));
        forged.put("event", text("{}"));
        put(forged);

        assertThat(verified().faults()).containsExactly(new AuditFault(own(), 3, 3, Kind.ADDED));
    }

    @Test
    void an_earlier_head_is_found() {
        append(2);
        Map<String, AttributeValue> head = item(own(), AuditItem.HEAD);
        append(2);
        put(head);

        assertThat(verified().faults()).containsExactly(new AuditFault(own(), 2, 2, Kind.HEAD_OUTDATED));
    }

    @Test
    void a_chain_that_was_removed_as_a_whole_is_found() {
        append(2);
        String own = own();
        delete(own, 0);
        delete(own, 1);
        delete(own, 2);

        assertThat(verified().faults()).containsExactly(new AuditFault(own, 0, 0, Kind.HEAD_REMOVED));
    }

    @Test
    void a_chain_that_is_struck_from_the_register_is_found() {
        append(2);
        delete("register", 1);

        assertThat(verified().faults()).containsExactly(new AuditFault("register", 1, 1, Kind.REMOVED));
    }

    @Test
    void what_the_table_forgot_after_400_days_is_not_missed_in_whatever_order_it_went() {
        append(4);
        clock.pass(AuditTrail.LIFE.plus(Duration.ofDays(1)));
        append(2);
        delete(own(), 1);
        delete(own(), 3);

        assertThat(verified().faults()).isEmpty();

        delete(own(), 5);
        assertThat(verified().faults()).containsExactly(new AuditFault(own(), 5, 5, Kind.REMOVED));
    }

    @Test
    void every_item_says_when_the_table_may_forget_it() {
        append(2);

        assertThat(items())
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.get("expires").n())
                        .isEqualTo(Long.toString(
                                clock.instant().plus(AuditTrail.LIFE).getEpochSecond())));
    }

    private String own() {
        return chains().stream()
                .filter(chain -> !chain.equals("register"))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> chains() {
        Set<String> chains = new HashSet<>();
        items().forEach(item -> chains.add(item.get("chain").s()));
        return chains;
    }

    private List<Map<String, AttributeValue>> items() {
        return dynamoDb.scan(scan -> scan.tableName(table())).items();
    }

    private Map<String, AttributeValue> item(String chain, long seq) {
        return dynamoDb.getItem(get -> get.tableName(table()).key(key(chain, seq)))
                .item();
    }

    private void put(Map<String, AttributeValue> item) {
        dynamoDb.putItem(put -> put.tableName(table()).item(item));
    }

    private void delete(String chain, long seq) {
        dynamoDb.deleteItem(delete -> delete.tableName(table()).key(key(chain, seq)));
    }

    private static Map<String, AttributeValue> key(String chain, long seq) {
        return Map.of("chain", text(chain), "seq", number(seq));
    }

    private String table() {
        return AuditTables.AUDIT.nameIn(prefix);
    }
}
