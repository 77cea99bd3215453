package dev.payfleet.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/// Where the checks of cdk-nag and of the CDK itself are wrong about this stack, and why.
final class Waivers {
    private static final String WILDCARD = "AwsSolutions-IAM5";
    private static final String MANAGED = "AwsSolutions-IAM4";

    private static final List<Waiver> ALL = List.of(
            new Waiver(
                    "AccessLogs/Bucket",
                    "AwsSolutions-S1",
                    "It is where access logs go; its own would fill it for ever."),
            new Waiver(
                    "Tables/results",
                    "AwsSolutions-DDB3",
                    "A copy would keep results longer than they may live. They are read anew from the provider."),
            new Waiver(
                    "Tables/challenges",
                    "AwsSolutions-DDB3",
                    "A copy would keep answers that are opened once and deleted. A challenge lives for minutes."),
            new Waiver(
                    "Tables/duties",
                    "AwsSolutions-DDB3",
                    "It says who plans now. The next to ask takes the duty; an old state would be wrong."),
            new Waiver(
                    "References",
                    "AwsSolutions-SMG4",
                    "The proxy's vendor and the upstream API rotate them; a worker sees a new value within a minute."),
            new Waiver(
                    "WorkerService/WorkerTask/Definition",
                    "AwsSolutions-ECS2",
                    "Names and numbers alone. Secrets are read from files; a test looks at every variable."),
            new Waiver(
                    "WorkerRole/Role",
                    WILDCARD,
                    "Objects of two buckets, the index of one table, streams of the audit log."),
            new Waiver("UpstreamRoles/Reader", WILDCARD, "Objects of the bucket of results."),
            new Waiver(
                    "OnCallRole/Role",
                    WILDCARD,
                    "Objects of the evidence bucket and streams of three logs; metrics and queries know no resource."),
            new Waiver(
                    "DrillRole/Role",
                    WILDCARD,
                    "Scratch tables come and go, all of them with the drill's prefix; the key's actions are"
                            + " those that DynamoDB needs, by way of DynamoDB."),
            new Waiver("RotationRole/Role", WILDCARD, "Objects of the bucket of results."),
            new Waiver("OperatorRole/Role", WILDCARD, "Revisions of one task definition, and the index of one table."),
            new Waiver(
                    "ExecutionRole/Role",
                    WILDCARD,
                    "The registry's token knows no resource; streams of the workers' log."),
            new Waiver(
                    "WorkerService/Hosts/Role",
                    WILDCARD,
                    "The CDK's own words for a host of a cluster; what knows a resource is bound to this cluster."),
            new Waiver("AuditTrail/Calls/LogsRole", WILDCARD, "Streams of the audit log."),
            new Waiver("Network/Vpc/Refused/IAMRole", WILDCARD, "Streams of the network's log."),
            new Waiver(
                    "Backups/Plan/Tables/Role",
                    MANAGED,
                    "AWS Backup documents these two policies as what its role needs, and keeps them current."));

    private record Waiver(String path, String rule, String reason) {}

    private Waivers() {}

    static void apply(Stack stack) {
        ALL.forEach(waiver -> NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/" + stack.getNode().getPath() + "/" + waiver.path(),
                List.of(NagPackSuppression.builder()
                        .id(waiver.rule())
                        .reason(waiver.reason())
                        .build()),
                true));
        Validations.of(stack)
                .acknowledge(Acknowledgment.builder()
                        .id("CloudFormation-Validate::W3010")
                        .reason("Zones are chosen by people: not each has the endpoints and the machines.")
                        .build());
    }
}
