package dev.payfleet.infra;

import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.NotificationConfiguration;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// The machines that tasks run on. Machines of our own, because Chromium's sandbox needs namespaces for users,
/// which Fargate's fixed rules for system calls refuse and which these allow: see [HostSetup]. Nobody signs in to
/// one; a broken one is replaced.
final class Hosts extends Construct {
    private static final int DISK_GIB = 60;

    private final AutoScalingGroup group;

    Hosts(Construct scope, Deployment deployment, Network network, ITopic alarms) {
        super(scope, "Hosts");
        LaunchTemplate template = LaunchTemplate.Builder.create(this, "Template")
                .launchTemplateName(deployment.named("hosts"))
                .instanceType(new InstanceType(deployment.fleet().instanceType()))
                .machineImage(EcsOptimizedImage.amazonLinux2023())
                .securityGroup(network.workers())
                .role(role(deployment))
                .userData(HostSetup.make())
                // A task that asks the host who it is gets no answer: the hop through the container's network is one
                // too many.
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .httpPutResponseHopLimit(1)
                .associatePublicIpAddress(false)
                .detailedMonitoring(true)
                .ebsOptimized(true)
                .blockDevices(List.of(disk()))
                .build();
        this.group = AutoScalingGroup.Builder.create(this, "Group")
                .autoScalingGroupName(deployment.named("hosts"))
                .vpc(network.vpc())
                .vpcSubnets(network.workerSubnets())
                .launchTemplate(template)
                .minCapacity(deployment.zones().size())
                .maxCapacity(deployment.fleet().tasksAtMost())
                .newInstancesProtectedFromScaleIn(true)
                .groupMetrics(List.of(GroupMetrics.all()))
                .notifications(List.of(
                        NotificationConfiguration.builder().topic(alarms).build()))
                .updatePolicy(UpdatePolicy.rollingUpdate())
                .build();
    }

    AutoScalingGroup group() {
        return group;
    }

    /// What it needs to serve its cluster is added by the cluster.
    private Role role(Deployment deployment) {
        return Role.Builder.create(this, "Role")
                .roleName(deployment.named("host"))
                .description("Registers with its cluster and runs its tasks; reads no record")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .build();
    }

    private static BlockDevice disk() {
        return BlockDevice.builder()
                .deviceName("/dev/xvda")
                .volume(BlockDeviceVolume.ebs(
                        DISK_GIB,
                        EbsDeviceOptions.builder()
                                .encrypted(true)
                                .volumeType(EbsDeviceVolumeType.GP3)
                                .deleteOnTermination(true)
                                .build()))
                .build();
    }
}
