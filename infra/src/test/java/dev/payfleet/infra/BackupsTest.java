package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackupsTest {
    @Test
    void each_recoverable_table_is_copied_every_day() {
        Node resources = Stacked.one("AWS::Backup::BackupSelection", "Backups").at("BackupSelection", "Resources");

        assertThat(Tables.SHAPES)
                .allSatisfy(shape -> assertThat(
                                resources.mentions("Tables" + shape.name().replace("-", "")))
                        .as(shape.name())
                        .isEqualTo(shape.recoverable()));
        assertThat(resources.items()).hasSize((int)
                Tables.SHAPES.stream().filter(shape -> shape.recoverable()).count());
    }

    @Test
    void a_copy_is_gone_after_a_week() {
        Node rule = Stacked.one("AWS::Backup::BackupPlan", "Backups")
                .at("BackupPlan", "BackupPlanRule")
                .items()
                .getFirst();

        assertThat(rule.at("Lifecycle", "DeleteAfterDays").number()).isEqualTo(7);
        assertThat(rule.at("ScheduleExpression").text()).isEqualTo("cron(0 3 * * ? *)");
    }

    @Test
    void copies_lie_under_the_storage_key() {
        assertThat(Stacked.one("AWS::Backup::BackupVault", "Backups")
                        .at("EncryptionKeyArn")
                        .mentions("KeysStorage"))
                .isTrue();
    }
}
