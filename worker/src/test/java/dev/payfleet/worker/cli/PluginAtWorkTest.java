package dev.payfleet.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.cli.Shell.Ran;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.plugin.PluginJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker serves a provider that it was brought as a jar: it signs in there and reads.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class PluginAtWorkTest {
    private static final String DRIVER = "playwright.cli.dir";

    private static final String ADAPTER = """
            package acme;

            import dev.payfleet.payroll.Company;
            import dev.payfleet.provider.*;
            import java.time.Duration;
            import java.util.*;

            public final class Adapter implements PayrollProvider {
                @Override
                public ProviderDeclaration declaration() {
                    return new ProviderDeclaration(
                            "acme",
                            "Acme Pay",
                            "GB",
                            List.of(Origin.of("https://pay.example.com")),
                            List.of(
                                    PageSign.element(PageMeaning.SIGNED_OUT, "form#sign-in"),
                                    PageSign.element(PageMeaning.SIGNED_IN, "nav")),
                            StaticTexts.ofLines("Sign in"),
                            new PoliteRate(50),
                            3,
                            Duration.ofHours(1),
                            DeviceTrust.NONE);
                }

                @Override
                public SignIn signIn() {
                    return new FormSignIn("/sign-in", "#u", "#p", "#go", null, Duration.ofSeconds(10));
                }

                @Override
                public SessionProbe probe() {
                    return SessionProbe.opening("/home");
                }

                @Override
                public Map<Resource, ResourceReading> readings() {
                    return Map.of(Resource.COMPANY, ResourceReading.ofDocuments((visit, query) -> {
                        String name = visit.open("/home").select("h1").text();
                        return ReadResult.complete(List.of(new Company(null, "1", name, name, null, null)));
                    }));
                }
            }
            """;

    private static final String FORM = """
            <title>Sign in</title><form id="sign-in" method="post" action="/sign-in">
            <input id="u" name="u"><input id="p" name="p" type="password"><button id="go">Sign in</button></form>""";

    private static final String HOME = "<title>Home</title><nav>Home</nav><h1>Plug and Sons</h1>";

    private final @Nullable String driver = System.getProperty(DRIVER);

    @TempDir
    private Path folder;

    private HttpServer site;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", PluginAtWorkTest::answer);
        site.start();
        shell = new Shell(folder)
                .with("PAYFLEET_DIRECT", "true")
                .with("PAYFLEET_LANES", "1")
                .with(
                        "PAYFLEET_ORIGINS",
                        "https://pay.example.com=http://127.0.0.1:"
                                + site.getAddress().getPort());
        new PluginJar(folder)
                .source("acme/Adapter.java", ADAPTER)
                .offering("acme.Adapter")
                .into(shell.home().resolve("plugins").resolve("acme.jar"));
    }

    /// A worker tells Playwright of the driver in its home by a property of the process, and this home goes away.
    @AfterEach
    void close() {
        site.stop(0);
        if (driver == null) {
            System.clearProperty(DRIVER);
        } else {
            System.setProperty(DRIVER, driver);
        }
    }

    @Test
    void a_job_of_a_plugins_provider_is_signed_in_for_and_read() {
        try (Fleet fleet = shell.fleet()) {
            fleet.connections()
                    .connect(Told.KEY, "acme", new Credential(Secret.of("ada"), Secret.of("horse")), Instant.now());
        }
        Ran sent = shell.typing(job(), "submit", "-");
        assertThat(sent.code()).as(sent.everything()).isZero();

        Ran worked = shell.run("work", "--until-empty");

        assertThat(worked.code()).as(worked.everything()).isZero();
        assertThat(shell.run("result", Jobs.ID.toString()).out()).contains("succeeded", "Plug and Sons");
    }

    private static String job() {
        return """
                {"version":1,"job_id":"%s","kind":"fetch","client_id":"%s","connection_id":"%s","provider":"acme",\
                "resource":"company","max_age_seconds":0,"deadline":"%s"}
                """.formatted(
                        Jobs.ID,
                        Told.KEY.clientId(),
                        Told.KEY.connectionId(),
                        Instant.now().plusSeconds(600));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean post = exchange.getRequestMethod().equals("POST");
        String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        if (post) {
            exchange.getResponseHeaders().add("Set-Cookie", "acme=live; Path=/; HttpOnly");
            exchange.getResponseHeaders().add("Location", "/home");
            exchange.sendResponseHeaders(303, -1);
        } else {
            byte[] page = (cookie.contains("acme=live") ? HOME : FORM).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }
}
