package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieJarTest {

    private static final URI PAY = URI.create("https://pay.example.com/account/list");

    private Instant now = Instant.parse("2026-03-18T09:00:00Z");
    private final InstantSource time = () -> now;
    private final CookieJar jar = new CookieJar(List.of(), time);

    @Test
    void sends_back_what_was_set() {
        jar.receive(PAY, List.of("sid=abc=d; Path=/; HttpOnly; Secure; SameSite=Lax", "theme = dark"));

        assertThat(jar.headerFor(PAY)).isEqualTo("theme=dark; sid=abc=d");
        assertThat(jar.cookies()).contains(new Cookie("sid", "abc=d", "pay.example.com", "/", null, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "https://pay.example.com/,            true",
        "https://www.pay.example.com/,        false",
        "https://example.com/,                false",
        "https://evilpay.example.com/,        false",
    })
    void a_cookie_without_a_domain_is_for_its_host_alone(URI address, boolean sent) {
        jar.receive(PAY, List.of("sid=1; Path=/"));

        assertThat(!jar.headerFor(address).isEmpty()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "https://pay.example.com/,            true",
        "https://example.com/,                true",
        "https://a.b.example.com/,            true",
        "https://evilexample.com/,            false",
    })
    void a_cookie_with_a_domain_is_for_all_beneath_it(URI address, boolean sent) {
        jar.receive(PAY, List.of("sid=1; Path=/; Domain=EXAMPLE.com"));

        assertThat(!jar.headerFor(address).isEmpty()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sid=1; Domain=evil.example",
                "sid=1; Domain=other.example.com",
                "sid=1; Domain=ay.example.com",
                "=1",
                "sid",
                "",
                ";;;",
                "sid=1\u0000; Path=/",
                "__Host-sid=1; Path=/",
                "__Host-sid=1; Secure; Path=/; Domain=pay.example.com",
                "__Secure-sid=1; Path=/",
            })
    void ignores_what_is_not_the_answerers_to_set(String header) {
        jar.receive(PAY, List.of(header));

        assertThat(jar.cookies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/account,      https://pay.example.com/account,        true",
        "/account,      https://pay.example.com/account/a,      true",
        "/account,      https://pay.example.com/accounts,       false",
        "/account/,     https://pay.example.com/account,        false",
        "/,             https://pay.example.com,                true",
    })
    void a_cookie_is_for_its_path_and_beneath(String path, URI address, boolean sent) {
        jar.receive(PAY, List.of("sid=1; Path=" + path));

        assertThat(!jar.headerFor(address).isEmpty()).isEqualTo(sent);
    }

    @Test
    void without_a_path_it_is_for_the_folder_of_the_page_that_set_it() {
        jar.receive(PAY, List.of("sid=1"));

        assertThat(jar.cookies().getFirst().path()).isEqualTo("/account");
    }

    @Test
    void longer_paths_go_first() {
        jar.receive(PAY, List.of("a=1; Path=/", "b=2; Path=/account"));

        assertThat(jar.headerFor(PAY)).isEqualTo("b=2; a=1");
    }

    @Test
    void a_secure_cookie_travels_over_tls_or_loopback_alone() {
        CookieJar loopback = new CookieJar(List.of(new Cookie("sid", "1", "127.0.0.1", "/", null, true, true)), time);

        assertThat(loopback.headerFor(URI.create("http://127.0.0.1:8080/"))).isEqualTo("sid=1");
    }

    @Test
    void max_age_wins_over_expires_and_both_end_a_cookie() {
        jar.receive(PAY, List.of("a=1; Max-Age=60; Expires=Wed, 01 Jan 2020 00:00:00 GMT"));
        jar.receive(PAY, List.of("b=1; Expires=Wed, 18-Mar-2026 09:00:30 GMT"));
        assertThat(jar.cookies()).hasSize(2);

        now = now.plusSeconds(30);
        assertThat(jar.headerFor(PAY)).isEqualTo("a=1");
        now = now.plusSeconds(30);
        assertThat(jar.headerFor(PAY)).isEmpty();
        assertThat(jar.cookies()).isEmpty();
    }

    @Test
    void is_cleared_by_a_date_in_the_past() {
        jar.receive(PAY, List.of("sid=1; Path=/"));
        jar.receive(PAY, List.of("sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));

        assertThat(jar.cookies()).isEmpty();
    }

    @Test
    void a_bad_date_makes_a_session_cookie() {
        jar.receive(PAY, List.of("sid=1; Path=/; Expires=tomorrow"));

        assertThat(jar.cookies().getFirst().expires()).isNull();
    }

    @Test
    void the_latest_of_one_name_domain_and_path_holds() {
        jar.receive(PAY, List.of("sid=1; Path=/", "sid=2; Path=/"));

        assertThat(jar.headerFor(PAY)).isEqualTo("sid=2");
    }

    @Test
    void keeps_a_bounded_number() {
        for (int i = 0; i < 500; i++) {
            jar.receive(PAY, List.of("c" + i + "=1; Path=/"));
        }

        assertThat(jar.cookies()).hasSize(180).last().extracting(Cookie::name).isEqualTo("c499");
    }

    @Test
    void no_cookie_prints_its_value() {
        jar.receive(PAY, List.of("sid=hush; Path=/"));

        assertThat(jar.toString() + jar.cookies()).contains("sid").doesNotContain("hush");
        assertThatThrownBy(() -> new Cookie("", "hush", "a", "/", null, true, true))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> new Cookie("a", "hush", "a", "x", null, true, true))
                .hasMessageNotContaining("hush");
    }
}
