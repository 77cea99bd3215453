package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
    private static final String WORKER = "WorkerRole";
    private static final String SENDER = "UpstreamRolesSender";
    private static final String READER = "UpstreamRolesReader";
    private static final String ON_CALL = "OnCallRole";
    private static final String OPERATOR = "OperatorRole";
    private static final String SEALING = "KeysSealing";
    private static final String CREDENTIALS = "Tablesconnections";
    private static final String AUDIT = "Tablesaudit";
    private static final String SESSIONS = "Tablessessions";

    @Test
    void the_upstream_seals_credentials_and_answers_and_can_open_none() {
        assertThat(allowed(SENDER, "kms:GenerateDataKey", SEALING))
                .extracting(sentence -> sentence.condition("StringEquals", "kms:EncryptionContext:purpose")
                        + sentence.condition("StringLike", "kms:EncryptionContext:purpose"))
                .containsExactlyInAnyOrder("credential", "answer/*");
        assertThat(allowed(SENDER, "kms:Decrypt", SEALING))
                .as("of the branch key the part for keyed hashes alone")
                .singleElement()
                .satisfies(sentence -> {
                    assertThat(sentence.condition("StringEquals", "kms:EncryptionContext:type"))
                            .isEqualTo("beacon:ACTIVE");
                    assertThat(sentence.condition("StringEquals", "kms:EncryptionContext:tablename"))
                            .isEqualTo("payfleet-branch-keys");
                });
    }

    @Test
    void the_upstream_enqueues_and_takes_nothing_off_the_queue() {
        assertThat(allowed(SENDER, "sqs:SendMessage", "QueuesJobs")).isNotEmpty();
        assertThat(Stream.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:PurgeQueue")
                        .flatMap(action -> allowed(SENDER, action, "Queues").stream()))
                .isEmpty();
    }

    @Test
    void the_upstream_deletes_and_scans_nothing() {
        assertThat(Stream.of("dynamodb:DeleteItem", "dynamodb:Scan", "dynamodb:PutItem")
                        .flatMap(action ->
                                Stream.of(SENDER, READER).flatMap(role -> allowed(role, action, "").stream())))
                .isEmpty();
    }

    @Test
    void the_reader_of_results_meets_no_credential_and_no_session() {
        assertThat(Sentence.about(READER))
                .noneMatch(sentence -> sentence.isAbout(CREDENTIALS) || sentence.isAbout(SESSIONS));
        assertThat(allowed(READER, "kms:Decrypt", SEALING))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.condition("StringEquals", "kms:EncryptionContext:tablename"))
                        .isEqualTo("payfleet-branch-keys"));
    }

    @Test
    void the_worker_opens_only_credentials_answers_and_what_its_own_table_of_keys_opens() {
        assertThat(allowed(WORKER, "kms:Decrypt", SEALING))
                .extracting(sentence -> sentence.condition("StringEquals", "kms:EncryptionContext:purpose")
                        + sentence.condition("StringLike", "kms:EncryptionContext:purpose")
                        + sentence.condition("StringEquals", "kms:EncryptionContext:tablename"))
                .containsExactlyInAnyOrder("credential", "answer/*", "payfleet-branch-keys");
    }

    @Test
    void the_worker_makes_no_keys_and_changes_no_rule_that_it_is_checked_by() {
        assertThat(Stream.of(
                                "kms:GenerateDataKeyWithoutPlaintext",
                                "kms:PutKeyPolicy",
                                "kms:ScheduleKeyDeletion",
                                "s3:PutLifecycleConfiguration",
                                "s3:PutBucketPublicAccessBlock",
                                "s3:PutBucketPolicy",
                                "dynamodb:UpdateTimeToLive",
                                "dynamodb:DeleteTable",
                                "sqs:SetQueueAttributes")
                        .flatMap(action -> allowed(WORKER, action, "").stream()))
                .isEmpty();
        assertThat(Stream.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .flatMap(action -> allowed(WORKER, action, "Tablesbranchkeys").stream()))
                .isEmpty();
    }

    @Test
    void the_worker_sends_refreshes_to_the_queue_of_jobs_alone() {
        assertThat(allowed(WORKER, "sqs:SendMessage", ""))
                .singleElement()
                .satisfies(
                        sentence -> assertThat(sentence.isAbout("QueuesJobs")).isTrue());
    }

    @Test
    void the_worker_adds_to_the_audit_log_and_nobody_deletes_from_it() {
        assertThat(Stream.of("dynamodb:PutItem", "dynamodb:Query"))
                .allSatisfy(action -> assertThat(allowed(WORKER, action, AUDIT)).isNotEmpty());
        assertThat(Stream.of(
                                "dynamodb:DeleteItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:BatchWriteItem",
                                "dynamodb:DeleteTable",
                                "dynamodb:UpdateTimeToLive")
                        .flatMap(action -> Stream.of(WORKER, SENDER, READER, ON_CALL, OPERATOR)
                                .flatMap(role -> allowed(role, action, AUDIT).stream())))
                .isEmpty();
    }

    @Test
    void on_call_reads_evidence() {
        assertThat(allowed(ON_CALL, "s3:GetObject", "EvidenceBucket")).isNotEmpty();
        assertThat(allowed(ON_CALL, "kms:Decrypt", "KeysEvidence"))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence.condition("StringEquals", "kms:ViaService"))
                        .isEqualTo("s3.eu-west-1.amazonaws.com"));
    }

    @Test
    void on_call_opens_with_no_other_key() {
        assertThat(Sentence.about(ON_CALL).stream()
                        .filter(sentence -> sentence.allows("kms:Decrypt"))
                        .filter(sentence -> !sentence.isAbout("KeysEvidence")))
                .isEmpty();
        assertThat(Stream.of(SEALING, "KeysStorage"))
                .allSatisfy(key -> assertThat(Sentence.about(ON_CALL))
                        .anyMatch(sentence -> sentence.denies("kms:Decrypt") && sentence.isAbout(key)));
    }

    @Test
    void on_call_never_reads_a_record_whatever_else_allows_it() {
        for (Stacked.Resource table : Stacked.all("AWS::DynamoDB::Table")) {
            assertThat(Sentence.about(ON_CALL))
                    .as(table.id())
                    .anyMatch(sentence -> sentence.denies("dynamodb:GetItem") && sentence.isAbout(table.id()));
        }
        assertThat(Sentence.about(ON_CALL)).noneMatch(sentence -> sentence.allows("dynamodb:GetItem"));
        assertThat(Sentence.about(ON_CALL))
                .anyMatch(sentence -> sentence.denies("s3:GetObject") && sentence.isAbout("ResultsBucket"))
                .anyMatch(sentence -> sentence.denies("secretsmanager:GetSecretValue"));
    }

    @Test
    void operators_make_branch_keys_and_read_no_credential() {
        assertThat(allowed(OPERATOR, "kms:GenerateDataKeyWithoutPlaintext", SEALING))
                .isNotEmpty();
        assertThat(allowed(OPERATOR, "kms:Decrypt", SEALING)).isEmpty();
        assertThat(Sentence.about(OPERATOR))
                .noneMatch(sentence -> sentence.isAbout(CREDENTIALS) || sentence.isAbout(SESSIONS));
    }

    @Test
    void a_drill_writes_to_scratch_tables_alone() {
        for (String action : List.of("dynamodb:PutItem", "dynamodb:DeleteTable", "dynamodb:BatchWriteItem")) {
            assertThat(allowed("DrillRole", action, ""))
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(
                                    sentence.statement().at("Resource").texts())
                            .containsExactly("arn:aws:dynamodb:eu-west-1:111122223333:table/payfleet-drill-*"));
        }
    }

    @Test
    void a_rotation_deletes_no_record_and_reaches_no_queue() {
        assertThat(allowed("RotationRole", "dynamodb:UpdateItem", SESSIONS)).isNotEmpty();
        assertThat(allowed("RotationRole", "dynamodb:DeleteItem", "")).isEmpty();
        assertThat(Sentence.about("RotationRole")).noneMatch(sentence -> sentence.isAbout("Queues"));
        assertThat(allowed("RotationRole", "kms:Decrypt", SEALING))
                .extracting(sentence -> sentence.condition("StringEquals", "kms:EncryptionContext:purpose")
                        + sentence.condition("StringEquals", "kms:EncryptionContext:tablename"))
                .containsExactlyInAnyOrder("credential", "payfleet-branch-keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKER, SENDER, READER, ON_CALL, OPERATOR, "DrillRole", "RotationRole", "ExecutionRole"})
    void nobody_may_do_everything(String role) {
        assertThat(Sentence.about(role).stream()
                        .filter(sentence ->
                                sentence.statement().at("Effect").text().equals("Allow"))
                        .flatMap(sentence -> sentence.statement().at("Action").texts().stream()))
                .isNotEmpty()
                .noneMatch(action -> action.equals("*") || action.endsWith(":*"));
    }

    @Test
    void a_key_at_rest_is_used_by_way_of_a_service_alone() {
        assertThat(Stream.of(WORKER, SENDER, READER, ON_CALL, OPERATOR)
                        .flatMap(role -> Sentence.about(role).stream())
                        .filter(sentence -> sentence.allows("kms:Decrypt"))
                        .filter(sentence -> !sentence.isAbout(SEALING)))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.condition("StringEquals", "kms:ViaService"))
                        .isNotEmpty());
    }

    /// The sentences that allow a role an action on what has this id; an empty id is anything.
    private static List<Sentence> allowed(String role, String action, String id) {
        return Sentence.about(role).stream()
                .filter(sentence -> sentence.allows(action))
                .filter(sentence -> id.isEmpty() || sentence.isAbout(id))
                .toList();
    }
}
