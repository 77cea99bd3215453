package dev.payfleet.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScrubbersTest {
    private final TextScrubber all = TextScrubbers.all(new KnownSecrets());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer abcdef123 | abcdef123",
                "proxy-authorization = Basic dXNlcjpwYXNz | dXNlcjpwYXNz",
                "Cookie: SID=verysecret; theme=dark | verysecret",
                "Set-Cookie: SID=verysecret; Path=/ | verysecret",
                "{\"authorization\":\"Bearer abcdef123\"} | abcdef123",
                "sent bearer abc.def-ghi to it | abc.def",
                "token was eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl | eyJzdWIi",
                "password=hunter2 | hunter2",
                "password: 'two words' | words",
                "{\"password\": \"two words\"} | words",
                "userPassword=hunter2&x=1 | hunter2",
                "client_secret = s3cr3t | s3cr3t",
                "JSESSIONID=0123abcd | 0123abcd",
                "csrf_token=q1w2e3 | q1w2e3",
                "GET https://payroll.example/slips?employee=ada failed | employee",
                "GET /slips?employee=ada failed | employee",
                "see https://payroll.example/a#access_token=zzz | zzz",
                "https://ada:lovelace@payroll.example/ | lovelace",
                "mail to ada.lovelace+pay@sub.example.co.uk now | lovelace",
                "u=ada%40sub.example.co.uk | ada%40",
                "IBAN GB29 NWBK 6016 1331 9268 19 | 6016",
                "IBAN DE89370400440532013000 | 3704",
                "card 4111 1111 1111 1111 | 1111",
                "card 4111-1111-1111-1111. | 1111",
                "account 123456789 | 123456789",
                "call +44 20 7946 0958 | 7946",
                "SSN 078-05-1120 | 1120",
                "NI QQ 12 34 56 C or AB123456C | AB123456C",
                "sort code 12-34-56 | 12-34-56",
                "net £1,234.56 this month | 1,234",
                "net £ 12.34 this month | 12.34",
                "net (1,234.56) this month | 1,234.56",
                "net 99.10 EUR this month | 99.10"
            })
    void personalDataIsTakenOut(String text, String secret) {
        assertThat(all.scrub(text)).contains(TextScrubbers.REDACTED).doesNotContain(secret);
    }

    @Test
    void ids_stay_whole_whatever_their_digits_spell() {
        Random digits = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String id = new UUID(digits.nextLong(), digits.nextLong()).toString();

            assertThat(all.scrub("job " + id + " ended")).isEqualTo("job " + id + " ended");
            assertThat(all.scrub(id)).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job 1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 took 1234 ms in lane 2",
                "2026-11-22T10:08:01.123Z started",
                "2026-11-22 10:08:01 started",
                "listening on http://127.0.0.1:34567/payruns",
                "dev.payfleet.worker.job.JobRunner.run(JobRunner.java:123)",
                "evidence/larkspur/payruns.png, 12 of 240 jobs, 97.5 % done",
                "the page shows no password field",
                "sign-in: credentials_rejected after 1 attempt",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void whatOnCallNeedsIsLeftAlone(String text) {
        assertThat(all.scrub(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password=hunter2, mail a@b.example", "GET /x?a=b", "net £5.00", "Cookie: a=b"})
    void scrubbingAgainChangesNothing(String text) {
        assertThat(all.scrub(all.scrub(text))).isEqualTo(all.scrub(text));
    }

    @Test
    void textThatIsTooLongIsLeftOut() {
        assertThat(all.scrub("x".repeat(TextScrubbers.LONGEST + 1))).isEqualTo(TextScrubbers.UNSCRUBBABLE);
    }

    @Test
    void scrubberThatFailsLetsNothingThrough() {
        TextScrubber failing = TextScrubbers.failClosed(_ -> {
            throw new IllegalStateException("hunter2");
        });

        assertThat(failing.scrub("hunter2")).isEqualTo(TextScrubbers.UNSCRUBBABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1 ", "a", "a.", "a-", "1,", "password", "//x", "=", "\"", "A1", "eyJ", "a@", "é", "AB12 "})
    void hostileRepetitionTakesBoundedTime(String piece) {
        String text = piece.repeat(20_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> all.scrub(text));
    }
}
