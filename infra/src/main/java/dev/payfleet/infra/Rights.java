package dev.payfleet.infra;

import dev.payfleet.session.aws.SessionTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.ArnPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;

/// What there is to have a right to, and the sentences that give one.
///
/// @param deployment whose things they are
record Rights(
        Deployment deployment,
        Keys keys,
        Queues queues,
        Tables tables,
        PrivateBucket evidence,
        PrivateBucket results,
        References references,
        LogGroups logs) {

    /// What the sealing library tells KMS about a credential.
    static final Map<String, String> OF_A_CREDENTIAL = Map.of("kms:EncryptionContext:purpose", "credential");

    /// What it tells KMS about an answer to a challenge: `answer/` and the job that brings it.
    private static final Map<String, String> OF_AN_ANSWER = Map.of("kms:EncryptionContext:purpose", "answer/*");

    /// What it tells KMS about a branch key: the table that it lies in.
    Map<String, String> ofABranchKey() {
        return Map.of("kms:EncryptionContext:tablename", SessionTables.BRANCH_KEYS.nameIn(deployment.name()));
    }

    /// The same of the part of it that keyed hashes are made with.
    Map<String, String> ofTheHashingKey() {
        Map<String, String> context = new HashMap<>(ofABranchKey());
        context.put("kms:EncryptionContext:type", "beacon:ACTIVE");
        return context;
    }

    /// Lets a role use the sealing key, in that key's own policy: nothing else can.
    void seal(Role role, String sid, List<String> actions, Map<String, String> context) {
        use(role, sid, actions, Map.of("StringEquals", context));
    }

    /// The same for answers to challenges.
    void sealAnswers(Role role, String sid, List<String> actions) {
        use(role, sid, actions, Map.of("StringLike", OF_AN_ANSWER));
    }

    private void use(Role role, String sid, List<String> actions, Map<String, Object> conditions) {
        keys.sealing()
                .addToResourcePolicy(PolicyStatement.Builder.create()
                        .sid(sid)
                        .principals(List.of(principal(role)))
                        .actions(actions)
                        .resources(List.of("*"))
                        .conditions(conditions)
                        .build());
    }

    /// Use of a key at rest, by way of one service and not directly.
    PolicyStatement throughService(String sid, Key key, String service, List<String> actions) {
        return Statements.allow(
                sid,
                actions,
                List.of(key.getKeyArn()),
                Map.of(
                        "StringEquals",
                        Map.of("kms:ViaService", service + "." + deployment.region() + ".amazonaws.com")));
    }

    /// Reading from tables that lie under the storage key.
    PolicyStatement readThroughTables(String sid) {
        return throughService(sid, keys.storage(), "dynamodb", List.of("kms:Decrypt"));
    }

    List<String> arns(Stream<Tables.Deployed> wanted) {
        List<String> arns = new ArrayList<>();
        wanted.flatMap(Tables.Deployed::arns).forEach(arns::add);
        return arns;
    }

    /// By ARN rather than by the role, which would write the sentence into the role's own policy as well.
    private static IPrincipal principal(Role role) {
        return new ArnPrincipal(role.getRoleArn());
    }
}
