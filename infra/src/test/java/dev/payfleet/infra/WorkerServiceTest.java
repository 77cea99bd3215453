package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.infra.Stacked.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerServiceTest {
    @Test
    void workers_follow_the_backlog_of_each_lane() {
        Resource policy = Stacked.one("AWS::ApplicationAutoScaling::ScalingPolicy", "WorkerService");
        Node configuration = policy.at("TargetTrackingScalingPolicyConfiguration");
        List<Node> metrics =
                configuration.at("CustomizedMetricSpecification", "Metrics").items();

        assertThat(configuration.at("TargetValue").number()).isEqualTo(20);
        assertThat(metrics.stream().filter(metric -> metric.at("ReturnData").flag()))
                .singleElement()
                .satisfies(metric ->
                        assertThat(metric.at("Expression").text()).isEqualTo("queued / (IF(tasks > 0, tasks, 1) * 4)"));
        assertThat(metrics.stream()
                        .map(metric ->
                                metric.at("MetricStat", "Metric", "MetricName").text()))
                .contains("ApproximateNumberOfMessagesVisible", "RunningTaskCount");
        assertThat(configuration.at("ScaleInCooldown").number())
                .as("one drain ends before the next begins")
                .isGreaterThan((int) WorkerTask.STOP.toSeconds());
    }

    @Test
    void what_scaling_divides_by_is_counted() {
        assertThat(Stacked.one("AWS::ECS::Cluster", "WorkerService")
                        .at("ClusterSettings")
                        .mentions("enabled"))
                .isTrue();
    }

    @Test
    void the_number_of_tasks_has_bounds() {
        Resource tasks = Stacked.one("AWS::ApplicationAutoScaling::ScalableTarget", "WorkerService");

        assertThat(tasks.at("MinCapacity").number()).isEqualTo(2);
        assertThat(tasks.at("MaxCapacity").number()).isEqualTo(200);
    }

    @Test
    void a_host_is_given_up_empty() {
        Node provider =
                Stacked.one("AWS::ECS::CapacityProvider", "WorkerService").at("AutoScalingGroupProvider");

        assertThat(provider.at("ManagedDraining").text()).isEqualTo("ENABLED");
        assertThat(provider.at("ManagedTerminationProtection").text()).isEqualTo("ENABLED");
        assertThat(Stacked.one("AWS::AutoScaling::AutoScalingGroup", "WorkerService")
                        .at("NewInstancesProtectedFromScaleIn")
                        .flag())
                .isTrue();
    }

    @Test
    void a_new_version_that_does_not_run_goes_back_and_none_is_taken_away_before_it_runs() {
        Node deployment = Stacked.one("AWS::ECS::Service", "WorkerService").at("DeploymentConfiguration");

        assertThat(deployment.at("DeploymentCircuitBreaker", "Rollback").flag()).isTrue();
        assertThat(deployment.at("MinimumHealthyPercent").number()).isEqualTo(100);
    }

    @Test
    void nobody_opens_a_shell_in_a_task() {
        assertThat(Stacked.one("AWS::ECS::Service", "WorkerService")
                        .at("EnableExecuteCommand")
                        .flag())
                .isFalse();
    }

    @Test
    void tasks_are_inside_without_addresses_of_their_own() {
        Node network =
                Stacked.one("AWS::ECS::Service", "WorkerService").at("NetworkConfiguration", "AwsvpcConfiguration");

        assertThat(network.at("AssignPublicIp").text()).isEqualTo("DISABLED");
        assertThat(network.at("SecurityGroups").mentions("NetworkWorkers")).isTrue();
    }
}
