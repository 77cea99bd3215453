package dev.payfleet.infra;

import java.util.List;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.PlacementStrategy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// The workers as a service. It scales in by draining: a task that is taken away gets SIGTERM, takes no further
/// job, finishes what it holds and ends, and only an empty host is given up.
final class WorkerService extends Construct {
    private final Cluster cluster;
    private final Ec2Service service;

    WorkerService(Construct scope, Rights rights, Network network, Role worker, Role execution, ITopic alarms) {
        super(scope, "WorkerService");
        Deployment deployment = rights.deployment();
        this.cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(deployment.name())
                .vpc(network.vpc())
                .build();
        insights();
        AsgCapacityProvider hosts = hosts(deployment, network, alarms);
        this.service = Ec2Service.Builder.create(this, "Service")
                .serviceName(deployment.named("worker"))
                .cluster(cluster)
                .taskDefinition(new WorkerTask(this, rights, worker, execution).definition())
                .desiredCount(deployment.fleet().tasksAtLeast())
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .enableExecuteCommand(false)
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(hosts.getCapacityProviderName())
                        .weight(1)
                        .build()))
                .placementStrategies(List.of(
                        PlacementStrategy.spreadAcross("attribute:ecs.availability-zone"),
                        PlacementStrategy.packedByMemory()))
                .securityGroups(List.of(network.workers()))
                .vpcSubnets(network.workerSubnets())
                .build();
        new BacklogScaling(this, rights, cluster, service);
    }

    Cluster cluster() {
        return cluster;
    }

    Ec2Service service() {
        return service;
    }

    /// Counts running tasks, which scaling divides the backlog by.
    private void insights() {
        CfnCluster resource = (CfnCluster) cluster.getNode().getDefaultChild();
        resource.setClusterSettings(List.of(CfnCluster.ClusterSettingsProperty.builder()
                .name("containerInsights")
                .value("enabled")
                .build()));
    }

    private AsgCapacityProvider hosts(Deployment deployment, Network network, ITopic alarms) {
        AsgCapacityProvider provider = AsgCapacityProvider.Builder.create(this, "Capacity")
                .capacityProviderName(deployment.named("hosts"))
                .autoScalingGroup(new Hosts(this, deployment, network, alarms).group())
                .enableManagedScaling(true)
                .enableManagedTerminationProtection(true)
                .enableManagedDraining(true)
                .targetCapacityPercent(100)
                .build();
        cluster.addAsgCapacityProvider(provider);
        return provider;
    }
}
