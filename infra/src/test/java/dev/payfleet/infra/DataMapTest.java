package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.aws.TableShape;
import dev.payfleet.cache.aws.AwsResults;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataMapTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @ParameterizedTest
    @CsvSource({
        "redrawn pages, EVIDENCE",
        "workers' logs, LOGS",
        "refused connections, LOGS",
        "security events, AUDIT",
        "who read which object, AUDIT",
        "copies, COPIES",
        "results, LARGE_RESULTS"
    })
    void a_life_on_the_map_is_the_life_in_the_stack(String what, Life life) throws IOException {
        assertThat(row(what)).containsPattern("\\b" + life.days() + " days");
    }

    @Test
    void outcomes_and_dead_letters_live_as_long_as_their_tables_say() throws IOException {
        assertThat(row("outcomes")).contains(QueueTables.LIFE.toDays() + " days");
        assertThat(row("dead letters")).contains(QueueTables.LIFE.toDays() + " days");
    }

    @Test
    void every_table_is_on_the_map() throws IOException {
        String map = document("data-map.md");

        assertThat(Tables.SHAPES).allSatisfy(shape -> assertThat(map).contains("`" + shape.name() + "`"));
    }

    @Test
    void results_and_challenges_alone_are_not_copied() throws IOException {
        // Who is on duty now is nothing of anybody's, and nothing to bring back.
        assertThat(Tables.SHAPES.stream().filter(shape -> !shape.recoverable()).map(TableShape::name))
                .containsExactlyInAnyOrder(
                        SessionTables.CHALLENGES.name(), AwsResults.TABLE.name(), SessionTables.DUTIES.name());
        assertThat(row("copies")).contains("of results none", "of challenges and answers none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup-and-restore.md",
                "capacity.md",
                "data-map.md",
                "incident-response.md",
                "runbook.md",
                "threat-model.md"
            })
    void every_link_leads_somewhere(String name) throws IOException {
        assertThat(LINK.matcher(document(name)).results().map(match -> match.group(1)))
                .allSatisfy(
                        link -> assertThat(SynthesizedStack.ROOT.resolve("docs").resolve(link))
                                .exists());
    }

    @Test
    void the_threats_are_looked_at_in_six_ways_for_each_component() throws IOException {
        List<String> tables = List.of(document("threat-model.md").split("\n## ")).stream()
                .skip(1)
                .toList();

        assertThat(tables)
                .hasSize(5)
                .allSatisfy(table -> assertThat(Pattern.compile("(?m)^\\| ([STRIDE]) \\|")
                                .matcher(table)
                                .results()
                                .map(DataMapTest::letter))
                        .contains("S", "T", "I", "D", "E"));
    }

    private static String letter(MatchResult match) {
        return match.group(1);
    }

    private static String row(String what) throws IOException {
        List<String> rows = Stream.of(document("data-map.md").split("\n"))
                .filter(line -> line.startsWith("| " + what))
                .toList();
        assertThat(rows).as("rows of %s", what).hasSize(1);
        return rows.getFirst();
    }

    private static String document(String name) throws IOException {
        return Files.readString(SynthesizedStack.ROOT.resolve("docs").resolve(name));
    }
}
