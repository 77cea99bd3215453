package dev.payfleet.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// Where lines go and how long they stay.
final class LogGroups extends Construct {
    private final ILogGroup worker;
    private final ILogGroup network;
    private final ILogGroup audit;

    LogGroups(Construct scope, Deployment deployment, Key key) {
        super(scope, "LogGroups");
        this.worker = group("Worker", "/%s/worker".formatted(deployment.name()), key, Life.LOGS);
        this.network = group("Network", "/%s/network".formatted(deployment.name()), key, Life.LOGS);
        this.audit = group("Audit", "/%s/audit".formatted(deployment.name()), key, Life.AUDIT);
    }

    /// The workers' lines, scrubbed before they are written.
    ILogGroup worker() {
        return worker;
    }

    /// Connections that the network refused.
    ILogGroup network() {
        return network;
    }

    /// Security events: the workers' own, and the trail of calls.
    ILogGroup audit() {
        return audit;
    }

    /// A resource rather than the construct for groups, whose list of retentions has no 400 days.
    private ILogGroup group(String id, String name, Key key, Life life) {
        CfnLogGroup group = CfnLogGroup.Builder.create(this, id)
                .logGroupName(name)
                .kmsKeyId(key.getKeyArn())
                .retentionInDays(life.days())
                .build();
        group.applyRemovalPolicy(RemovalPolicy.RETAIN);
        return LogGroup.fromLogGroupName(this, id + "Group", group.getRef());
    }
}
