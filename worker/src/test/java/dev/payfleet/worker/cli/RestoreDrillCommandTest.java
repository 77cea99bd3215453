package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.awslocal.wire.Answer;
import dev.payfleet.awslocal.wire.Fault;
import dev.payfleet.awslocal.wire.WireRequest;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.drill.aws.RestorableDeployment;
import dev.payfleet.worker.drill.aws.RestorableDeployment.Loss;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The drill against DynamoDB and KMS of this machine, with records that are sealed as everywhere else.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class RestoreDrillCommandTest {
    private static final int PEOPLE = 20;
    private static final List<String> RECOVERABLE = List.of(
            "connections",
            "sessions",
            "attempts",
            "departures",
            "branch-keys",
            "outcomes",
            "outcome-log",
            "dead-letters",
            "audit",
            "used-grants");

    private static RestorableDeployment deployment;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeAll
    static void connectPeople() {
        deployment = new RestorableDeployment().with(PEOPLE);
    }

    @AfterAll
    static void close() {
        deployment.close();
    }

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        deployment.settings().forEach(shell::with);
        deployment.lose(Loss.NOTHING);
        deployment.wire().forget();
    }

    @AfterEach
    void nothing_is_left_behind() {
        assertThat(deployment.scratchTables()).isEmpty();
    }

    @Test
    void all_that_is_recoverable_comes_back_and_opens() {
        Ran ran = shell.run("restore-drill");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(deployment.prefix() + "-sessions: restored\n", "-sessions: scratch table deleted\n")
                .contains("lag (RPO)", "time (RTO)", "40 of 40", "What is backed up comes back, and opens.\n")
                .containsPattern("│ all +│ 4 min.* │ +46 │ +46 │");
        assertThat(shell.logs()).containsExactly("logs/commands.jsonl");
    }

    @Test
    void each_table_is_restored_to_a_name_of_the_drills_at_the_latest_point_and_under_the_storage_key() {
        shell.run("restore-drill");

        List<JsonNode> asked = deployment.wire().seen("RestoreTableToPointInTime").stream()
                .map(WireRequest::text)
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(asked)
                .extracting(request -> request.get("SourceTableName").stringValue() + " "
                        + request.get("TargetTableName").stringValue())
                .containsExactlyInAnyOrderElementsOf(RECOVERABLE.stream()
                        .map(table -> "%1$s-%2$s %1$s-drill-%2$s".formatted(deployment.prefix(), table))
                        .toList());
        assertThat(asked).allSatisfy(request -> {
            JsonNode encryption = request.get("SSESpecificationOverride");
            assertThat(encryption.get("Enabled").booleanValue()).isTrue();
            assertThat(encryption.get("SSEType").stringValue()).isEqualTo("KMS");
            assertThat(encryption.get("KMSMasterKeyId").stringValue()).isEqualTo(deployment.storageKey());
            assertThat(request.get("RestoreDateTime").longValue())
                    .isEqualTo(deployment.latest().getEpochSecond());
        });
    }

    @Test
    void a_tenth_of_the_items_that_does_not_come_back_fails_it() {
        deployment.lose((table, items) -> items.subList(table.equals("sessions") ? PEOPLE / 10 : 0, items.size()));

        Ran ran = shell.run("restore-drill");

        assertThat(ran.code()).isOne();
        assertThat(ran.out())
                .contains(deployment.prefix()
                        + "-sessions: 18 items came back, 20 are in use, expected at most one in 100 to differ\n")
                .doesNotContain("What is backed up comes back");
    }

    @Test
    void a_credential_that_does_not_open_fails_it() {
        deployment.lose(RestorableDeployment.damageIn(SessionTables.CONNECTIONS));

        Ran ran = shell.run("restore-drill");

        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("39 of 40", "sealed records: 1 of 40 do not open\n");
    }

    @Test
    void a_session_that_does_not_open_fails_it() {
        deployment.lose(RestorableDeployment.damageIn(SessionTables.SESSIONS));

        Ran ran = shell.run("restore-drill");

        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("39 of 40", "sealed records: 1 of 40 do not open\n");
    }

    @Test
    void branch_keys_that_do_not_come_back_open_no_session() {
        deployment.lose((table, items) -> table.equals("branch-keys") ? List.of() : items);

        Ran ran = shell.run("restore-drill");

        assertThat(ran.code()).isEqualTo(ExitCode.STORE.code());
        assertThat(ran.err())
                .hasLineCount(1)
                .contains("the branch key `sessions` in " + deployment.prefix() + "-drill-branch-keys");
    }

    @Test
    void a_restore_that_is_refused_midway_leaves_nothing_behind() {
        deployment
                .wire()
                .next(
                        request -> request.operation().equals("RestoreTableToPointInTime")
                                && request.text().contains("-outcome-log"),
                        Fault.answered(new Answer(
                                400,
                                "application/x-amz-json-1.0",
                                "{\"__type\": \"com.amazonaws.dynamodb.v20120810#AccessDeniedException\"}")));

        Ran ran = shell.run("restore-drill");

        assertThat(ran.code()).isEqualTo(ExitCode.STORE.code());
        assertThat(ran.err())
                .hasLineCount(1)
                .contains("DynamoDB RestoreTableToPointInTime is refused", "AccessDeniedException");
        assertThat(deployment.wire().reached("DeleteTable")).isNotEmpty();
    }

    @Test
    void what_a_killed_drill_left_is_deleted_first() {
        deployment.leaveBehind(SessionTables.SESSIONS);

        assertThat(shell.run("restore-drill").code()).isZero();
    }

    @Test
    void does_no_more_than_its_role_may_and_deletes_scratch_tables_alone() {
        shell.run("restore-drill");

        assertThat(deployment.wire().seen())
                .extracting(WireRequest::operation)
                .isSubsetOf(
                        "DescribeContinuousBackups",
                        "DescribeTable",
                        "GetItem",
                        "Query",
                        "RestoreTableToPointInTime",
                        "Scan",
                        "DeleteTable");
        assertThat(deployment.wire().seen("DeleteTable"))
                .hasSize(RECOVERABLE.size())
                .allSatisfy(request -> assertThat(request.text()).contains("\"" + deployment.prefix() + "-drill-"));
    }

    @Test
    void a_log_on_the_standard_output_has_it_for_itself() {
        Ran ran = shell.run("restore-drill", "--log", "-");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(shell.logs()).containsExactly("-");
    }

    @Test
    void the_embedded_engine_has_nothing_to_restore() {
        Ran ran = new Shell(folder).run("restore-drill");

        assertThat(ran.code()).isEqualTo(ExitCode.SETUP.code());
        assertThat(ran.err())
                .isEqualTo("payfleet: the embedded engine has no deployment to look after; set PAYFLEET_ENGINE=aws and"
                        + " where the deployment lies\n");
    }
}
