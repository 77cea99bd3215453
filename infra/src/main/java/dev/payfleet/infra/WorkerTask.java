package dev.payfleet.infra;

import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Capability;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.Tmpfs;
import software.amazon.awscdk.services.ecs.TmpfsMountOption;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// One worker as a task: the image as it is, read-only, as an ordinary user without a single capability, with its
/// files in memory. It is stopped by SIGTERM and has the time to finish what it holds.
final class WorkerTask extends Construct {
    /// How long running jobs may take to end after a stop. Longer than a job may stay at one step.
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /// When a worker that was told to stop is killed: its patience, and as long again as the image asks for closing
    /// browsers. ECS allows two minutes.
    static final Duration STOP = PATIENCE.plusSeconds(15);

    private static final String USER = "10001:10001";
    private static final String HOME = "/var/lib/payfleet";
    private static final int CPU_PER_LANE = 1024;
    /// Measured: 0.4 GB for one lane and 0.2 GB for each further one, beside 0.2 GB of JVM; doubled, because a
    /// heavy page must not end its neighbours. See docs/capacity.md.
    private static final int MEMORY_MIB = 1024;

    private static final int MEMORY_PER_LANE_MIB = 512;
    private static final int HOME_MIB = 1024;
    private static final int TEMPORARY_MIB = 64;

    private final Ec2TaskDefinition definition;

    WorkerTask(Construct scope, Rights rights, Role taskRole, Role executionRole) {
        super(scope, "WorkerTask");
        Deployment deployment = rights.deployment();
        this.definition = Ec2TaskDefinition.Builder.create(this, "Definition")
                .family(deployment.named("worker"))
                .networkMode(NetworkMode.AWS_VPC)
                .taskRole(taskRole)
                .executionRole(executionRole)
                .volumes(List.of(ReferenceFiles.volume()))
                .build();
        ContainerDefinition references = definition.addContainer("References", ReferenceFiles.container(this, rights));
        ReferenceFiles.mountWritable(references);
        ContainerDefinition worker = definition.addContainer("Worker", worker(rights));
        worker.addMountPoints(MountPoint.builder()
                .sourceVolume(ReferenceFiles.VOLUME)
                .containerPath(References.FOLDER)
                .readOnly(true)
                .build());
        worker.addContainerDependencies(ContainerDependency.builder()
                .container(references)
                .condition(ContainerDependencyCondition.HEALTHY)
                .build());
    }

    Ec2TaskDefinition definition() {
        return definition;
    }

    private ContainerDefinitionOptions worker(Rights rights) {
        Deployment deployment = rights.deployment();
        int lanes = deployment.fleet().lanes();
        return ContainerDefinitionOptions.builder()
                .containerName("worker")
                .image(image(this, "Image", deployment.image()))
                .command(List.of("work"))
                .user(USER)
                .readonlyRootFilesystem(true)
                .privileged(false)
                .dockerSecurityOptions(List.of("no-new-privileges"))
                .linuxParameters(inMemory(this, "Worker", HOME_MIB, HOME))
                .cpu(lanes * CPU_PER_LANE - ReferenceFiles.CPU)
                .memoryLimitMiB(MEMORY_MIB + lanes * MEMORY_PER_LANE_MIB)
                .stopTimeout(software.amazon.awscdk.Duration.seconds(STOP.toSeconds()))
                .healthCheck(health())
                .environment(WorkerSettings.of(rights))
                .logging(logs(rights, "worker"))
                .build();
    }

    static ContainerImage image(Construct scope, String id, Deployment.Image image) {
        return ContainerImage.fromEcrRepository(
                Repository.fromRepositoryName(scope, id, image.repository()), image.digest());
    }

    static LogDriver logs(Rights rights, String stream) {
        return LogDriver.awsLogs(AwsLogDriverProps.builder()
                .logGroup(rights.logs().worker())
                .streamPrefix(stream)
                // A log that is slow must not hold up a job.
                .mode(AwsLogDriverMode.NON_BLOCKING)
                .build());
    }

    /// Without capabilities, and with writable places that vanish with the task.
    static LinuxParameters inMemory(Construct scope, String id, int mebibytes, String folder) {
        LinuxParameters parameters = LinuxParameters.Builder.create(scope, id + "Linux")
                // The image has an init of its own.
                .initProcessEnabled(false)
                .build();
        parameters.dropCapabilities(Capability.ALL);
        parameters.addTmpfs(tmpfs(folder, mebibytes), tmpfs("/tmp", TEMPORARY_MIB));
        return parameters;
    }

    private static Tmpfs tmpfs(String path, int mebibytes) {
        return Tmpfs.builder()
                .containerPath(path)
                .size(mebibytes)
                .mountOptions(List.of(TmpfsMountOption.NOEXEC, TmpfsMountOption.NOSUID, TmpfsMountOption.NODEV))
                .build();
    }

    /// What the image itself names as its health check, which ECS does not read from there.
    private static HealthCheck health() {
        return HealthCheck.builder()
                .command(List.of(
                        "CMD",
                        "/opt/java/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx16m",
                        "@/opt/payfleet/java.classpath",
                        "dev.payfleet.worker.health.HealthProbe"))
                .interval(software.amazon.awscdk.Duration.seconds(30))
                .timeout(software.amazon.awscdk.Duration.seconds(5))
                .startPeriod(software.amazon.awscdk.Duration.seconds(20))
                .retries(3)
                .build();
    }
}
