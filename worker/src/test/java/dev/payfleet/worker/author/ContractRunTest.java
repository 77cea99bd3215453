package dev.payfleet.worker.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractRunTest {
    @TempDir
    private Path folder;

    private Path payfleet;
    private Path project;
    private Path work;

    @BeforeEach
    void make() throws IOException {
        payfleet = Files.createDirectories(folder.resolve("payfleet"));
        project = Files.createDirectories(folder.resolve("elsewhere/acme"));
        work = folder.resolve("home/check");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void tells_what_is_kept_and_what_is_broken() throws InterruptedException {
        List<ContractPoint> points =
                run(FakeMaven.in(folder, project, false), false).ofProject(project);

        assertThat(points)
                .containsExactly(
                        new ContractPoint(
                                "signs in and tells the ledger once", Duration.ofMillis(1250), Optional.empty()),
                        new ContractPoint("reads lists of one page, case 2", Duration.ofMillis(20), Optional.empty()),
                        new ContractPoint(
                                "a closed site is unavailable",
                                Duration.ofMillis(500),
                                Optional.of("expected: Unavailable but was: SignedOut")));
    }

    @Test
    void builds_a_project_beside_payfleet_wherever_it_lies() throws Exception {
        run(FakeMaven.in(folder, project, true), true).ofProject(project);

        assertThat(Files.readString(work.resolve("pom.xml")))
                .contains("<module>../../payfleet</module>", "<module>../../elsewhere/acme</module>");
        assertThat(Files.readString(folder.resolve("told")))
                .startsWith("-f " + work.resolve("pom.xml") + " -pl ../../elsewhere/acme -am ")
                .contains(" -o ")
                .endsWith(" -Dtest=*ContractTest test\n");
    }

    @Test
    void runs_one_adapter_s_contract_of_this_build() throws Exception {
        Path adapters = Files.createDirectories(payfleet.resolve("providers/adapters"));
        run(FakeMaven.in(folder, adapters, true), false).ofThisBuild("acme-pay");

        assertThat(Files.readString(folder.resolve("told")))
                .contains("-pl providers/adapters", " -Dtest=dev/payfleet/provider/acmepay/*ContractTest test")
                .doesNotContain(" -o ");
    }

    @Test
    void an_old_report_is_no_verdict() throws InterruptedException {
        run(FakeMaven.in(folder, project, true), false).ofProject(project);

        assertThatThrownBy(() -> run(FakeMaven.failing(folder), false).ofProject(project))
                .isInstanceOf(AuthorException.class)
                .hasMessage("it did not come to a test of the contract");
    }

    @Test
    void refuses_a_folder_without_a_project_and_a_machine_without_maven() {
        assertThatThrownBy(() -> run(FakeMaven.failing(folder), false).ofProject(folder))
                .hasMessage("DIR: there is no pom.xml in it");
        assertThatThrownBy(() -> run(folder.resolve("absent"), false).ofProject(project))
                .hasMessage("Maven cannot be run");
    }

    private ContractRun run(Path maven, boolean offline) {
        return new ContractRun(payfleet, work, maven.toString(), offline);
    }
}
