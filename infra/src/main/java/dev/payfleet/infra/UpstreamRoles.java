package dev.payfleet.infra;

import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What the upstream API may do, as two roles. The one that people's credentials and answers pass through seals them
/// and enqueues jobs, and can open nothing, what it sealed itself included. The other hands out results and never meets
/// a credential: it opens branch keys, under which results are sealed, and reads the tables of results and outcomes
/// alone.
final class UpstreamRoles extends Construct {
    private static final List<String> READ = List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");

    private final Role sender;
    private final Role reader;

    UpstreamRoles(Construct scope, Rights rights) {
        super(scope, "UpstreamRoles");
        this.sender = role(rights, "Sender", "upstream", "Seals credentials and answers, enqueues jobs; opens nothing");
        this.reader = role(rights, "Reader", "upstream-reader", "Reads outcomes and results; meets no credential");
        send(rights);
        read(rights);
        rights.seal(
                sender,
                "UpstreamSealsCredentials",
                List.of("kms:GenerateDataKey", "kms:Encrypt"),
                Rights.OF_A_CREDENTIAL);
        rights.sealAnswers(sender, "UpstreamSealsAnswers", List.of("kms:GenerateDataKey", "kms:Encrypt"));
        rights.seal(sender, "UpstreamHashes", List.of("kms:Decrypt"), rights.ofTheHashingKey());
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
        sender.addToPolicy(Statements.allow(
                "LeavesSealedCredentials",
                List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
                rights.arns(Stream.of(rights.tables().of(SessionTables.CONNECTIONS)))));
        sender.addToPolicy(Statements.allow(
                "LeavesSealedAnswers",
                List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
                rights.arns(Stream.of(rights.tables().of(SessionTables.CHALLENGES)))));
        sender.addToPolicy(Statements.allow(
                "LooksWhetherPeopleAreConnected",
                List.of("dynamodb:ConditionCheckItem"),
                rights.arns(Stream.of(rights.tables().of(SessionTables.CONNECTIONS)))));
        sender.addToPolicy(Statements.allow(
                "ReadsTheHashingKey",
                List.of("dynamodb:GetItem"),
                rights.arns(Stream.of(rights.tables().of(SessionTables.BRANCH_KEYS)))));
        sender.addToPolicy(Statements.allow("ReadsOutcomes", READ, rights.arns(outcomes(rights))));
        sender.addToPolicy(rights.readThroughTables("TablesAtRest"));
    }

    private void read(Rights rights) {
        reader.addToPolicy(Statements.allow(
                "ReadsOutcomesAndResults",
                READ,
                rights.arns(Stream.concat(
                        outcomes(rights),
                        Stream.of(AwsResults.TABLE, SessionTables.BRANCH_KEYS).map(rights.tables()::of)))));
        reader.addToPolicy(rights.readThroughTables("TablesAtRest"));
        reader.addToPolicy(Statements.allow(
                "ReadsLargeResults",
                List.of("s3:GetObject"),
                List.of(rights.results().bucket().arnForObjects("*"))));
        reader.addToPolicy(
                rights.throughService("LargeResultsAtRest", rights.keys().storage(), "s3", List.of("kms:Decrypt")));
    }

    private static Stream<Tables.Deployed> outcomes(Rights rights) {
        return Stream.of(QueueTables.OUTCOMES, QueueTables.OUTCOME_LOG).map(rights.tables()::of);
    }
}
