package dev.payfleet.worker.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs an adapter's contract with Maven, beside the modules it builds on: a project that lies anywhere needs
/// nothing that was installed before.
public final class ContractRun {
    private static final List<String> FLAGS = List.of(
            "-B",
            "-Denforcer.skip=true",
            "-Dspotless.check.skip=true",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dmaven.test.failure.ignore=true");

    private final Path payfleet;
    private final Path work;
    private final String maven;
    private final List<String> flags = new ArrayList<>(FLAGS);

    /// @param payfleet the folder of Payfleet's sources
    /// @param work where the log and what Maven is told are written
    /// @param maven the program
    /// @param offline whether Maven may fetch nothing
    public ContractRun(Path payfleet, Path work, String maven, boolean offline) {
        this.payfleet = payfleet.toAbsolutePath().normalize();
        this.work = work.toAbsolutePath().normalize();
        this.maven = maven;
        if (offline) {
            flags.add("-o");
        }
    }

    /// The contract of an adapter of this build.
    ///
    /// @throws AuthorException where it did not come to a test
    public List<ContractPoint> ofThisBuild(String id) throws InterruptedException {
        return run(
                payfleet.resolve("pom.xml"),
                "providers/adapters",
                "dev/payfleet/provider/" + id.replace("-", "") + "/*ContractTest",
                payfleet.resolve("providers/adapters"));
    }

    /// The contract of a project of its own.
    ///
    /// @throws AuthorException where it does not compile, or did not come to a test
    public List<ContractPoint> ofProject(Path project) throws InterruptedException {
        Path folder = project.toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
            throw new AuthorException(
                    "DIR: there is no pom.xml in it", "name the folder of an adapter's project", null);
        }
        return run(bothTogether(folder), work.relativize(folder).toString(), "*ContractTest", folder);
    }

    /// A build of Payfleet and the project, so that the one finds the other's modules.
    private Path bothTogether(Path project) {
        String pom = """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.payfleet.check</groupId>
                  <artifactId>check</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                    <module>%s</module>
                    <module>%s</module>
                  </modules>
                </project>
                """.formatted(work.relativize(payfleet), work.relativize(project));
        try {
            Files.createDirectories(work);
            return Files.writeString(work.resolve("pom.xml"), pom);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private List<ContractPoint> run(Path pom, String module, String tests, Path project) throws InterruptedException {
        Path log = work.resolve("check.log");
        try {
            Files.createDirectories(work);
            ContractReport report = new ContractReport(project);
            report.clear();
            List<String> command = new ArrayList<>(List.of(maven, "-f", pom.toString(), "-pl", module, "-am"));
            command.addAll(flags);
            command.addAll(List.of("-Dtest=" + tests, "test"));
            waitFor(start(command, log));
            List<ContractPoint> points = report.read();
            if (points.isEmpty()) {
                throw new AuthorException("it did not come to a test of the contract", "see " + log, null);
            }
            return points;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putIfAbsent("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow");
        return builder.start();
    }

    /// Its exit code says nothing that the reports do not.
    private static void waitFor(Process process) throws InterruptedException {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    private static AuthorException unwritable(IOException cause) {
        return new AuthorException(
                "Maven cannot be run", "see that mvn is on the PATH and PAYFLEET_HOME can be written", cause);
    }
}
