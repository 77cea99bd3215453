package dev.payfleet.worker.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final Screen terminal = new Screen(out, () -> new Look(80, 4, false, true));

    @Test
    void draws_over_the_picture_before() {
        try (Live live = terminal.live()) {
            live.show(List.of("one", "two"));
            live.show(List.of("three"));
        }

        assertThat(written()).isEqualTo("<\rone^[K\ntwo^[K\n^[J><^[2A\rthree^[K\n^[J>");
    }

    @Test
    void writes_ordinary_lines_above_the_picture() {
        try (Live live = terminal.live()) {
            live.show(List.of("picture"));
            live.above("a note");
        }

        assertThat(written()).contains("^[1A\ra note^[K\npicture^[K\n^[J");
    }

    @Test
    void never_draws_more_lines_than_the_terminal_has() {
        try (Live live = terminal.live()) {
            live.show(List.of("1", "2", "3", "4", "5"));
        }

        assertThat(written()).contains("3^[K").doesNotContain("4^[K");
    }

    @Test
    void leaves_a_pipe_with_the_ordinary_lines_alone() {
        try (Live live = Screen.plain(out).live()) {
            live.show(List.of("picture"));
            live.above("a note");
        }

        assertThat(written()).isEqualTo("a note\n");
    }

    @Test
    void gives_the_cursor_back_after_each_picture() {
        Live live = terminal.live();
        live.show(List.of("picture"));

        assertThat(written()).startsWith("<").endsWith(">");
    }

    @Test
    void shows_nothing_once_it_is_closed() {
        Live live = terminal.live();
        live.close();
        live.close();
        live.show(List.of("too late"));

        assertThat(written()).isEmpty();
    }

    /// What was written, with `<` where the cursor and the line breaks of the terminal go off and `>` where they
    /// return.
    private String written() {
        return written.toString(StandardCharsets.UTF_8)
                .replace("\u001b[?25l\u001b[?7l", "<")
                .replace("\u001b[?7h\u001b[?25h", ">")
                .replace("\u001b[", "^[");
    }
}
