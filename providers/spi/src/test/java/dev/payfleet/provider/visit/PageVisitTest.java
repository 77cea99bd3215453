package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Trouble;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In a real browser, against a small site.
class PageVisitTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-18T09:00:00Z"), ZoneOffset.UTC);
    private static final String CHROMIUM =
            System.getenv().getOrDefault("PAYFLEET_BROWSER", "/usr/bin/chromium-headless-shell");
    private static final String FORM = """
            <form id=sign-in method=post action="%s"><input id=u name=u><input id=p name=p type=password>
            <button id=go>Sign in</button></form>""";
    private static final FormSignIn SIGN_IN =
            new FormSignIn("/sign-in", "#u", "#p", "#go", null, Duration.ofMillis(1_500));

    private static Playwright playwright;
    private static Browser browser;

    private final SmallSite site = new SmallSite();
    private final List<String> told = new ArrayList<>();
    private final List<String> posted = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--disable-gpu", "--disable-quic")));
    }

    @AfterAll
    static void quit() {
        playwright.close();
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext();
        page = context.newPage();
        site.on("/sign-in", SmallSite.html(200, FORM.formatted("/sign-in-post")));
    }

    @AfterEach
    void close() {
        context.close();
        site.close();
    }

    @Test
    void opens_a_page_as_its_scripts_left_it() {
        site.on(
                "/home",
                SmallSite.html(
                        200, "<nav></nav><h1></h1><script>document.querySelector('h1').append('Größe')</script>"));

        assertThat(visit().open("/home?a=b").selectFirst("h1").text()).isEqualTo("Größe");
        assertThat(visit().tier()).isEqualTo(Tier.BROWSER);
        assertThat(visit().page()).isSameAs(page);
    }

    @Test
    void does_not_wait_for_pictures() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        site.on("/slow.png", exchange -> await(done));
        site.on("/home", SmallSite.html(200, "<nav></nav><img src=/slow.png>"));

        assertThat(visit().open("/home").select("nav")).hasSize(1);
        done.countDown();
    }

    @Test
    void tells_what_a_page_means() {
        site.on("/out", SmallSite.redirect("/sign-in"));
        site.on("/down", SmallSite.html(503, "<p id=maintenance>"));
        site.on("/429", SmallSite.html(429, "<p>", "Retry-After", "7"));
        site.on("/slips/E17", SmallSite.html(404, "<nav>"));
        site.on("/egress", SmallSite.html(403, "<p id=locked>", "Payfleet-Egress", "origin-refused"));
        site.on("/407", SmallSite.html(407, "<p>"));

        assertTrouble("/out", new Trouble.SignedOut());
        assertTrouble("/down", new Trouble.Unavailable());
        assertTrouble("/429", new Trouble.RateLimited(Duration.ofSeconds(7)));
        assertTrouble("/slips/E17?name=hush", new Trouble.LayoutChanged("/slips/*", "a page, not status 404"));
        assertTrouble("/egress", new Trouble.OriginRefused(site.origin().toString()));
        assertTrouble("/407", new Trouble.EgressUnavailable());
    }

    @Test
    void is_late_without_telling_the_address() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        site.on("/slips/E17", exchange -> await(done));

        assertThatThrownBy(() -> visit(Duration.ofMillis(300)).open("/slips/E17?name=hush"))
                .isInstanceOf(ProviderException.class)
                .hasMessage("timed out waiting for the page /slips/*")
                .hasNoCause();
        done.countDown();
    }

    @Test
    void refuses_to_end_up_out_of_the_wall() {
        try (SmallSite other = new SmallSite()) {
            other.on("/", SmallSite.html(200, "<nav>"));
            site.on("/a", SmallSite.redirect(other.origin() + "/?name=hush"));

            assertThatThrownBy(() -> visit().open("/a")).hasMessage("not a declared origin: http://127.0.0.1");
        }
    }

    @Test
    void tells_a_dead_proxy_from_a_dead_site() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (BrowserContext proxied =
                browser.newContext(new Browser.NewContextOptions().setProxy(new Proxy("http://127.0.0.1:" + closed)))) {
            page = proxied.newPage();
            assertTrouble("/a?name=hush", new Trouble.EgressUnavailable());
        }
        page = context.newPage();
        site.close();
        assertTrouble("/a?name=hush", new Trouble.Unavailable());
    }

    @Test
    void a_page_that_was_closed_is_a_lost_browser() {
        page.close();

        assertThatThrownBy(() -> visit().open("/a?name=hush"))
                .isInstanceOf(BrowserLostException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void signs_in_and_tells_the_witness_right_before() {
        answerPost(SmallSite.redirect("/home"));
        site.on("/home", SmallSite.html(200, "<nav></nav>"));

        signIn(SIGN_IN);

        assertThat(told).containsExactly("USERNAME", "PASSWORD", "submitting with 0 posted");
        assertThat(posted).containsExactly("u=ann&p=s3cr+t€");
    }

    @Test
    void types_nothing_where_the_person_is_signed_in() {
        site.on("/sign-in", SmallSite.redirect("/home"));
        site.on("/home", SmallSite.html(200, "<nav></nav>"));

        signIn(SIGN_IN);

        assertThat(told).isEmpty();
    }

    @Test
    void tells_how_the_provider_answered() {
        answerPost(SmallSite.html(200, "<p id=wrong></p>" + FORM.formatted("/sign-in-post")));
        assertSignInTrouble(new Trouble.CredentialsRejected());
        answerPost(SmallSite.html(403, "<p id=locked></p>"));
        assertSignInTrouble(new Trouble.AccountLocked());
        answerPost(SmallSite.html(503, "<p>"));
        assertSignInTrouble(new Trouble.Unavailable());
        answerPost(SmallSite.html(429, "<p>", "Retry-After", "30"));
        assertSignInTrouble(new Trouble.RateLimited(Duration.ofSeconds(30)));
    }

    @Test
    void an_answer_without_a_sign_is_a_changed_layout() {
        answerPost(SmallSite.html(200, "<h1>hush, something new</h1>"));
        assertSignInTrouble(new Trouble.LayoutChanged("sign-in", "a known answer to the form"));
        answerPost(SmallSite.html(200, FORM.formatted("/sign-in-post")));
        assertSignInTrouble(new Trouble.LayoutChanged("sign-in", "a known answer to the form"));
    }

    @Test
    void no_answer_is_late() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        answerPost(exchange -> await(done));

        assertSignInTrouble(new Trouble.TimedOut("the answer to the sign-in"));
        done.countDown();
    }

    @Test
    void sees_an_answer_that_a_script_shows_without_a_new_page() {
        site.on("/sign-in", SmallSite.html(200, FORM.formatted("/x") + """
                <script>document.forms[0].onsubmit = e => { e.preventDefault();
                  setTimeout(() => document.body.innerHTML = '<p id=wrong>', 100); }</script>"""));

        assertSignInTrouble(new Trouble.CredentialsRejected());
    }

    @Test
    void sees_through_a_page_that_moves_on_by_itself() {
        answerPost(SmallSite.html(200, "<p>One moment</p><script>setTimeout(() => location = '/home', 200)</script>"));
        site.on("/home", SmallSite.html(200, "<nav></nav>"));

        signIn(SIGN_IN);

        assertThat(page.url()).endsWith("/home");
    }

    @Test
    void waits_until_the_form_is_ready() {
        site.on("/sign-in", SmallSite.html(200, FORM.formatted("/sign-in-post") + """
                <script>document.querySelector('#u').value = 'x';
                  setTimeout(() => { document.querySelector('#u').value = ''; document.forms[0].dataset.ready = 'true' }, 200)
                </script>"""));
        answerPost(SmallSite.redirect("/home"));
        site.on("/home", SmallSite.html(200, "<nav></nav>"));

        signIn(new FormSignIn("/sign-in", "#u", "#p", "#go", "#sign-in[data-ready=true]", Duration.ofMillis(1_500)));

        assertThat(posted).containsExactly("u=ann&p=s3cr+t€");
    }

    @Test
    void a_missing_field_is_a_changed_layout_and_nothing_is_submitted() {
        FormSignIn other = new FormSignIn("/sign-in", "#u", "#pin", "#go", null, Duration.ofSeconds(1));

        assertThatThrownBy(() -> signIn(other)).hasMessage("page \"sign-in\" has changed: expected #pin");
        assertThat(told).isEmpty();
    }

    @Test
    void a_submit_that_cannot_be_pressed_is_found_before_the_witness_is_told() {
        site.on("/sign-in", SmallSite.html(200, FORM.formatted("/x").replace("<button", "<button disabled")));

        assertThatThrownBy(() -> signIn(SIGN_IN))
                .hasMessage("page \"sign-in\" has changed: expected #go")
                .hasNoCause();
        assertThat(told).containsExactly("USERNAME", "PASSWORD");
    }

    @Test
    void submits_nothing_out_of_the_wall() {
        site.on("/sign-in", SmallSite.html(200, FORM.formatted("https://evil.example/take?name=hush")));

        assertSignInTrouble(new Trouble.OriginRefused("https://evil.example"));
        assertThat(told).doesNotContain("submitting with 0 posted");
    }

    @Test
    void types_nothing_out_of_the_wall() {
        try (SmallSite evil = new SmallSite()) {
            evil.on("/", SmallSite.html(200, FORM.formatted("/")));
            site.on(
                    "/sign-in",
                    SmallSite.html(
                            200, "<form id=sign-in></form><script>location = '" + evil.origin() + "/'</script>"));

            assertThatThrownBy(() -> signIn(SIGN_IN)).hasMessage("not a declared origin: http://127.0.0.1");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void a_witness_that_throws_stops_the_submit() {
        answerPost(SmallSite.redirect("/home"));

        assertThatThrownBy(() -> visit().signIn(SIGN_IN, field -> "x", () -> {
                    throw new IllegalStateException("the ledger is full");
                }))
                .hasMessage("the ledger is full");
        assertThat(posted).isEmpty();
    }

    private PageVisit visit() {
        return visit(Duration.ofSeconds(2));
    }

    private PageVisit visit(Duration timeout) {
        return new PageVisit(page, site.setting(CLOCK, timeout));
    }

    private void signIn(FormSignIn form) {
        visit().signIn(form, this::reveal, () -> told.add("submitting with " + posted.size() + " posted"));
    }

    private String reveal(CredentialField field) {
        told.add(field.name());
        return switch (field) {
            case USERNAME -> "ann";
            case PASSWORD -> "s3cr t€";
        };
    }

    private void answerPost(SmallSite.Page answer) {
        posted.clear();
        site.on("/sign-in-post", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(URLDecoder.decode(body.replace("+", "%2B"), StandardCharsets.UTF_8));
            answer.answer(exchange);
        });
    }

    private void assertTrouble(String path, Trouble expected) {
        assertThatThrownBy(() -> visit().open(path))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(expected))
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    private void assertSignInTrouble(Trouble expected) {
        assertThatThrownBy(() -> signIn(SIGN_IN))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isEqualTo(expected))
                .hasMessageNotContainingAny("hush", "ann", "s3cr")
                .hasNoCause();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
