package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Origin PAY = Origin.of("https://pay.example.com");
    private static final Origin LOGIN = Origin.of("https://login.example.com");
    private static final Origin FIXTURE = Origin.of("http://127.0.0.1:4711");

    @Test
    void leads_paths_to_the_primary_origin() {
        Origins origins = new Origins(List.of(PAY, LOGIN), Map.of());

        assertThat(origins.resolve("/a/b?c=d")).isEqualTo(URI.create("https://pay.example.com/a/b?c=d"));
        assertThat(origins.primary()).isEqualTo(PAY);
    }

    @Test
    void leads_paths_in_a_page_relative_to_it() {
        Origins origins = new Origins(List.of(PAY, LOGIN), Map.of());
        URI page = URI.create("https://login.example.com/a/b");

        assertThat(origins.resolve("c?d", page)).isEqualTo(URI.create("https://login.example.com/a/c?d"));
    }

    @Test
    void puts_a_stand_in_in_place_of_a_declared_origin() {
        Origins origins = new Origins(List.of(PAY, LOGIN), Map.of(PAY, FIXTURE));

        assertThat(origins.inForce()).containsExactly(FIXTURE, LOGIN);
        assertThat(origins.resolve("/a")).isEqualTo(URI.create("http://127.0.0.1:4711/a"));
        assertThat(origins.resolve("https://pay.example.com/a?b")).isEqualTo(URI.create("http://127.0.0.1:4711/a?b"));
        assertThat(origins.resolve("https://pay.example.com")).isEqualTo(URI.create("http://127.0.0.1:4711/"));
        assertThat(origins.admits(URI.create("https://pay.example.com/a"))).isFalse();
        assertThat(origins.admits(URI.create("http://127.0.0.1:4711/a"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/a?token=hush",
                "//evil.example/hush",
                "https://pay.example.com.evil.example/",
                "https://pay.example.com@evil.example/hush",
                "https://hush@pay.example.com/",
                "http://pay.example.com/hush",
                "https://pay.example.com:444/",
                "http://127.0.0.1:4711/",
                "javascript:alert('hush')",
                "data:text/html,hush",
                "file:///etc/passwd",
            })
    void refuses_what_leads_out_of_the_wall_and_tells_no_path(String address) {
        Origins origins = new Origins(List.of(PAY, LOGIN), Map.of());

        assertThatThrownBy(() -> origins.resolve(address)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.trouble()).isInstanceOf(Trouble.OriginRefused.class);
            assertThat(e.getMessage()).doesNotContain("hush");
        });
    }

    @Test
    void takes_a_malformed_address_for_a_changed_layout_and_does_not_quote_it() {
        Origins origins = new Origins(List.of(PAY), Map.of());

        assertThatThrownBy(() -> origins.resolve("/a?name=hush hush"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.trouble()).isInstanceOf(Trouble.LayoutChanged.class))
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    @Test
    void takes_stand_ins_for_declared_origins_and_on_loopback_alone() {
        assertThatThrownBy(() -> new Origins(List.of(PAY), Map.of(LOGIN, FIXTURE)))
                .hasMessage("standIns must be for declared origins; this one is not: https://login.example.com");
        assertThatThrownBy(() -> new Origins(List.of(PAY), Map.of(PAY, LOGIN)))
                .hasMessage("standIns must be on loopback; this one is not: https://login.example.com");
        assertThatThrownBy(() -> new Origins(List.of(), Map.of())).hasMessage("declared must hold at least one origin");
    }
}
