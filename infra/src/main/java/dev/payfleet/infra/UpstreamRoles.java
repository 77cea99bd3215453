package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What the upstream API may do, as two roles. The one that people's credentials pass through seals them and enqueues
/// jobs, and can open nothing, what it sealed itself included. The other hands out results and never meets a
/// credential:
/// it opens branch keys, under which results are sealed, and reads the tables of results and outcomes alone.
final class UpstreamRoles extends Construct {
    private final Role sender;
    private final Role reader;

    UpstreamRoles(Construct scope, Rights rights) {
        super(scope, "UpstreamRoles");
        this.sender = role(rights, "Sender", "upstream", "Seals credentials and enqueues jobs; opens nothing");
        this.reader = role(rights, "Reader", "upstream-reader", "Reads outcomes and results; meets no credential");
        send(rights);
        read(rights);
        rights.seal(
                sender,
                "UpstreamSealsCredentials",
                List.of("kms:GenerateDataKey", "kms:Encrypt"),
                Rights.OF_A_CREDENTIAL);
        rights.seal(reader, "ReaderOpensBranchKeys", List.of("kms:Decrypt"), rights.ofABranchKey());
    }

    Role sender() {
        return sender;
    }

    Role reader() {
        return reader;
    }

    private Role role(Rights rights, String id, String name, String description) {
        return Role.Builder.create(this, id)
                .roleName(rights.deployment().named(name))
                .description(description)
                .assumedBy(new ArnPrincipal(rights.deployment().people().upstream()))
                .build();
    }

    private void send(Rights rights) {
        sender.addToPolicy(Statements.allow(
                "Enqueues",
                List.of("sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
                List.of(rights.queues().jobs().getQueueArn())));
        sender.addToPolicy(rights.throughService(
                "QueueAtRest", rights.keys().storage(), "sqs", List.of("kms:Decrypt", "kms:GenerateDataKey")));
        // A sealed credential is left in its connection; what was there before is not given back.
        sender.addToPolicy(Statements.allow(
                "LeavesSealedCredentials",
                List.of("dynamodb:UpdateItem"),
                List.of(rights.tables().of(TableShapes.CONNECTIONS).table().getTableArn()),
                Map.of("StringEqualsIfExists", Map.of("dynamodb:ReturnValues", List.of("NONE", "UPDATED_NEW")))));
        sender.addToPolicy(Statements.allow(
                "ReadsOutcomes",
                List.of("dynamodb:GetItem", "dynamodb:Query"),
                rights.arns(Stream.of(rights.tables().of(TableShapes.OUTCOMES)))));
        sender.addToPolicy(rights.readThroughTables("TablesAtRest"));
    }

    private void read(Rights rights) {
        reader.addToPolicy(Statements.allow(
                "ReadsOutcomesAndResults",
                List.of("dynamodb:GetItem", "dynamodb:Query"),
                rights.arns(Stream.of(TableShapes.OUTCOMES, TableShapes.RESULTS, TableShapes.BRANCH_KEYS)
                        .map(rights.tables()::of))));
        reader.addToPolicy(rights.readThroughTables("TablesAtRest"));
        reader.addToPolicy(Statements.allow(
                "ReadsLargeResults",
                List.of("s3:GetObject"),
                List.of(rights.results().bucket().arnForObjects("*"))));
        reader.addToPolicy(
                rights.throughService("LargeResultsAtRest", rights.keys().storage(), "s3", List.of("kms:Decrypt")));
    }
}
