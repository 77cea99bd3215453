package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://pay.example.com,        https://pay.example.com",
        "https://pay.example.com:443,    https://pay.example.com",
        "HTTPS://Pay.Example.COM:8443,   https://pay.example.com:8443",
        "http://127.0.0.1:8080,          http://127.0.0.1:8080",
        "http://localhost,               http://localhost",
        "http://[::1]:80,                http://[::1]",
    })
    void reads_and_writes_an_origin(String text, String written) {
        assertThat(Origin.of(text)).hasToString(written).isEqualTo(Origin.of(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://*.example.com      | origin must not hold a wildcard",
                "https://pay.example.com/   | origin must end after host and port",
                "https://pay.example.com?a  | origin must end after host and port",
                "https://u@pay.example.com  | origin must not hold user information",
                "http://pay.example.com     | origin must be https (http is for loopback alone)",
                "http://127.0.0.1.evil.com  | origin must be https (http is for loopback alone)",
                "http://localhost.evil.com  | origin must be https (http is for loopback alone)",
                "ftp://127.0.0.1            | origin must be https (http is for loopback alone)",
                "pay.example.com            | origin must end after host and port",
                "https://                   | origin must be an address such as https://pay.example.com",
                "https://a b                | origin must be an address such as https://pay.example.com",
                "https://pay.example.com:0  | origin must have a port from 1 to 65535",
                "https://pay.example.com:99999 | origin must have a port from 1 to 65535",
            })
    void refuses_what_is_no_origin_and_says_why(String text, String reason) {
        assertThatThrownBy(() -> Origin.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void resolves_paths_alone() {
        Origin origin = Origin.of("https://pay.example.com");

        assertThat(origin.resolve("/a?b=c")).isEqualTo(URI.create("https://pay.example.com/a?b=c"));
        assertThatThrownBy(() -> origin.resolve("//evil.example/")).hasMessage("path must begin with one slash");
        assertThatThrownBy(() -> origin.resolve("a")).hasMessage("path must begin with one slash");
    }
}
