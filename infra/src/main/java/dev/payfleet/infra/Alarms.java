package dev.payfleet.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AnomalyDetectionAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/// What somebody is called for. Each alarm is a heading in docs/runbook.md.
final class Alarms extends Construct {
    /// A job that waits longer than the longest delay between two attempts, three times over.
    private static final int OLDEST_JOB_SECONDS = 15 * 60;

    private static final int FAILED_SIGN_INS_PERCENT = 20;
    /// Fewer answers in five minutes say nothing about a provider.
    private static final int ANSWERS_THAT_COUNT = 20;

    private static final double UNUSUAL_DEVIATIONS = 4;

    private final Deployment deployment;
    private final AlarmTopic topic;
    private final List<Alarm> alarms = new ArrayList<>();

    Alarms(Construct scope, Rights rights, AlarmTopic topic) {
        super(scope, "Alarms");
        this.deployment = rights.deployment();
        this.topic = topic;
        queues(rights.queues());
        deployment.providers().forEach(this::signIns);
        promises();
        workers();
    }

    List<Alarm> all() {
        return List.copyOf(alarms);
    }

    private void queues(Queues queues) {
        MathExpression setAside = MathExpression.Builder.create()
                .label("Jobs that were set aside")
                .expression("FILL(workers, 0) + FILL(queue, 0)")
                .usingMetrics(Map.of(
                        "workers",
                        Signals.count(Signal.SET_ASIDE),
                        "queue",
                        queues.deadJobs().metricApproximateNumberOfMessagesVisible()))
                .period(Signals.PERIOD)
                .build();
        add(
                "dead-letters",
                "Jobs were set aside and wait for somebody",
                setAside,
                0,
                1,
                TreatMissingData.NOT_BREACHING);
        add(
                "oldest-job",
                "A job has waited for a quarter of an hour",
                queues.jobs().metricApproximateAgeOfOldestMessage(),
                OLDEST_JOB_SECONDS,
                3,
                TreatMissingData.NOT_BREACHING);
    }

    private void signIns(String provider) {
        MathExpression share = MathExpression.Builder.create()
                .label("Sign-ins that failed, in per cent of answers")
                .expression("IF(answered >= " + ANSWERS_THAT_COUNT + ", 100 * FILL(failed, 0) / answered, 0)")
                .usingMetrics(Map.of(
                        "failed", Signals.count(Signal.SIGN_IN_FAILED, provider),
                        "answered", Signals.count(Signal.ANSWERED, provider)))
                .period(Signals.PERIOD)
                .build();
        add(
                "sign-in-failures-" + provider,
                "More than a fifth of the answers for " + provider + " are failed sign-ins",
                share,
                FAILED_SIGN_INS_PERCENT,
                3,
                TreatMissingData.NOT_BREACHING);
    }

    private void promises() {
        add(
                "scrub-refusals",
                "Something could not be scrubbed and was not kept",
                Signals.count(Signal.SCRUB_REFUSED),
                0,
                1,
                TreatMissingData.NOT_BREACHING);
        add(
                "retention-breaches",
                "Something may be kept longer than promised",
                Signals.count(Signal.RETENTION_BREACHED),
                0,
                1,
                TreatMissingData.NOT_BREACHING);
        add(
                "refused-decrypts",
                "Somebody tried to open with the sealing key what they may not",
                Signals.refusedDecrypts(),
                0,
                1,
                TreatMissingData.NOT_BREACHING);
        unusualDecrypts();
    }

    private void unusualDecrypts() {
        keep(AnomalyDetectionAlarm.Builder.create(this, "unusual-decrypts")
                .alarmName(deployment.named("unusual-decrypts"))
                .alarmDescription("More is opened with the sealing key than at this hour of other days")
                .metric(Signals.decrypts())
                .stdDevs(UNUSUAL_DEVIATIONS)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD)
                .evaluationPeriods(3)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build());
    }

    private void workers() {
        Metric running = Metric.Builder.create()
                .namespace("ECS/ContainerInsights")
                .metricName("RunningTaskCount")
                .dimensionsMap(Map.of("ClusterName", deployment.name(), "ServiceName", deployment.named("worker")))
                .statistic("Minimum")
                .period(Duration.minutes(1))
                .build();
        keep(Alarm.Builder.create(this, "too-few-workers")
                .alarmName(deployment.named("too-few-workers"))
                .alarmDescription("Fewer workers run than the least that is asked for")
                .metric(running)
                .threshold(deployment.fleet().tasksAtLeast())
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .evaluationPeriods(10)
                // No count at all is no worker at all.
                .treatMissingData(TreatMissingData.BREACHING)
                .build());
    }

    private void add(
            String name, String description, IMetric metric, int above, int periods, TreatMissingData whenMissing) {
        keep(Alarm.Builder.create(this, name)
                .alarmName(deployment.named(name))
                .alarmDescription(description)
                .metric(metric)
                .threshold(above)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(periods)
                .treatMissingData(whenMissing)
                .build());
    }

    private void keep(Alarm alarm) {
        alarm.addAlarmAction(new SnsAction(topic.topic()));
        alarm.addOkAction(new SnsAction(topic.topic()));
        alarms.add(alarm);
    }
}
