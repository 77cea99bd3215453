package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.TableIndex;
import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import dev.payfleet.infra.Stacked.Resource;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import dev.payfleet.worker.grant.aws.GrantTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {
    static List<TableShape> shapes() {
        return Stream.of(SessionTables.ALL, QueueTables.ALL, AuditTables.ALL, GrantTables.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void there_is_a_table_for_each_description_and_no_other() {
        assertThat(Stacked.all("AWS::DynamoDB::Table").stream()
                        .map(table -> table.at("TableName").text()))
                .containsExactlyInAnyOrderElementsOf(
                        shapes().stream().map(shape -> shape.nameIn("payfleet")).toList());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_table_has_the_keys_that_the_stores_rely_on(TableShape shape) {
        assertThat(keys(made(shape).at("KeySchema"))).isEqualTo(names(shape.partition(), shape.sort()));
        assertThat(made(shape).at("GlobalSecondaryIndexes").items().stream().map(index -> keys(index.at("KeySchema"))))
                .containsExactlyInAnyOrderElementsOf(shape.indexes().stream()
                        .map(index -> names(index.partition(), index.sort()))
                        .toList());
        assertThat(made(shape).at("GlobalSecondaryIndexes").items().stream()
                        .map(index -> index.at("IndexName").text()))
                .containsExactlyInAnyOrderElementsOf(
                        shape.indexes().stream().map(TableIndex::name).toList());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_table_forgets_by_itself_where_its_description_says_so(TableShape shape) {
        Node timeToLive = made(shape).at("TimeToLiveSpecification");

        assertThat(timeToLive.isThere()).isEqualTo(shape.timeToLive().isPresent());
        shape.timeToLive().ifPresent(attribute -> {
            assertThat(timeToLive.at("AttributeName").text()).isEqualTo(attribute);
            assertThat(timeToLive.at("Enabled").flag()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_table_can_be_set_back_for_a_week_unless_that_would_keep_what_must_be_gone(TableShape shape) {
        Node recovery = made(shape).at("PointInTimeRecoverySpecification");

        assertThat(recovery.at("PointInTimeRecoveryEnabled").flag()).isEqualTo(shape.recoverable());
        if (shape.recoverable()) {
            assertThat(recovery.at("RecoveryPeriodInDays").number()).isEqualTo(Life.COPIES.days());
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_table_lies_under_the_storage_key_and_is_not_deleted_by_mistake(TableShape shape) {
        Resource made = made(shape);

        assertThat(made.at("SSESpecification", "SSEEnabled").flag()).isTrue();
        assertThat(made.at("SSESpecification", "SSEType").text()).isEqualTo("KMS");
        assertThat(made.at("SSESpecification", "KMSMasterKeyId").mentions("KeysStorage"))
                .isTrue();
        assertThat(made.at("DeletionProtectionEnabled").flag()).isTrue();
        assertThat(made.whole().at("DeletionPolicy").text()).isEqualTo("Retain");
    }

    private static List<String> keys(Node schema) {
        return schema.items().stream()
                .map(key -> key.at("AttributeName").text())
                .toList();
    }

    private static List<String> names(TableKey partition, Optional<TableKey> sort) {
        return Stream.concat(Stream.of(partition), sort.stream())
                .map(TableKey::name)
                .toList();
    }

    private static Resource made(TableShape shape) {
        return Stacked.all("AWS::DynamoDB::Table").stream()
                .filter(table -> table.at("TableName").text().equals(shape.nameIn("payfleet")))
                .findFirst()
                .orElseThrow();
    }
}
