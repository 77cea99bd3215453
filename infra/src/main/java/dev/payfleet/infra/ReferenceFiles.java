package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.DockerVolumeConfiguration;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.Scope;
import software.amazon.awscdk.services.ecs.Volume;
import software.constructs.Construct;

/// Beside each worker a small container that puts what the worker is given by reference into files in memory, and
/// looks each minute whether it changed: a rotated password or grant key needs no new task. The worker itself then
/// needs no shell, and no secret stands in its environment.
final class ReferenceFiles {
    static final String VOLUME = "references";
    static final int CPU = 64;
    private static final int MEMORY_MIB = 128;
    private static final String USER = "10001:10001";

    private ReferenceFiles() {}

    /// In memory, for as long as the task lives.
    static Volume volume() {
        return Volume.builder()
                .name(VOLUME)
                .dockerVolumeConfiguration(DockerVolumeConfiguration.builder()
                        .scope(Scope.TASK)
                        .driver("local")
                        .driverOpts(Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=1m,uid=10001,mode=0700"))
                        .build())
                .build();
    }

    static ContainerDefinitionOptions container(Construct scope, Rights rights) {
        return ContainerDefinitionOptions.builder()
                .containerName("references")
                .image(WorkerTask.image(
                        scope, "ReferencesImage", rights.deployment().commandLine()))
                .entryPoint(List.of("/bin/sh", "-c"))
                .command(List.of(script(rights)))
                .user(USER)
                .readonlyRootFilesystem(true)
                .privileged(false)
                .dockerSecurityOptions(List.of("no-new-privileges"))
                .linuxParameters(WorkerTask.inMemory(scope, "References", 16, "/home"))
                .environment(Map.of(
                        "HOME",
                        "/home",
                        "AWS_DEFAULT_REGION",
                        rights.deployment().region()))
                .cpu(CPU)
                .memoryLimitMiB(MEMORY_MIB)
                .healthCheck(HealthCheck.builder()
                        .command(List.of("CMD-SHELL", present(rights)))
                        .interval(Duration.seconds(5))
                        .timeout(Duration.seconds(2))
                        .startPeriod(Duration.seconds(30))
                        .retries(3)
                        .build())
                .logging(WorkerTask.logs(rights, "references"))
                .build();
    }

    static void mountWritable(ContainerDefinition container) {
        container.addMountPoints(MountPoint.builder()
                .sourceVolume(VOLUME)
                .containerPath(References.FOLDER)
                .readOnly(false)
                .build());
    }

    /// A file is written beside its place and moved into it, so that nobody reads half of one.
    private static String script(Rights rights) {
        String fetches = rights.references().all().stream()
                .map(reference -> ("aws secretsmanager get-secret-value --secret-id '%1$s' --query SecretString"
                                + " --output text > %2$s.new && mv %2$s.new %2$s")
                        .formatted(rights.deployment().name() + "/" + reference.file(), reference.path()))
                .collect(Collectors.joining("; "));
        return "umask 077; while true; do " + fetches + "; sleep 60 & wait $!; done";
    }

    private static String present(Rights rights) {
        return rights.references().all().stream()
                .map(reference -> "test -s " + reference.path())
                .collect(Collectors.joining(" && "));
    }
}
