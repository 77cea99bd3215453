package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.CustomizedMetricSpecificationProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDimensionProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricStatProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.constructs.Construct;

/// Keeps the queued jobs for each lane near a target. A lane is what a worker has few of; CPU would say "busy" of a
/// fleet that waits for slow sites.
final class BacklogScaling extends Construct {
    private static final int OUT_AFTER_SECONDS = 60;
    /// Longer than a drain, so that one ends before the next begins.
    private static final int IN_AFTER_SECONDS = 300;

    BacklogScaling(Construct scope, Rights rights, Cluster cluster, Ec2Service service) {
        super(scope, "BacklogScaling");
        Deployment.Fleet fleet = rights.deployment().fleet();
        ScalableTarget tasks = ScalableTarget.Builder.create(this, "Tasks")
                .serviceNamespace(ServiceNamespace.ECS)
                .resourceId("service/" + cluster.getClusterName() + "/" + service.getServiceName())
                .scalableDimension("ecs:service:DesiredCount")
                .minCapacity(fleet.tasksAtLeast())
                .maxCapacity(fleet.tasksAtMost())
                .build();
        CfnScalingPolicy.Builder.create(this, "PerLane")
                .policyName(rights.deployment().named("backlog-per-lane"))
                .policyType("TargetTrackingScaling")
                .scalingTargetId(tasks.getScalableTargetId())
                .targetTrackingScalingPolicyConfiguration(TargetTrackingScalingPolicyConfigurationProperty.builder()
                        .targetValue(fleet.backlogPerLane())
                        .scaleOutCooldown(OUT_AFTER_SECONDS)
                        .scaleInCooldown(IN_AFTER_SECONDS)
                        .customizedMetricSpecification(CustomizedMetricSpecificationProperty.builder()
                                .metrics(List.of(queued(rights), running(rights.deployment()), perLane(fleet.lanes())))
                                .build())
                        .build())
                .build();
    }

    private static TargetTrackingMetricDataQueryProperty perLane(int lanes) {
        return TargetTrackingMetricDataQueryProperty.builder()
                .id("backlog")
                .label("Queued jobs for each lane")
                .expression("queued / (IF(tasks > 0, tasks, 1) * " + lanes + ")")
                .returnData(true)
                .build();
    }

    private static TargetTrackingMetricDataQueryProperty queued(Rights rights) {
        return metric(
                "queued",
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                Map.of("QueueName", rights.queues().jobs().getQueueName()));
    }

    private static TargetTrackingMetricDataQueryProperty running(Deployment deployment) {
        return metric(
                "tasks",
                "ECS/ContainerInsights",
                "RunningTaskCount",
                "Average",
                Map.of("ClusterName", deployment.name(), "ServiceName", deployment.named("worker")));
    }

    private static TargetTrackingMetricDataQueryProperty metric(
            String id, String namespace, String name, String statistic, Map<String, String> dimensions) {
        return TargetTrackingMetricDataQueryProperty.builder()
                .id(id)
                .returnData(false)
                .metricStat(TargetTrackingMetricStatProperty.builder()
                        .stat(statistic)
                        .metric(TargetTrackingMetricProperty.builder()
                                .namespace(namespace)
                                .metricName(name)
                                .dimensions(dimensions.entrySet().stream()
                                        .map(entry -> TargetTrackingMetricDimensionProperty.builder()
                                                .name(entry.getKey())
                                                .value(entry.getValue())
                                                .build())
                                        .toList())
                                .build())
                        .build())
                .build();
    }
}
