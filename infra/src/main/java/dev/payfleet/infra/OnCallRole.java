package dev.payfleet.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What on-call engineers may see: redrawn pages, scrubbed logs, metrics and the depths of queues. Credentials,
/// sessions, results and the key that seals them are refused in so many words, so that a right granted elsewhere
/// does not reach them either.
final class OnCallRole extends Construct {
    private final Role role;

    OnCallRole(Construct scope, Rights rights) {
        super(scope, "OnCallRole");
        this.role = Role.Builder.create(this, "Role")
                .roleName(rights.deployment().named("on-call"))
                .description("Reads evidence, logs and metrics; never credentials")
                .assumedBy(new ArnPrincipal(rights.deployment().people().onCall()))
                .build();
        evidence(rights);
        signs(rights);
        refusals(rights);
    }

    Role role() {
        return role;
    }

    private void evidence(Rights rights) {
        role.addToPolicy(Statements.allow(
                "ReadsEvidence",
                List.of("s3:GetObject"),
                List.of(rights.evidence().bucket().arnForObjects("*"))));
        role.addToPolicy(Statements.allow(
                "ListsEvidence",
                List.of("s3:ListBucket"),
                List.of(rights.evidence().bucket().getBucketArn())));
        role.addToPolicy(
                rights.throughService("EvidenceAtRest", rights.keys().evidence(), "s3", List.of("kms:Decrypt")));
    }

    private void signs(Rights rights) {
        role.addToPolicy(Statements.allow(
                "ReadsLogs",
                List.of("logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery", "logs:DescribeLogStreams"),
                List.of(
                        rights.logs().worker().getLogGroupArn(),
                        rights.logs().network().getLogGroupArn(),
                        rights.logs().audit().getLogGroupArn())));
        role.addToPolicy(
                Statements.allow("ReadsQueries", List.of("logs:GetQueryResults", "logs:StopQuery"), List.of("*")));
        role.addToPolicy(Statements.allow(
                "ReadsMetrics",
                List.of(
                        "cloudwatch:DescribeAlarms",
                        "cloudwatch:GetDashboard",
                        "cloudwatch:GetMetricData",
                        "cloudwatch:ListMetrics"),
                List.of("*")));
        role.addToPolicy(Statements.allow(
                "ReadsDepths",
                List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
                List.of(
                        rights.queues().jobs().getQueueArn(),
                        rights.queues().deadJobs().getQueueArn())));
    }

    private void refusals(Rights rights) {
        role.addToPolicy(
                Statements.deny("NeverRecords", List.of("dynamodb:*"), rights.arns(rights.tables().all().stream())));
        role.addToPolicy(Statements.deny(
                "NeverTheKeysOfRecords",
                List.of("kms:*"),
                List.of(
                        rights.keys().sealing().getKeyArn(),
                        rights.keys().storage().getKeyArn())));
        role.addToPolicy(Statements.deny(
                "NeverReferences",
                List.of("secretsmanager:GetSecretValue"),
                rights.references().all().stream()
                        .map(reference -> reference.secret().getSecretArn())
                        .toList()));
        role.addToPolicy(Statements.deny(
                "NeverLargeResults",
                List.of("s3:*"),
                List.of(
                        rights.results().bucket().getBucketArn(),
                        rights.results().bucket().arnForObjects("*"))));
    }
}
