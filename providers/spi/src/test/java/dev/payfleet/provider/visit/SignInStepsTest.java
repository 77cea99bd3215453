package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.ScriptedSignIn;
import dev.payfleet.provider.SignIn;
import dev.payfleet.provider.SignInStep;
import dev.payfleet.provider.StepSignIn;
import dev.payfleet.provider.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Signing in by steps, by code, in frames, in shadow roots and over another origin, in a real browser.
class SignInStepsTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final String NAME_PAGE = """
            <form id=sign-in method=post action=/name><input id=u name=u><button id=next>Next</button></form>""";
    private static final String PASSWORD_PAGE = """
            <form id=sign-in method=post action=/password><input id=p name=p type=password><button id=go>Go</button></form>""";
    private static final StepSignIn STEPS = new StepSignIn(
            "/sign-in", List.of(SignInStep.name("#u", "#next"), SignInStep.password("#p", "#go")), WITHIN);

    private static SmallBrowser browser;

    private final SmallSite site = new SmallSite();
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void launch() {
        browser = new SmallBrowser();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    @AfterEach
    void close() {
        browser.closePages();
        site.close();
    }

    @Test
    void types_name_and_password_on_pages_of_their_own_and_tells_the_witness_before_the_password() {
        site.on("/sign-in", SmallSite.html(200, NAME_PAGE));
        site.on("/name", SmallSite.html(200, PASSWORD_PAGE));
        site.on("/password", SmallSite.html(200, "<nav></nav>"));

        signIn(STEPS);

        assertThat(told).containsExactly("USERNAME", "PASSWORD", "submitting");
        assertThat(site.requests()).containsSubsequence("POST /name", "POST /password");
    }

    @Test
    void a_name_that_is_refused_is_told_without_the_password() {
        site.on("/sign-in", SmallSite.html(200, NAME_PAGE));
        site.on("/name", SmallSite.html(200, "<p id=wrong></p>" + NAME_PAGE));

        assertTrouble(STEPS, new Trouble.CredentialsRejected());
        assertThat(told).containsExactly("USERNAME");
    }

    @Test
    void a_step_that_does_not_come_is_named() {
        site.on("/sign-in", SmallSite.html(200, NAME_PAGE));
        site.on("/name", SmallSite.html(200, "<h1>hush</h1>"));

        assertThatThrownBy(() -> signIn(STEPS, Duration.ofSeconds(1)))
                .hasMessage("page \"sign-in\" has changed: expected #p");
    }

    @Test
    void signs_in_within_a_frame_and_reads_what_a_frame_says() {
        site.on("/sign-in", SmallSite.html(200, "<iframe id=sso src=/inner></iframe>"));
        site.on("/inner", SmallSite.html(200, """
                <form id=sign-in method=post action=/in><input id=u name=u><input id=p name=p type=password>
                <button id=go>Go</button></form>"""));
        site.on("/in", SmallSite.html(200, "<p id=wrong>"));
        FormSignIn form = new FormSignIn("/sign-in", "#u", "#p", "#go", null, WITHIN).inFrame("iframe#sso");

        assertTrouble(form, new Trouble.CredentialsRejected());
        assertThat(told).containsExactly("USERNAME", "PASSWORD", "submitting");
    }

    @Test
    void types_nothing_into_a_frame_out_of_the_wall() {
        try (SmallSite evil = new SmallSite()) {
            evil.on("/", SmallSite.html(200, "<input id=u><input id=p type=password><button id=go>Go</button>"));
            site.on("/sign-in", SmallSite.html(200, "<iframe id=sso src='" + evil.origin() + "/'></iframe>"));
            FormSignIn form = new FormSignIn("/sign-in", "#u", "#p", "#go", null, WITHIN).inFrame("iframe#sso");

            assertTrouble(form, new Trouble.OriginRefused("http://127.0.0.1"));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void signs_in_within_a_shadow_root_and_reads_what_it_says() {
        site.on("/sign-in", SmallSite.html(200, """
                <login-box></login-box><script>
                const root = document.querySelector('login-box').attachShadow({ mode: 'open' });
                root.innerHTML = '<input id=u><input id=p type=password><button id=go>Go</button>';
                root.querySelector('#go').onclick = () => root.innerHTML = '<p id=wrong></p>';
                </script>"""));

        assertTrouble(new FormSignIn("/sign-in", "#u", "#p", "#go", null, WITHIN), new Trouble.CredentialsRejected());
    }

    @Test
    void follows_the_way_over_another_declared_origin_and_back() {
        try (SmallSite identity = new SmallSite()) {
            site.on("/sign-in", SmallSite.redirect(identity.origin() + "/authorize"));
            identity.on("/authorize", SmallSite.html(200, PASSWORD_PAGE));
            identity.on("/password", SmallSite.redirect(site.origin() + "/home"));
            site.on("/home", SmallSite.html(200, "<nav></nav>"));
            StepSignIn steps = new StepSignIn("/sign-in", List.of(SignInStep.password("#p", "#go")), WITHIN);
            PageVisit visit = browser.visit(site, WITHIN, identity.origin());

            visit.signIn(steps, this::reveal, () -> told.add("submitting"));

            assertThat(visit.page().url()).endsWith("/home");
            assertThat(told).containsExactly("PASSWORD", "submitting");
        }
    }

    @Test
    void code_signs_in_where_no_data_does_and_cannot_forget_the_witness() {
        site.on(
                "/sign-in",
                SmallSite.html(200, "<p>Choose</p><button id=manager onclick=\"location='/m'\">M</button>"));
        site.on("/m", SmallSite.html(200, PASSWORD_PAGE));
        site.on("/password", SmallSite.html(200, "<nav></nav>"));
        ScriptedSignIn scripted = new ScriptedSignIn(
                "/sign-in",
                desk -> {
                    assertThat(desk.look().select("p").text()).isEqualTo("Choose");
                    desk.press("#manager");
                    desk.type("#p", CredentialField.PASSWORD);
                    assertThat(desk.shows("#nothing")).isFalse();
                    desk.press("#go");
                },
                WITHIN,
                List.of());

        signIn(scripted);

        assertThat(told).containsExactly("PASSWORD", "submitting");
    }

    @Test
    void a_document_that_breaks_off_is_never_a_short_one() {
        byte[] half = "<nav></nav><table><tr><td>one".getBytes(StandardCharsets.UTF_8);
        site.on("/list", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, half.length + 400);
            exchange.getResponseBody().write(half);
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(() -> browser.visit(site, Duration.ofSeconds(1)).open("/list"))
                .hasMessage("timed out waiting for the page /list");
    }

    @Test
    void a_page_that_scripts_draw_is_waited_for_and_its_trouble_too() {
        site.on("/list", SmallSite.html(200, """
                <nav></nav><script>setTimeout(() => document.body.innerHTML += '<table id=t><tr><td>one</table>', 300)
                </script>"""));
        site.on("/out", SmallSite.html(200, """
                <script>setTimeout(() => document.body.innerHTML = '<form id=sign-in></form>', 300)</script>"""));
        PageVisit visit = browser.visit(site, WITHIN);

        assertThat(visit.open("/list", "table#t").select("td").text()).isEqualTo("one");
        assertThatThrownBy(() -> visit.open("/out", "table#t")).hasMessage("the session is signed out");
        assertThatThrownBy(() -> browser.visit(site, Duration.ofSeconds(1)).open("/list", "table#u"))
                .hasMessage("page \"/list\" has changed: expected table#u");
    }

    @Test
    void downloads_with_the_pages_cookies_through_redirects() {
        List<String> seen = new ArrayList<>();
        site.on("/home", SmallSite.html(200, "<nav></nav>", "Set-Cookie", "sid=1; Path=/"));
        site.on("/file", SmallSite.redirect("/file.pdf"));
        site.on("/file.pdf", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Cookie"));
            SmallSite.bytes(200, new byte[] {1, 2, 3}, "Content-Type", "application/pdf")
                    .answer(exchange);
        });
        site.on("/gone", SmallSite.redirect("/sign-in"));
        site.on("/sign-in", SmallSite.html(200, NAME_PAGE));
        site.on("/away", SmallSite.redirect("https://elsewhere.example/"));
        PageVisit visit = browser.visit(site, WITHIN);
        visit.open("/home");

        assertThat(visit.download("/file")).containsExactly(1, 2, 3);
        assertThat(seen).containsExactly("sid=1");
        assertThatThrownBy(() -> visit.download("/gone")).hasMessage("the session is signed out");
        assertThatThrownBy(() -> visit.download("/away"))
                .hasMessage("not a declared origin: https://elsewhere.example");
    }

    private void signIn(SignIn signIn) {
        signIn(signIn, WITHIN);
    }

    private void signIn(SignIn signIn, Duration patience) {
        browser.visit(site, patience).signIn(signIn, this::reveal, () -> told.add("submitting"));
    }

    private void assertTrouble(SignIn signIn, Trouble expected) {
        assertThatThrownBy(() -> signIn(signIn))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(expected))
                .hasMessageNotContainingAny("ann", "s3cr");
    }

    private String reveal(CredentialField field) {
        told.add(field.name());
        return switch (field) {
            case USERNAME -> "ann";
            case PASSWORD -> "s3cr t€";
        };
    }
}
