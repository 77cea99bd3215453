package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// Three keys, so that a right to one is no right to another. Each rotates every year.
///
/// - sealing: wraps the data keys of credentials, sessions and results. Its own policy says who may use it, and what a
/// policy of a role says does not suffice: an administrator of the account can manage it and open nothing with it.
/// - storage: what tables, queues, large results, logs and copies lie under, used only by way of those services.
/// - evidence: what redrawn pages lie under. On-call may use it, and therefore it is a key of its own.
final class Keys extends Construct {
    private static final List<String> ADMINISTRATION = List.of(
            "kms:CancelKeyDeletion",
            "kms:Describe*",
            "kms:Disable*",
            "kms:Enable*",
            "kms:Get*",
            "kms:List*",
            "kms:PutKeyPolicy",
            "kms:RevokeGrant",
            "kms:RotateKeyOnDemand",
            "kms:ScheduleKeyDeletion",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:UpdateAlias",
            "kms:UpdateKeyDescription");

    private final Key sealing;
    private final Key storage;
    private final Key evidence;

    Keys(Construct scope, Deployment deployment) {
        super(scope, "Keys");
        this.sealing = sealing(deployment);
        this.storage = key(deployment, "storage", "Tables, queues, large results, logs and copies at rest");
        this.evidence = key(deployment, "evidence", "Redrawn pages at rest");
        storage.addToResourcePolicy(logs(deployment));
        storage.addToResourcePolicy(alarms(deployment));
        storage.addToResourcePolicy(trail(deployment));
    }

    Key sealing() {
        return sealing;
    }

    Key storage() {
        return storage;
    }

    Key evidence() {
        return evidence;
    }

    private Key sealing(Deployment deployment) {
        PolicyStatement administration = PolicyStatement.Builder.create()
                .sid("AccountManagesButDoesNotUse")
                .principals(List.of(new AccountRootPrincipal()))
                .actions(ADMINISTRATION)
                .resources(List.of("*"))
                .build();
        return Key.Builder.create(this, "Sealing")
                .alias(deployment.named("sealing"))
                .description("Wraps the data keys of credentials, sessions and results")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .policy(PolicyDocument.Builder.create()
                        .statements(List.of(administration))
                        .build())
                .build();
    }

    private Key key(Deployment deployment, String name, String description) {
        return Key.Builder.create(this, Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .alias(deployment.named(name))
                .description(description)
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static PolicyStatement logs(Deployment deployment) {
        return PolicyStatement.Builder.create()
                .sid("LogsOfThisDeployment")
                .principals(List.of(new ServicePrincipal("logs." + deployment.region() + ".amazonaws.com")))
                .actions(List.of(
                        "kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "ArnLike",
                        Map.of(
                                "kms:EncryptionContext:aws:logs:arn",
                                "arn:aws:logs:%s:%s:log-group:/%s/*"
                                        .formatted(deployment.region(), deployment.account(), deployment.name()))))
                .build();
    }

    private static PolicyStatement alarms(Deployment deployment) {
        return ofService(deployment, "AlarmsOfThisAccount", "cloudwatch.amazonaws.com");
    }

    private static PolicyStatement trail(Deployment deployment) {
        return ofService(deployment, "TrailOfThisAccount", "cloudtrail.amazonaws.com");
    }

    private static PolicyStatement ofService(Deployment deployment, String sid, String service) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .principals(List.of(new ServicePrincipal(service)))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", deployment.account())))
                .build();
    }
}
