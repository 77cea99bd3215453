package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.Look;
import dev.payfleet.worker.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/// What `payfleet --help` shows: every command under its heading, and the exit codes.
final class Overview {
    private final Look look;

    Overview(Look look) {
        this.look = look;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "Payfleet fetches payroll data with a person's consent.",
                "",
                "Usage: ./payfleet COMMAND [OPTIONS]",
                ""));
        for (Section section : Section.values()) {
            lines.add(look.paint(Style.STRONG, section.heading()));
            Commands.all().stream()
                    .filter(entry -> entry.section() == section)
                    .forEach(entry -> lines.add(row(entry.name(), entry.summary())));
            lines.add("");
        }
        lines.add(look.paint(Style.STRONG, "Exit codes"));
        ExitCode.table().forEach((code, meaning) -> lines.add(row(code, meaning)));
        lines.add("");
        lines.add("./payfleet COMMAND --help says more about a command.");
        lines.add(
                "Settings are variables such as PAYFLEET_HOME, where everything is kept; ./payfleet config lists them.");
        return lines;
    }

    private String row(String name, String meaning) {
        return look.paint(Style.ACCENT, "  %-14s".formatted(name)) + meaning;
    }
}
