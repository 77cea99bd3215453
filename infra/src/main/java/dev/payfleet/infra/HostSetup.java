package dev.payfleet.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import software.amazon.awscdk.services.ec2.UserData;

/// What a host is told when it starts, beside its cluster, which the cluster adds. Docker's own rules for system
/// calls refuse namespaces for users to everybody who is not root, and ECS has no setting for a container's rules;
/// so the host's are replaced, for all its containers, by `seccomp.json`: what Docker refuses is refused, but
/// Chromium may put each page's process into namespaces of its own.
final class HostSetup {
    private static final String RULES = "/etc/docker/payfleet-seccomp.json";

    private HostSetup() {}

    static UserData make() {
        UserData data = UserData.forLinux();
        data.addCommands(
                "set -eu",
                "echo user.max_user_namespaces=16384 > /etc/sysctl.d/90-payfleet.conf",
                "sysctl --system",
                "echo " + packed() + " | base64 -d | gunzip > " + RULES,
                "echo '{\"seccomp-profile\": \"" + RULES + "\", \"icc\": false, \"no-new-privileges\": true}'"
                        + " > /etc/docker/daemon.json",
                "systemctl restart docker",
                "cat >> /etc/ecs/ecs.config <<'END'",
                "ECS_AWSVPC_BLOCK_IMDS=true",
                "ECS_DISABLE_PRIVILEGED=true",
                // The agent kills a container after its own stop time-out; this is for one that names none.
                "ECS_CONTAINER_STOP_TIMEOUT=" + WorkerTask.STOP.toSeconds() + "s",
                "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true",
                "END");
        return data;
    }

    /// The rules without comments' weight: what a host is told may have 16 KiB at most.
    private static String packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(rules().getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    static String rules() {
        try (InputStream rules =
                Objects.requireNonNull(HostSetup.class.getResourceAsStream("seccomp.json"), "seccomp.json")) {
            return new String(rules.readAllBytes(), UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
