package dev.payfleet.infra;

import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.aws.SessionTables;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What a replacement of keys may do: make versions of branch keys, open what is sealed and put it back sealed
/// anew. It deletes no record and reaches no queue.
final class RotationRole extends Construct {
    private final Role role;

    RotationRole(Construct scope, Rights rights) {
        super(scope, "RotationRole");
        Deployment deployment = rights.deployment();
        this.role = Role.Builder.create(this, "Role")
                .roleName(deployment.named("rotation"))
                .description("Makes versions of branch keys, seals records anew under them")
                .assumedBy(WorkerRole.tasksOf(deployment))
                .build();
        tables(rights);
        largeRecords(rights);
        rights.seal(
                role,
                "RotationMovesCredentials",
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                Rights.OF_A_CREDENTIAL);
        rights.seal(
                role,
                "RotationMakesBranchKeys",
                List.of("kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"),
                rights.ofABranchKey());
    }

    Role role() {
        return role;
    }

    private void tables(Rights rights) {
        role.addToPolicy(Statements.allow(
                "SealsAnew",
                List.of("dynamodb:Scan", "dynamodb:UpdateItem"),
                rights.arns(Stream.of(SessionTables.CONNECTIONS, SessionTables.SESSIONS, AwsResults.TABLE)
                        .map(rights.tables()::of))));
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
    }

    private void largeRecords(Rights rights) {
        role.addToPolicy(Statements.allow(
                "SealsLargeOnesAnew",
                List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject"),
                List.of(rights.results().bucket().arnForObjects("*"))));
        role.addToPolicy(rights.throughService(
                "ResultsAtRest", rights.keys().storage(), "s3", List.of("kms:Decrypt", "kms:GenerateDataKey")));
    }
}
