package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.queue.Delivery;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.ReadJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectCommandTest {
    private static final String PASSWORD = "corréct horse 9";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void seals_the_credential_and_has_a_worker_sign_in() throws InterruptedException {
        Ran ran = connect(PASSWORD + "\r\n", "larkspur");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        try (Fleet fleet = shell.fleet();
                StoredCredential stored =
                        fleet.connections().credential(Told.KEY).orElseThrow()) {
            assertThat(stored.credential().username().reveal()).isEqualTo("someone");
            assertThat(stored.credential().password().reveal()).isEqualTo(PASSWORD);
            FetchJob job = onlyJob(fleet);
            assertThat(job.kind()).isEqualTo(JobKind.CONNECT);
            assertThat(job.key()).isEqualTo(Told.KEY);
            assertThat(job.attended()).isFalse();
            assertThat(ran.out()).contains("│ job_id │ " + job.jobId() + " │");
        }
    }

    @Test
    void hands_on_the_grant_from_its_file() throws IOException, InterruptedException {
        Path grant = Files.writeString(folder.resolve("grant"), "head.claims.signature\n");

        Ran ran = connect(PASSWORD, "larkspur", "--grant-file", grant.toString());

        assertThat(ran.everything()).doesNotContain("claims");
        try (Fleet fleet = shell.fleet()) {
            assertThat(onlyJob(fleet).grant()).isEqualTo("head.claims.signature");
        }
    }

    @Test
    void says_whether_the_person_is_there() throws InterruptedException {
        connect(PASSWORD, "larkspur", "--attended");

        try (Fleet fleet = shell.fleet()) {
            assertThat(onlyJob(fleet).attended()).isTrue();
        }
    }

    @Test
    void refuses_a_grant_file_that_is_not_there_and_keeps_nothing() {
        Ran ran = connect(
                PASSWORD, "larkspur", "--grant-file", folder.resolve("none").toString());

        assertThat(ran.err()).startsWith("payfleet: --grant-file: the file cannot be read");
        assertRefused(ran);
    }

    @Test
    void seals_the_secret_of_an_authenticator_with_the_credential() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "jbsw y3dp ehpk 3pxp\n");

        Ran ran = connect(PASSWORD, "fernhill", "--authenticator-file", secret.toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.everything()).doesNotContainIgnoringCase("jbsw");
        try (Fleet fleet = shell.fleet();
                StoredCredential stored =
                        fleet.connections().credential(Told.KEY).orElseThrow()) {
            assertThat(stored.credential().authenticator()).contains(Secret.of("jbsw y3dp ehpk 3pxp"));
        }
    }

    @Test
    void refuses_a_secret_of_an_authenticator_that_is_none_without_repeating_it() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter1\n");

        Ran ran = connect(PASSWORD, "fernhill", "--authenticator-file", secret.toString());

        assertThat(ran.err())
                .startsWith("payfleet: the authenticator's secret is not base32")
                .contains("; give what the provider shows");
        assertThat(ran.everything()).doesNotContain("hunter");
        assertRefused(ran);
    }

    @Test
    void refuses_an_authenticator_file_that_is_not_there_and_keeps_nothing() {
        Ran ran = connect(
                PASSWORD,
                "fernhill",
                "--authenticator-file",
                folder.resolve("none").toString());

        assertThat(ran.err()).startsWith("payfleet: the authenticator's secret cannot be read; ");
        assertRefused(ran);
    }

    @Test
    void shows_the_password_nowhere() throws IOException {
        Ran ran = connect(PASSWORD + "\n", "larkspur");

        assertThat(ran.everything()).doesNotContain(PASSWORD);
        try (Stream<Path> files = Files.walk(shell.home())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("horse"));
        }
    }

    @Test
    void refuses_a_provider_that_there_is_not_and_keeps_nothing() {
        Ran ran = connect(PASSWORD, "lakspur");

        String known = ProviderCatalog.load().all().stream()
                .map(provider -> provider.declaration().id())
                .collect(Collectors.joining(", "));
        assertThat(ran.err())
                .isEqualTo("payfleet: --provider: there is no such provider; expected one of " + known + "\n");
        assertThat(known).contains("larkspur");
        assertRefused(ran);
    }

    @Test
    void refuses_a_password_that_is_none() {
        Ran empty = connect("\n", "larkspur");
        Ran endless = connect("x".repeat(5_000), "larkspur");

        assertThat(empty.err()).isEqualTo("payfleet: the password is empty; give the person's\n");
        assertThat(endless.err()).startsWith("payfleet: the password is longer than 1024 bytes; ");
        assertRefused(empty);
        assertRefused(endless);
    }

    @Test
    void asks_for_no_password_where_there_is_no_terminal() {
        Ran ran = shell.run(
                "connect",
                "--client",
                "acme",
                "--connection",
                "c-17",
                "--provider",
                "larkspur",
                "--username",
                "someone");

        assertThat(ran.err())
                .isEqualTo("payfleet: the password cannot be asked for without a terminal; pipe it in with"
                        + " --password-stdin\n");
        assertRefused(ran);
    }

    @Test
    void refuses_names_that_cannot_be_keys_without_repeating_them() {
        Ran ran = shell.run(
                "connect", "--client", "hunter 2", "--connection", "c", "--provider", "larkspur", "--username", "u");

        assertThat(ran.err()).startsWith("payfleet: --client, --connection: ").doesNotContain("hunter");
        assertRefused(ran);
    }

    private Ran connect(String input, String provider, String... more) {
        List<String> usual = List.of(
                "connect",
                "--client",
                "acme",
                "--connection",
                "c-17",
                "--provider",
                provider,
                "--username",
                "someone",
                "--password-stdin");
        return shell.typing(
                input, Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private void assertRefused(Ran ran) {
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        try (Fleet fleet = shell.fleet()) {
            assertThat(fleet.connections().find(Told.KEY)).isEmpty();
            assertThat(fleet.desk().depths().ready()).isZero();
        }
    }

    private static FetchJob onlyJob(Fleet fleet) throws InterruptedException {
        List<Delivery> deliveries = fleet.queue().receive(10, Duration.ofMinutes(1), Duration.ZERO).stream()
                .flatMap(turn -> turn.deliveries().stream())
                .toList();
        assertThat(deliveries).hasSize(1);
        return ((ReadJob.WellFormed)
                        new JobReader().read(deliveries.getFirst().body().bytes()))
                .job();
    }
}
