package dev.payfleet.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the layout as the image would, with what the kernel offers and no engine: mount and process namespaces of
/// its own, the layout and Java at their places, everything read-only but the home, and the image's user without a
/// capability.
///
/// Needs root, as an engine does. The network is the machine's own, so that simulated sites on loopback are
/// reached.
final class Container {
    private static final int USER = 10001;
    private static final String TRAINING = "TRAINING";
    private static final Path TINI = Path.of("/usr/bin/tini");
    private static final Path PLACES = Path.of("target", "places").toAbsolutePath();

    private static final String READ_ONLY_AND_OTHERWISE_EMPTY = """
            set -e
            mount -t tmpfs tmpfs "$PLACES"
            mkdir "$PLACES/java" "$PLACES/payfleet" "$PLACES/home"
            mount --bind "$JAVA" "$PLACES/java"
            mount --bind "$LAYOUT" "$PLACES/payfleet"
            mount --bind "$HOME_OUTSIDE" "$PLACES/home"
            mount -t tmpfs tmpfs /var/lib
            mkdir /var/lib/payfleet
            mount --bind "$PLACES/home" /var/lib/payfleet
            mount --rbind "$PLACES" /opt
            umount "$PLACES/home" /opt/home
            mount -t tmpfs tmpfs /tmp
            for place in / /tmp /var/lib /opt /opt/java; do mount -o remount,bind,ro "$place"; done
            [ -n "$TRAINING" ] || mount -o remount,bind,ro /opt/payfleet
            cd /var/lib/payfleet
            """;

    private static final String AS_THE_IMAGES_USER = "exec setpriv --reuid " + USER + " --regid " + USER
            + " --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- \"$@\"";

    private final Path home;
    private final Map<String, String> settings;

    /// @param home the volume; becomes the image's user's
    /// @param settings variables beside the image's own
    Container(Path home, Map<String, String> settings) {
        this.home = home;
        this.settings = Map.copyOf(settings);
        try {
            Files.createDirectories(PLACES);
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            int owner = settings.containsKey(TRAINING) ? 0 : USER;
            Files.setAttribute(home, "unix:uid", owner);
            Files.setAttribute(home, "unix:gid", owner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why none can be run here; empty where one can.
    static String obstacle() throws InterruptedException {
        if (!Files.isExecutable(TINI)) {
            return "no tini on this machine";
        }
        try {
            Process asked = new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "setpriv", "--version")
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            return asked.waitFor() == 0 ? "" : "not root, or no namespaces on this machine";
        } catch (IOException e) {
            return "neither unshare nor setpriv on this machine";
        }
    }

    /// Makes the cache in the layout, as the Dockerfile does. A cache that is newer than the layout stays.
    static void train(Path home) throws IOException, InterruptedException {
        Path cache = Layout.FOLDER.resolve("worker.aot");
        Path source = Layout.FOLDER.resolve("java.classpath");
        if (Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(source)) > 0) {
            return;
        }
        Container builder = new Container(
                home,
                Map.of("PAYFLEET_DIRECT", "true", "PAYFLEET_LANES", "1", "PAYFLEET_SANDBOX", "off", TRAINING, "1"));
        List<String> java = List.of("-XX:AOTCacheOutput=/opt/payfleet/worker.aot");
        Ended ended = builder.end(
                builder.start(
                        "exec \"$@\"",
                        java(
                                "@/opt/payfleet/java.options",
                                java,
                                "dev.payfleet.worker.Main",
                                "work",
                                "--until-empty",
                                "--log",
                                "/var/lib/payfleet/log")),
                "");
        if (ended.code() != 0) {
            Files.deleteIfExists(cache);
            throw new IOException("the training failed: " + ended);
        }
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /// What a program left behind.
    record Ended(int code, String out, String err) {}

    /// Runs a command of the program to its end.
    Ended run(String input, String... arguments) throws IOException, InterruptedException {
        return end(start(arguments), input);
    }

    /// Runs the health check.
    Ended health() throws IOException, InterruptedException {
        List<String> flags = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx16m");
        return end(
                start(
                        AS_THE_IMAGES_USER,
                        java("-XX:TieredStopAtLevel=1", flags, "dev.payfleet.worker.health.HealthProbe")),
                "");
    }

    /// Starts a command of the program below an init.
    Process start(String... arguments) throws IOException {
        List<String> flags = List.of("-XX:AOTCache=/opt/payfleet/worker.aot", "-Xlog:aot*=off,cds*=off");
        List<String> command = new ArrayList<>(List.of(TINI.toString(), "--"));
        command.addAll(java("@/opt/payfleet/java.options", flags, "dev.payfleet.worker.Main", arguments));
        return start(AS_THE_IMAGES_USER, command);
    }

    /// The init of a started command, which the signals of an engine go to.
    static ProcessHandle init(Process started) {
        return started.toHandle().children().findFirst().orElseThrow();
    }

    private static List<String> java(String first, List<String> flags, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/opt/java/bin/java", first));
        command.addAll(flags);
        command.addAll(List.of("@/opt/payfleet/java.classpath", program));
        command.addAll(List.of(arguments));
        return command;
    }

    private Process start(String as, List<String> command) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
        all.addAll(List.of("/bin/sh", "-c", READ_ONLY_AND_OTHERWISE_EMPTY + as, "container"));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().clear();
        builder.environment().putAll(settings());
        return builder.start();
    }

    private Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(settings);
        all.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        all.put("LANG", "C.UTF-8");
        all.put("PAYFLEET_HOME", "/var/lib/payfleet");
        all.put("PLACES", PLACES.toString());
        all.put("JAVA", System.getProperty("java.home"));
        all.put("LAYOUT", Layout.FOLDER.toString());
        all.put("HOME_OUTSIDE", home.toString());
        all.putIfAbsent(TRAINING, "");
        return all;
    }

    private Ended end(Process process, String input) throws IOException, InterruptedException {
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), out, err);
    }
}
