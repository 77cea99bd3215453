package dev.payfleet.infra;

import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.infra.PrivateBucket.Forgetting;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// The whole fleet on AWS, in the order in which one thing needs another: keys, what is kept, who may do what, the
/// network, the workers, and what watches them. One stack, because a part without the others is of no use; what is
/// kept stays when the stack goes.
final class PayfleetStack extends Stack {
    /// Large sessions lie in the same bucket and live until disconnect.
    private static final Forgetting LARGE_RESULTS = new Forgetting(Life.LARGE_RESULTS, AwsResults.KIND + "/");

    PayfleetStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.name(),
                StackProps.builder()
                        .stackName(deployment.name())
                        .description("Payfleet: workers that fetch payroll data with a person's consent")
                        .env(Environment.builder()
                                .account(deployment.account())
                                .region(deployment.region())
                                .build())
                        .terminationProtection(true)
                        .build());
        Keys keys = new Keys(this, deployment);
        LogGroups logs = new LogGroups(this, deployment, keys.storage());
        AccessLogs accessLogs = new AccessLogs(this, deployment);
        Rights rights = new Rights(
                deployment,
                keys,
                new Queues(this, deployment, keys.storage()),
                new Tables(this, deployment, keys.storage()),
                bucket("Evidence", deployment, keys.evidence(), Forgetting.all(Life.EVIDENCE), accessLogs),
                bucket("Results", deployment, keys.storage(), LARGE_RESULTS, accessLogs),
                new References(this, deployment, keys.storage()),
                logs);
        watch(rights, accessLogs, workers(rights));
        new Backups(this, deployment, rights.tables(), keys.storage());
        Tags.of(this).add("fleet", deployment.name());
        Waivers.apply(this);
    }

    private PrivateBucket bucket(String id, Deployment deployment, Key key, Forgetting forgetting, AccessLogs logs) {
        String name = "%s-%s-%s".formatted(deployment.name(), id.toLowerCase(Locale.ROOT), deployment.account());
        return new PrivateBucket(this, id, name, key, forgetting, logs.bucket());
    }

    private record Workers(WorkerService service, AlarmTopic alarms) {}

    private Workers workers(Rights rights) {
        Role execution = new ExecutionRole(this, rights).role();
        Role drill = new DrillRole(this, rights).role();
        Role rotation = new RotationRole(this, rights).role();
        new UpstreamRoles(this, rights);
        new OnCallRole(this, rights);
        new OperatorRole(this, rights, List.of(drill, rotation), execution);
        AlarmTopic alarms =
                new AlarmTopic(this, rights.deployment(), rights.keys().storage());
        Network network = new Network(this, rights.deployment(), rights.logs().network());
        return new Workers(
                new WorkerService(
                        this, rights, network, new WorkerRole(this, rights).role(), execution, alarms.topic()),
                alarms);
    }

    private void watch(Rights rights, AccessLogs accessLogs, Workers workers) {
        new AuditTrail(this, rights, accessLogs.bucket());
        new Signals(this, rights.logs(), rights.keys());
        Alarms alarms = new Alarms(this, rights, workers.alarms());
        new FleetDashboard(this, rights, alarms.all(), workers.service().service());
    }
}
