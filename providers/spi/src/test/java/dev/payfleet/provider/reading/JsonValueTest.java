package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.VisitByHttp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class JsonValueTest {

    private static final JsonValue PEOPLE = parse("""
            {"data": [{"name": " Ann ", "hired": "2024-05-01", "salary": 85000.5, "age": 41, "active": true,
                       "note": null, "blank": " ", "tags": {"Shirt": "M", "Locker": 7, "none": null}}]}""");
    private static final JsonValue ANN = PEOPLE.get("data").items().getFirst();

    @Test
    void reads_what_is_there() {
        assertThat(ANN.get("name").required()).isEqualTo("Ann");
        assertThat(ANN.get("hired").read(Dates.ISO)).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(ANN.get("salary").minorUnits()).isEqualTo(8_500_050);
        assertThat(ANN.get("age").integer()).isEqualTo(41);
        assertThat(ANN.get("active").truth()).isTrue();
        assertThat(ANN.get("note").orNull()).isNull();
        assertThat(ANN.get("blank").orNull()).isNull();
        assertThat(ANN.find("missing").numberOrNull()).isNull();
        assertThat(ANN.find("missing").itemsOrNone()).isEmpty();
        assertThat(ANN.get("tags").texts()).isEqualTo(Map.of("Shirt", "M", "Locker", "7"));
    }

    @Test
    void names_document_path_and_expectation_and_never_the_value() {
        assertFails(() -> ANN.get("missing"), "$.data[0].missing: a member of that name");
        assertFails(() -> ANN.get("note").required(), "$.data[0].note: a value");
        assertFails(() -> ANN.get("name").read(Dates.ISO), "$.data[0].name: a date as yyyy-MM-dd");
        assertFails(() -> ANN.get("name").number(), "$.data[0].name: a number");
        assertFails(() -> ANN.get("salary").integer(), "$.data[0].salary: a whole number");
        assertFails(() -> ANN.get("name").truth(), "$.data[0].name: true or false");
        assertFails(() -> ANN.get("tags").orNull(), "$.data[0].tags: a text");
        assertFails(() -> ANN.items(), "$.data[0]: an array");
        assertFails(() -> ANN.get("name").get("x"), "$.data[0].name: an object");
        assertFails(() -> parse("{\"a\": \"Ann"), "JSON");
        assertFails(() -> parse("{} Ann"), "JSON");
        assertThat(ANN.get("name")).hasToString("JsonValue[people, $.data[0].name, <redacted>]");
    }

    @Test
    void follows_cursors_to_the_end() {
        VisitByHttp visit = new Answers(Map.of(
                "/p", "{\"data\":[1,2],\"meta\":{\"next\":\"b\"}}",
                "/p?c=b", "{\"data\":[3],\"meta\":{\"next\":null}}"));

        assertThat(byCursor(visit).map(JsonValue::integer)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takes_a_cursor_that_comes_again_for_a_changed_layout() {
        VisitByHttp visit = new Answers(Map.of(
                "/p", "{\"data\":[1],\"meta\":{\"next\":\"b\"}}",
                "/p?c=b", "{\"data\":[2],\"meta\":{\"next\":\"b\"}}"));

        assertFails(() -> byCursor(visit), "$.meta.next: a place that was not there before");
    }

    @Test
    void follows_numbered_answers() {
        VisitByHttp visit =
                new Answers(Map.of("/p?n=1", "{\"data\":[1],\"pages\":2}", "/p?n=2", "{\"data\":[2],\"pages\":2}"));

        assertThat(new JsonPages("data", 5)
                        .byNumber(visit, "pages", number -> ApiRequest.get("people", "/p?n=" + number)).stream()
                                .map(JsonValue::integer))
                .containsExactly(1L, 2L);
    }

    @Test
    void reads_moments_at_the_providers_place() {
        ZoneId chicago = ZoneId.of("America/Chicago");

        assertThat(Moments.iso(chicago).parse("2026-03-18T03:30:00Z")).hasToString("2026-03-17T22:30-05:00");
        assertThat(Moments.iso(chicago).parse("2026-01-05T09:00:00-06:00")).hasToString("2026-01-05T09:00-06:00");
        assertThat(Moments.epochMillis(chicago).parse("1773824400000")).hasToString("2026-03-18T04:00-05:00");
        assertThat(Moments.iso(chicago).parse("2026-03-18")).isNull();
    }

    @Test
    void cuts_names_as_the_site_writes_them() {
        assertThat(PersonName.FIRST_LAST.parse("Ann Mary  Lee")).isEqualTo(new PersonName("Ann Mary", "Lee"));
        assertThat(PersonName.FIRST_LAST.parse("Lee")).isEqualTo(new PersonName(null, "Lee"));
        assertThat(PersonName.LAST_COMMA_FIRST.parse("von Größe, Jörg")).isEqualTo(new PersonName("Jörg", "von Größe"));
        assertThat(PersonName.LAST_COMMA_FIRST.parse("Jörg Größe")).isNull();
        assertThat(new PersonName("Ann", "Lee")).hasToString("PersonName[<redacted>]");
    }

    private static Stream<JsonValue> byCursor(VisitByHttp visit) {
        return new JsonPages("data", 5)
                        .byCursor(
                                visit,
                                "meta.next",
                                cursor -> ApiRequest.get("people", cursor == null ? "/p" : "/p?c=" + cursor))
                        .stream();
    }

    private static JsonValue parse(String text) {
        return JsonValue.parse("people", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFails(ThrowingCallable action, String expected) {
        assertThatThrownBy(action)
                .hasMessage("page \"people\" has changed: expected " + expected)
                .hasMessageNotContaining("Ann");
    }

    /// A visit that answers from a map.
    private record Answers(Map<String, String> byPath) implements VisitByHttp {
        @Override
        public byte[] send(ApiRequest request) {
            return byPath.get(request.path()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Document open(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] download(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UUID idOf(RecordKind kind, String remoteId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tier tier() {
            return Tier.HTTP;
        }

        @Override
        public LocalDate today() {
            throw new UnsupportedOperationException();
        }
    }
}
