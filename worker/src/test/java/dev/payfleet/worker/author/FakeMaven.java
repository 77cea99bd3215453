package dev.payfleet.worker.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A program in Maven's place: it notes what it was told, and leaves a report where Maven's test runner does.
public final class FakeMaven {
    private static final String BROKEN = """
            <testcase name="a_closed_site_is_unavailable" classname="acme.AcmeContractTest" time="0.5">
                <failure message="expected: Unavailable&#10; but was: SignedOut" type="java.lang.AssertionError">at …</failure>
              </testcase>""";

    private FakeMaven() {}

    /// A program whose tests all pass, or one of them fails.
    ///
    /// @param project whose report it leaves
    public static Path in(Path folder, Path project, boolean passes) {
        return script(folder, """
                mkdir -p '%1$s/target/surefire-reports'
                cat > '%1$s/target/surefire-reports/TEST-acme.AcmeContractTest.xml' <<'REPORT'
                <testsuite name="acme.AcmeContractTest">
                  <testcase name="signs_in_and_tells_the_ledger_once" classname="acme.AcmeContractTest" time="1.25"/>
                  <testcase name="reads_lists_of_one_page()[2]" classname="acme.AcmeContractTest" time="0.02"/>
                  %2$s
                </testsuite>
                REPORT
                """.formatted(project.toAbsolutePath(), passes ? "" : BROKEN));
    }

    /// A program that finds nothing to test.
    public static Path failing(Path folder) {
        return script(folder, "exit 1");
    }

    private static Path script(Path folder, String rest) {
        try {
            Path program = folder.resolve("mvn");
            Files.writeString(program, "#!/bin/sh\necho \"$@\" > '" + folder.resolve("told") + "'\n" + rest + "\n");
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
