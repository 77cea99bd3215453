package dev.payfleet.worker.demo;

import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The promises, each with its mark and the figure that shows it.
final class Verdict {
    private final Screen screen;

    Verdict(Screen screen) {
        this.screen = screen;
    }

    /// @return whether all held
    boolean print(List<Finding> findings, Optional<Path> picture) {
        screen.line("");
        screen.line(Style.STRONG, "  What was promised, and how it went");
        findings.forEach(this::print);
        picture.ifPresent(path -> {
            screen.line("");
            screen.line(
                    "  The picture of the page that changed: " + screen.look().paint(Style.ACCENT, path.toString()));
        });
        long broken = findings.stream().filter(finding -> !finding.held()).count();
        screen.line("");
        screen.line(
                broken == 0 ? Style.GOOD : Style.BAD,
                broken == 0
                        ? "  All %d promises were kept.".formatted(findings.size())
                        : "  %d of %d promises were broken.".formatted(broken, findings.size()));
        return broken == 0;
    }

    private void print(Finding finding) {
        String mark = finding.held()
                ? screen.look().paint(Style.GOOD, Marks.GOOD)
                : screen.look().paint(Style.BAD, Marks.BAD);
        screen.line("  " + mark + " " + finding.promise());
        screen.line(Style.FAINT, "    " + finding.proof());
    }
}
