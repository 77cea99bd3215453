package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpExchangeTest {

    @Test
    void a_body_that_ends_before_its_promised_length_is_cut_short() {
        assertThat(HttpExchange.isCutShort(headers(Map.of("Content-Length", "1200")), 600))
                .isTrue();
        assertThat(HttpExchange.isCutShort(headers(Map.of("Content-Length", "1200")), 1200))
                .isFalse();
    }

    @Test
    void a_body_whose_length_was_not_promised_is_taken_as_it_is() {
        assertThat(HttpExchange.isCutShort(headers(Map.of()), 600)).isFalse();
    }

    @Test
    void the_length_of_an_encoded_body_says_nothing_of_what_is_decoded() {
        assertThat(HttpExchange.isCutShort(headers(Map.of("Content-Length", "1200", "Content-Encoding", "br")), 600))
                .isFalse();
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return HttpHeaders.of(all, (_, _) -> true);
    }
}
