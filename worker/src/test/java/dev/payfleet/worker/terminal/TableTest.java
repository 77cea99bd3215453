package dev.payfleet.worker.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TableTest {
    private static final String WHY = "adapter_broken: the page looked like none that the adapter knows";

    @Test
    void is_as_wide_as_its_longest_cells() {
        Table table = Table.of(Column.left("tier"), Column.right("p50"))
                .row("cache", "2 ms")
                .row("browser", "412 ms")
                .rule()
                .row("all", "38 ms");

        assertThat(shown(table, Look.PLAIN)).isEqualTo("""
                ┌─────────┬────────┐
                │ tier    │    p50 │
                ├─────────┼────────┤
                │ cache   │   2 ms │
                │ browser │ 412 ms │
                ├─────────┼────────┤
                │ all     │  38 ms │
                └─────────┴────────┘""");
    }

    @Test
    void breaks_sentences_into_lines_before_anything_else_where_the_terminal_is_narrow() {
        Table table = Table.of(Column.left("job"), Column.wrapping("why")).row("5f0c1a9e-77", WHY);

        assertThat(shown(table, narrow(40))).isEqualTo("""
                ┌─────────────┬────────────────────────┐
                │ job         │ why                    │
                ├─────────────┼────────────────────────┤
                │ 5f0c1a9e-77 │ adapter_broken: the    │
                │             │ page looked like none  │
                │             │ that the adapter knows │
                └─────────────┴────────────────────────┘""");
    }

    @Test
    void is_never_wider_than_the_terminal_while_columns_can_give() {
        Table table = Table.of(Column.left("job"), Column.left("connection"), Column.wrapping("why"))
                .row("5f0c1a9e-77aa-4d8e-9d6b-3d1f0e7a9b11", "connection-of-someone", WHY);

        for (int width = 34; width < 160; width++) {
            int cells = width;
            assertThat(table.lines(narrow(width)))
                    .allSatisfy(line -> assertThat(Cells.wide(line)).isLessThanOrEqualTo(cells));
        }
    }

    @Test
    void loses_no_word_when_it_breaks_lines() {
        String job = "5f0c1a9e-77aa-4d8e-9d6b-3d1f0e7a9b11";
        Table table = Table.of(Column.left("job"), Column.wrapping("why")).row(job, WHY);

        String all = shown(table, narrow(30)).replaceAll("[^A-Za-z0-9_:-]", "");

        assertThat(all.chars().sorted().toArray())
                .isEqualTo(("job" + "why" + job + WHY)
                        .replace(" ", "")
                        .chars()
                        .sorted()
                        .toArray());
    }

    @Test
    void counts_wide_and_combining_characters_by_the_cells_they_take() {
        Table table =
                Table.ofPairs().row("name", "李小龙").row("place", "Cafe\u0301").row("x", "plain");

        assertThat(table.lines(Look.PLAIN))
                .allSatisfy(line -> assertThat(Cells.wide(line)).isEqualTo(18));
    }

    @Test
    void leaves_out_the_heading_of_pairs() {
        assertThat(shown(Table.ofPairs().row("ready", "3"), Look.PLAIN)).isEqualTo("""
                ┌───────┬───┐
                │ ready │ 3 │
                └───────┴───┘""");
    }

    @Test
    void paints_only_where_there_is_colour() {
        Table table = Table.ofPairs().row(Text.plain("dead"), new Text("3", Style.BAD));

        assertThat(shown(table, narrow(80))).doesNotContain("\u001b");
        assertThat(shown(table, new Look(80, 24, true, true))).contains("\u001b[31m3\u001b[0m");
    }

    @Test
    void colour_is_off_where_people_ask_for_none() {
        assertThat(Look.terminal(80, 24, Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Look.terminal(80, 24, Map.of("TERM", "dumb")).colour()).isFalse();
        assertThat(Look.terminal(80, 24, Map.of("NO_COLOR", "")).colour()).isTrue();
    }

    @Test
    void words_from_outside_cannot_steer_the_terminal() {
        Table table = Table.ofPairs().row("provider", "lark\u001b[2Jspur\r\u202E");

        assertThat(shown(table, Look.PLAIN)).contains("lark [2Jspur").doesNotContain("\u001b", "\r", "\u202E");
    }

    @Test
    void refuses_a_row_that_does_not_fit_its_columns() {
        assertThatThrownBy(() -> Table.ofPairs().row("alone"))
                .hasMessage("cells: expected 2, one for each column, got 1");
    }

    private static Look narrow(int width) {
        return new Look(width, 24, false, false);
    }

    private static String shown(Table table, Look look) {
        return String.join("\n", table.lines(look));
    }
}
