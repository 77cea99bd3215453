package dev.payfleet.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/// Counts the workers' lines, and in the trail of calls what becomes of the sealing key.
final class Signals extends Construct {
    static final Duration PERIOD = Duration.minutes(5);
    private static final String PROVIDER = "Provider";

    Signals(Construct scope, LogGroups logs, Keys keys) {
        super(scope, "Signals");
        for (Signal signal : Signal.ALL) {
            MetricFilter.Builder filter = MetricFilter.Builder.create(this, signal.metric())
                    .filterName(signal.metric())
                    .logGroup(logs.worker())
                    .filterPattern(FilterPattern.literal(signal.pattern()))
                    .metricNamespace(Signal.NAMESPACE)
                    .metricName(signal.metric())
                    .metricValue("1");
            if (signal.byProvider()) {
                filter.dimensions(Map.of(PROVIDER, "$.provider"));
            } else {
                filter.defaultValue(0);
            }
            filter.build();
        }
        calls(logs, keys, "Decrypts", "$.eventName = \"Decrypt\"");
        calls(logs, keys, "RefusedDecrypts", "$.eventName = \"Decrypt\" && $.errorCode = \"AccessDenied*\"");
    }

    private void calls(LogGroups logs, Keys keys, String metric, String condition) {
        MetricFilter.Builder.create(this, metric)
                .filterName(metric)
                .logGroup(logs.audit())
                .filterPattern(
                        FilterPattern.literal("{ $.eventSource = \"kms.amazonaws.com\" && $.resources[0].ARN = \""
                                + keys.sealing().getKeyArn() + "\" && " + condition + " }"))
                .metricNamespace(Signal.NAMESPACE)
                .metricName(metric)
                .metricValue("1")
                .defaultValue(0)
                .build();
    }

    /// How often it was seen in five minutes.
    static Metric count(Signal signal) {
        return sum(signal.metric(), Map.of());
    }

    /// How often it was seen of one provider in five minutes.
    static Metric count(Signal signal, String provider) {
        return sum(signal.metric(), Map.of(PROVIDER, provider));
    }

    /// How often the sealing key opened something in five minutes.
    static Metric decrypts() {
        return sum("Decrypts", Map.of());
    }

    /// How often somebody was refused to open something with the sealing key in five minutes.
    static Metric refusedDecrypts() {
        return sum("RefusedDecrypts", Map.of());
    }

    private static Metric sum(String name, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(Signal.NAMESPACE)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }
}
