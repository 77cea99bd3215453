package dev.payfleet.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// A copy of each recoverable table once a day, apart from the table: it is still there when the table is not.
/// Setting a table back to any second of the last days is DynamoDB's own, see [Tables]. The copies are sealed as
/// the records are.
final class Backups extends Construct {
    Backups(Construct scope, Deployment deployment, Tables tables, Key key) {
        super(scope, "Backups");
        BackupVault vault = BackupVault.Builder.create(this, "Vault")
                .backupVaultName(deployment.name())
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        BackupPlan plan = BackupPlan.Builder.create(this, "Plan")
                .backupPlanName(deployment.name())
                .backupVault(vault)
                .backupPlanRules(List.of(BackupPlanRule.Builder.create()
                        .ruleName("daily")
                        .scheduleExpression(Schedule.cron(
                                CronOptions.builder().hour("3").minute("0").build()))
                        .startWindow(Duration.hours(1))
                        .completionWindow(Duration.hours(4))
                        .deleteAfter(Life.COPIES.cdk())
                        .build()))
                .build();
        plan.addSelection(
                "Tables",
                BackupSelectionOptions.builder()
                        .backupSelectionName(deployment.named("tables"))
                        .allowRestores(true)
                        .resources(tables.all().stream()
                                .filter(table -> table.shape().recoverable())
                                .map(table -> BackupResource.fromDynamoDbTable(table.table()))
                                .toList())
                        .build());
    }
}
