package dev.payfleet.infra;

import dev.payfleet.worker.drill.aws.DynamoRecovery;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What a restore drill may do: bring tables back as they were under names of their own, look whether what is in
/// them still opens, and delete them again. It can't write to a table in use.
final class DrillRole extends Construct {
    private final Role role;

    DrillRole(Construct scope, Rights rights) {
        super(scope, "DrillRole");
        Deployment deployment = rights.deployment();
        this.role = Role.Builder.create(this, "Role")
                .roleName(deployment.named("drill"))
                .description("Restores tables under other names, opens samples, deletes them")
                .assumedBy(WorkerRole.tasksOf(deployment))
                .build();
        String scratch = "arn:aws:dynamodb:%s:%s:table/%s"
                .formatted(deployment.region(), deployment.account(), deployment.named(DynamoRecovery.SCRATCH) + "-*");
        List<String> recoverable = rights.arns(
                rights.tables().all().stream().filter(table -> table.shape().recoverable()));
        role.addToPolicy(Statements.allow(
                "ReadsAndRestores",
                List.of(
                        "dynamodb:DescribeContinuousBackups",
                        "dynamodb:DescribeTable",
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                        "dynamodb:RestoreTableToPointInTime",
                        "dynamodb:Scan"),
                recoverable));
        role.addToPolicy(Statements.allow(
                "UsesScratchTables",
                List.of(
                        "dynamodb:BatchWriteItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:DeleteTable",
                        "dynamodb:DescribeTable",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:RestoreTableToPointInTime",
                        "dynamodb:Scan",
                        "dynamodb:UpdateItem"),
                List.of(scratch)));
        role.addToPolicy(rights.throughService(
                "TablesAtRest",
                rights.keys().storage(),
                "dynamodb",
                List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey")));
        role.addToPolicy(Statements.allow(
                "LetsTheTableUseTheKey",
                List.of("kms:CreateGrant"),
                List.of(rights.keys().storage().getKeyArn()),
                Map.of("Bool", Map.of("kms:GrantIsForAWSResource", true))));
        rights.seal(role, "DrillOpensCredentials", List.of("kms:Decrypt"), Rights.OF_A_CREDENTIAL);
        rights.seal(role, "DrillOpensBranchKeys", List.of("kms:Decrypt"), rights.ofABranchKey());
    }

    Role role() {
        return role;
    }
}
