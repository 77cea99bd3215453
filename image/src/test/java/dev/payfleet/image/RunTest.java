package dev.payfleet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.fixture.proxy.FixtureProxy;
import dev.payfleet.fixture.proxy.ProxyOptions;
import dev.payfleet.image.Container.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The layout at work: an ordinary user, a read-only file system, Chromium in its sandbox.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunTest {
    private static final String DECLARED = "https://payroll.larkspur.example";
    private static final String PROXY_PASSWORD = "only-on-loopback";
    private static final Pattern JOB = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENDED_BY_SIGTERM = 143;

    private final LarkspurPeople people = LarkspurPeople.of(5, 1);
    private final LarkspurPerson person = people.get(0);

    @TempDir
    private Path folder;

    private LarkspurSite site;
    private FixtureProxy proxy;
    private Container container;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        String obstacle = Container.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
        Container.train(folder.resolve("training"));
        // Slow enough to be met in the middle.
        site = LarkspurSite.start(SiteOptions.of(people).withLatency(Duration.ofMillis(150), Duration.ZERO));
        proxy = FixtureProxy.start(ProxyOptions.of(Map.of("the-image", PROXY_PASSWORD)));
        Path home = folder.resolve("home");
        container = new Container(
                home,
                Map.of(
                        "PAYFLEET_LANES", "1",
                        "PAYFLEET_PROXY", proxy.host() + ":" + proxy.port(),
                        "PAYFLEET_PROXY_USER", "the-image",
                        "PAYFLEET_PROXY_PASSWORD_FILE", "/var/lib/payfleet/proxy-password",
                        "PAYFLEET_ORIGINS", DECLARED + "=" + site.origin()));
        Files.writeString(home.resolve("proxy-password"), PROXY_PASSWORD);
    }

    @AfterEach
    void close() {
        if (site != null) {
            proxy.close();
            site.close();
        }
    }

    @Test
    void a_job_is_done_in_the_sandbox_and_brought_to_its_end_after_sigterm() throws Exception {
        assertThat(container.health().code()).isEqualTo(3);
        String job = connect();
        Process worker = container.start("work", "--log", "-");
        CompletableFuture<String> log = CompletableFuture.supplyAsync(() -> everything(worker));
        try {
            List<KernelView> processes = await(() -> withRenderer(worker));
            assertThat(container.health()).isEqualTo(new Ended(0, "healthy\n", ""));

            Container.init(worker).destroy();

            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            assertSandboxed(processes);
        } finally {
            worker.destroyForcibly();
        }
        assertThat(log.get()).contains("\"outcome\":\"succeeded\"").doesNotContain(person.password());
        assertThat(container.run("", "result", job).code()).isZero();
        assertThat(container.health().code()).isEqualTo(3);
    }

    @Test
    void a_worker_that_says_nothing_any_more_is_stuck() throws IOException, InterruptedException {
        long aMinuteAgo = Instant.now().minusSeconds(60).toEpochMilli();
        Files.writeString(folder.resolve("home/health"), Long.toString(aMinuteAgo));

        Ended asked = container.health();

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.out()).startsWith("stuck: it has said nothing for 6");
    }

    @Test
    void what_the_image_leaves_out_is_refused_in_one_line() throws IOException, InterruptedException {
        for (String command : List.of("demo", "bench")) {
            Ended asked = container.run("", command);

            assertThat(asked.code()).isEqualTo(3);
            assertThat(asked.err())
                    .isEqualTo("payfleet: " + command + " is not in this image; run ./payfleet " + command
                            + " in the project's folder\n");
        }
    }

    private String connect() throws IOException, InterruptedException {
        Ended connected = container.run(
                person.password() + "\n",
                "connect",
                "--client=acme",
                "--connection=c-1",
                "--provider=larkspur",
                "--username=" + person.userName(),
                "--password-stdin");
        assertThat(connected.code()).as(connected.err()).isZero();
        Matcher job = JOB.matcher(connected.out());
        assertThat(job.find()).isTrue();
        return job.group();
    }

    private static List<KernelView> withRenderer(Process worker) {
        List<KernelView> all = KernelView.below(worker.toHandle());
        boolean working = all.stream()
                .filter(process -> process.told("Seccomp").equals("2"))
                .anyMatch(KernelView::isRenderer);
        return working ? all : List.of();
    }

    private static void assertSandboxed(List<KernelView> processes) throws IOException {
        String ours = Files.readSymbolicLink(Path.of("/proc/self/ns/user")).toString();
        assertThat(processes).allSatisfy(process -> {
            assertThat(process.told("Uid")).isEqualTo("10001\t10001\t10001\t10001");
            assertThat(process.userNamespace().equals(ours)
                            && !process.told("CapEff").equals("0000000000000000"))
                    .as("a capability outside of Chromium's own namespace")
                    .isFalse();
            assertThat(process.commandLine()).doesNotContain("--no-sandbox");
        });
        assertThat(processes).filteredOn(KernelView::isRenderer).isNotEmpty().allSatisfy(page -> {
            // 2 is SECCOMP_MODE_FILTER.
            assertThat(page.told("Seccomp")).isEqualTo("2");
            assertThat(page.told("NoNewPrivs")).isEqualTo("1");
            assertThat(page.userNamespace()).isNotEqualTo(ours);
        });
    }

    private static List<KernelView> await(Supplier<List<KernelView>> look) {
        Instant end = Instant.now().plus(PATIENCE);
        List<KernelView> seen = look.get();
        while (seen.isEmpty() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            seen = look.get();
        }
        return seen;
    }

    private static String everything(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
