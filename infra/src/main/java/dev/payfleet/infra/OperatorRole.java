package dev.payfleet.infra;

import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What operators may do beside what on-call sees: make the branch keys, put dead letters back, and start
/// restore drills and replacements of keys. They read no record.
final class OperatorRole extends Construct {
    private final Role role;

    OperatorRole(Construct scope, Rights rights, List<Role> tasks, Role execution) {
        super(scope, "OperatorRole");
        Deployment deployment = rights.deployment();
        this.role = Role.Builder.create(this, "Role")
                .roleName(deployment.named("operator"))
                .description("Makes branch keys, redrives dead letters, starts drills and rotations")
                .assumedBy(new ArnPrincipal(deployment.people().operators()))
                .build();
        redrive(rights);
        branchKeys(rights);
        role.addToPolicy(Statements.allow(
                "StartsDrillsAndRotations",
                List.of("ecs:RunTask"),
                List.of("arn:aws:ecs:%s:%s:task-definition/%s:*"
                        .formatted(deployment.region(), deployment.account(), deployment.named("worker")))));
        role.addToPolicy(Statements.allow(
                "HandsThemTheirRoles",
                List.of("iam:PassRole"),
                Stream.concat(tasks.stream(), Stream.of(execution))
                        .map(Role::getRoleArn)
                        .toList(),
                Map.of("StringEquals", Map.of("iam:PassedToService", "ecs-tasks.amazonaws.com"))));
    }

    Role role() {
        return role;
    }

    private void redrive(Rights rights) {
        role.addToPolicy(Statements.allow(
                "CollectsDeadLetters",
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
                List.of(rights.queues().deadJobs().getQueueArn())));
        role.addToPolicy(Statements.allow(
                "LooksAtDeadLetters",
                List.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
                rights.arns(Stream.of(rights.tables().of(QueueTables.DEAD_LETTERS)))));
        role.addToPolicy(Statements.allow(
                "ReopensOutcomes",
                List.of(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem"),
                rights.arns(Stream.of(rights.tables().of(QueueTables.OUTCOMES)))));
        role.addToPolicy(Statements.allow(
                "PutsBack",
                List.of("sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
                List.of(rights.queues().jobs().getQueueArn())));
        role.addToPolicy(rights.throughService(
                "QueuesAtRest", rights.keys().storage(), "sqs", List.of("kms:Decrypt", "kms:GenerateDataKey")));
    }

    private void branchKeys(Rights rights) {
        role.addToPolicy(Statements.allow(
                "MakesBranchKeys",
                List.of(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DescribeTable",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query"),
                List.of(rights.tables().of(SessionTables.BRANCH_KEYS).table().getTableArn())));
        role.addToPolicy(rights.readThroughTables("TablesAtRest"));
        rights.seal(
                role,
                "OperatorMakesBranchKeys",
                List.of("kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"),
                rights.ofABranchKey());
    }
}
