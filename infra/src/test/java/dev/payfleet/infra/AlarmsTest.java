package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.job.OutcomeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmsTest {
    static List<Signal> signals() {
        return Signal.ALL;
    }

    @Test
    void there_is_an_alarm_for_each_thing_that_somebody_must_look_at() {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "dead-letters",
                        "oldest-job",
                        "sign-in-failures-larkspur",
                        "scrub-refusals",
                        "retention-breaches",
                        "unusual-decrypts",
                        "refused-decrypts",
                        "too-few-workers");
    }

    @Test
    void the_runbook_has_a_section_for_each_alarm_and_no_other() throws IOException {
        List<String> sections = Files.readAllLines(SynthesizedStack.ROOT.resolve("docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## `"))
                .map(line -> line.substring(4, line.indexOf('`', 4)))
                .toList();

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(names().stream()
                        .map(name -> name.replace("sign-in-failures-larkspur", "sign-in-failures-PROVIDER"))
                        .toList());
    }

    @Test
    void every_alarm_calls_somebody_and_says_when_it_is_over() {
        assertThat(Stacked.all("AWS::CloudWatch::Alarm")).allSatisfy(alarm -> {
            assertThat(alarm.at("AlarmActions").mentions("AlarmTopic")).isTrue();
            assertThat(alarm.at("OKActions").mentions("AlarmTopic")).isTrue();
            assertThat(alarm.at("AlarmDescription").text()).isNotBlank();
        });
    }

    @Test
    void alarms_travel_encrypted() {
        assertThat(Stacked.one("AWS::SNS::Topic", "AlarmTopic")
                        .at("KmsMasterKeyId")
                        .mentions("KeysStorage"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void what_is_counted_is_what_the_sources_log(Signal signal) throws IOException {
        String sources = sources();

        assertThat(signal.words())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(sources).contains(word));
        assertThat(Stacked.all("AWS::Logs::MetricFilter").stream()
                        .filter(filter -> filter.at("FilterName").text().equals(signal.metric()))
                        .map(filter -> filter.at("FilterPattern").text()))
                .containsExactly(signal.pattern());
    }

    @Test
    void the_codes_of_failed_sign_ins_are_outcome_codes() {
        List<String> codes = Stream.of(OutcomeCode.Action.values())
                .map(code -> code.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(codes).containsAll(Signal.signInCodes());
    }

    @Test
    void decrypts_are_counted_by_the_trail_of_calls() {
        assertThat(Stacked.all("AWS::Logs::MetricFilter").stream()
                        .filter(filter -> filter.at("FilterName").text().endsWith("Decrypts")))
                .hasSize(2)
                .allSatisfy(filter -> {
                    assertThat(filter.at("LogGroupName").mentions("LogGroupsAudit"))
                            .isTrue();
                    assertThat(filter.at("FilterPattern").mentions("KeysSealing"))
                            .isTrue();
                });
    }

    @Test
    void the_dashboard_shows_the_alarms() {
        assertThat(Stacked.one("AWS::CloudWatch::Dashboard", "FleetDashboard")
                        .at("DashboardBody")
                        .mentions("Alarms"))
                .isTrue();
    }

    private static List<String> names() {
        return Stacked.all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.at("AlarmName").text().replaceFirst("payfleet-", ""))
                .toList();
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String module : List.of("worker", "scrubber")) {
            try (Stream<Path> files = Files.walk(SynthesizedStack.ROOT.resolve(module + "/src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }
}
