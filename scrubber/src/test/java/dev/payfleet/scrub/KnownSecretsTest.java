package dev.payfleet.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.scrub.KnownSecrets.Registration;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class KnownSecretsTest {
    private static final String SECRET = "p\"ä&<ß> w/0'rd+";

    private final KnownSecrets secrets = new KnownSecrets();

    @Test
    void everySpellingIsReplaced() {
        secrets.add(SECRET);
        String form = URLEncoder.encode(SECRET, UTF_8);
        List<String> spellings = List.of(
                SECRET,
                form,
                form.replace("+", "%20"),
                form.toLowerCase(java.util.Locale.ROOT),
                Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET.getBytes(UTF_8)),
                JsonMapper.shared().writeValueAsString(SECRET).substring(1, SECRET.length() + 2),
                "p\\\"\\u00e4&<\\u00df> w/0'rd+",
                "p&quot;ä&amp;&lt;ß&gt; w/0&#39;rd+",
                SECRET.toUpperCase(java.util.Locale.ROOT).replace("SS", "ß"));

        assertThat(spellings)
                .allSatisfy(spelling -> assertThat(secrets.scrub("a " + spelling + " z"))
                        .startsWith("a <redacted>")
                        .endsWith(" z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "us:", "use:", "user:"})
    void secretInsideLongerBase64IsReplaced(String before) {
        secrets.add("correct horse");
        String encoded = Base64.getEncoder().encodeToString((before + "correct horse!").getBytes(UTF_8));

        assertThat(secrets.scrub("Basic " + encoded)).contains("<redacted>").doesNotContain(encoded.substring(8, 16));
    }

    @Test
    void shortValuesAreNotReplaced() {
        try (Registration _ = secrets.add("abc")) {
            assertThat(secrets.scrub("abc")).isEqualTo("abc");
        }
    }

    @Test
    void valueIsLetGoWhenTheLastRegistrationIsClosed() {
        Registration first = secrets.add("hunter22");
        Registration second = secrets.add("hunter22");
        first.close();
        first.close();
        assertThat(secrets.scrub("hunter22")).isEqualTo("<redacted>");

        second.close();
        assertThat(secrets.scrub("hunter22")).isEqualTo("hunter22");
    }

    @Test
    void longestOfOverlappingValuesIsReplaced() {
        secrets.add("abcd");
        secrets.add("abcdefgh");

        assertThat(secrets.scrub("xabcdefghx abcd")).isEqualTo("x<redacted>x <redacted>");
    }

    @Test
    void nothingOfTheValuesIsInItsDescription() {
        secrets.add("hunter22");

        assertThat(secrets.toString()).isEqualTo("KnownSecrets[<redacted>]");
    }

    @Test
    void threadsMayRegisterWhileOthersScrub() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> work = IntStream.range(0, 64)
                    .<Callable<String>>mapToObj(i -> () -> {
                        try (Registration _ = secrets.add("value-" + i % 8)) {
                            return secrets.scrub("has value-" + i % 8);
                        }
                    })
                    .toList();
            for (Future<String> each : threads.invokeAll(work)) {
                assertThat(each.get()).isEqualTo("has <redacted>");
            }
        }
        assertThat(secrets.scrub("value-1")).isEqualTo("value-1");
    }
}
