package dev.payfleet.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.constructs.Construct;

/// One page: the alarms, then the way of a job from left to right, then the promises.
final class FleetDashboard extends Construct {
    private static final int FULL_WIDTH = 24;
    private static final int THIRD = 8;

    FleetDashboard(Construct scope, Rights rights, List<Alarm> alarms, Ec2Service service) {
        super(scope, "FleetDashboard");
        Dashboard dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(rights.deployment().name())
                .build();
        dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .width(FULL_WIDTH)
                .alarms(alarms)
                .build());
        dashboard.addWidgets(
                graph("Queued", rights.queues().jobs().metricApproximateNumberOfMessagesVisible()),
                graph("Oldest job", rights.queues().jobs().metricApproximateAgeOfOldestMessage()),
                graph("Workers' CPU and memory", service.metricCpuUtilization(), service.metricMemoryUtilization()));
        dashboard.addWidgets(
                graph("Answered", byProvider(rights, Signal.ANSWERED)),
                graph("Failed sign-ins", byProvider(rights, Signal.SIGN_IN_FAILED)),
                graph(
                        "Set aside",
                        Signals.count(Signal.SET_ASIDE),
                        rights.queues().deadJobs().metricApproximateNumberOfMessagesVisible()));
        dashboard.addWidgets(
                graph("Refused to scrub", Signals.count(Signal.SCRUB_REFUSED)),
                graph("Kept too long", Signals.count(Signal.RETENTION_BREACHED)),
                graph("Opened with the sealing key", Signals.decrypts(), Signals.refusedDecrypts()));
    }

    private static IMetric[] byProvider(Rights rights, Signal signal) {
        return rights.deployment().providers().stream()
                .map(provider -> Signals.count(signal, provider))
                .toArray(IMetric[]::new);
    }

    private static GraphWidget graph(String title, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(THIRD)
                .left(Stream.of(metrics).toList())
                .build();
    }
}
