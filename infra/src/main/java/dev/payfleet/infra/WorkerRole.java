package dev.payfleet.infra;

import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// What a worker may do. It opens credentials and branch keys, each only for what it was sealed for.
final class WorkerRole extends Construct {
    private final Role role;

    WorkerRole(Construct scope, Rights rights) {
        super(scope, "WorkerRole");
        Deployment deployment = rights.deployment();
        this.role = Role.Builder.create(this, "Role")
                .roleName(deployment.named("worker"))
                .description("Takes jobs, opens what was sealed for them, keeps what they bring")
                .assumedBy(tasksOf(deployment))
                .build();
        queues(rights);
        tables(rights);
        buckets(rights);
        references(rights);
        audit(rights);
        rights.seal(
                role, "WorkerOpensCredentials", List.of("kms:Decrypt", "kms:GenerateDataKey"), Rights.OF_A_CREDENTIAL);
        rights.sealAnswers(role, "WorkerOpensAnswers", List.of("kms:Decrypt"));
        rights.seal(role, "WorkerOpensBranchKeys", List.of("kms:Decrypt"), rights.ofABranchKey());
    }

    Role role() {
        return role;
    }

    /// Tasks of this account; another account's can't have its service ask in their name.
    static ServicePrincipal tasksOf(Deployment deployment) {
        return ServicePrincipal.Builder.create("ecs-tasks.amazonaws.com")
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", deployment.account())))
                .build();
    }

    private void queues(Rights rights) {
        role.addToPolicy(Statements.allow(
                "TakesJobs",
                List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes",
                        "sqs:GetQueueUrl"),
                List.of(rights.queues().jobs().getQueueArn())));
        role.addToPolicy(Statements.allow(
                "SendsItsOwnRefreshes",
                List.of("sqs:SendMessage"),
                List.of(rights.queues().jobs().getQueueArn())));
        role.addToPolicy(Statements.allow(
                "CountsWhatSqsSetAside",
                List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
                List.of(rights.queues().deadJobs().getQueueArn())));
        role.addToPolicy(rights.throughService(
                "QueuesAtRest", rights.keys().storage(), "sqs", List.of("kms:Decrypt", "kms:GenerateDataKey")));
    }

    private void tables(Rights rights) {
        role.addToPolicy(Statements.allow(
                "KeepsRecords",
                List.of(
                        "dynamodb:BatchGetItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:Scan",
                        "dynamodb:UpdateItem"),
                rights.arns(rights.tables().all().stream()
                        .filter(table -> !table.shape().equals(SessionTables.BRANCH_KEYS))
                        .filter(table -> !table.shape().equals(AuditTables.AUDIT)))));
        // No right to delete a record of the audit log, nor to change one by an update.
        role.addToPolicy(Statements.allow(
                "AddsToTheAuditLog",
                List.of("dynamodb:PutItem", "dynamodb:Query"),
                List.of(rights.tables().of(AuditTables.AUDIT).table().getTableArn())));
        role.addToPolicy(Statements.allow(
                "ReadsBranchKeys",
                List.of("dynamodb:GetItem", "dynamodb:Query"),
                List.of(rights.tables().of(SessionTables.BRANCH_KEYS).table().getTableArn())));
        role.addToPolicy(Statements.allow(
                "LooksWhetherTablesForget",
                List.of("dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive", "dynamodb:DescribeContinuousBackups"),
                rights.tables().all().stream()
                        .map(table -> table.table().getTableArn())
                        .toList()));
        role.addToPolicy(rights.readThroughTables("TablesAtRest"));
    }

    private void buckets(Rights rights) {
        List.of(rights.evidence(), rights.results()).forEach(kept -> {
            String id = kept.getNode().getId();
            role.addToPolicy(Statements.allow(
                    "Keeps" + id,
                    List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject"),
                    List.of(kept.bucket().arnForObjects("*"))));
            role.addToPolicy(Statements.allow(
                    "LooksWhether" + id + "Forgets",
                    List.of(
                            "s3:ListBucket",
                            "s3:GetBucketPolicy",
                            "s3:GetBucketPublicAccessBlock",
                            "s3:GetBucketVersioning",
                            "s3:GetEncryptionConfiguration",
                            "s3:GetLifecycleConfiguration"),
                    List.of(kept.bucket().getBucketArn())));
        });
        List<String> use = List.of("kms:Decrypt", "kms:GenerateDataKey");
        role.addToPolicy(rights.throughService("EvidenceAtRest", rights.keys().evidence(), "s3", use));
        role.addToPolicy(rights.throughService("ResultsAtRest", rights.keys().storage(), "s3", use));
    }

    private void references(Rights rights) {
        role.addToPolicy(Statements.allow(
                "ReadsReferences",
                List.of("secretsmanager:GetSecretValue"),
                rights.references().all().stream()
                        .map(reference -> reference.secret().getSecretArn())
                        .toList()));
        role.addToPolicy(rights.throughService(
                "ReferencesAtRest", rights.keys().storage(), "secretsmanager", List.of("kms:Decrypt")));
    }

    private void audit(Rights rights) {
        role.addToPolicy(Statements.allow(
                "WritesTheAuditLog",
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(rights.logs().audit().getLogGroupArn())));
    }
}
