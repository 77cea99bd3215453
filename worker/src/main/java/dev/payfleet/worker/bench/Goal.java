package dev.payfleet.worker.bench;

import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Text;

/// A figure and what it should be.
final class Goal {
    private Goal() {}

    /// For example `✓ 1.05 (at most 1.10)`.
    static Text atMost(double figure, double goal) {
        return shown(figure <= goal, "%.2f (at most %.2f)".formatted(figure, goal));
    }

    static Text atLeast(double figure, double goal) {
        String words = goal < 1 ? "%.2f (at least %.1f)" : "%.1f (at least %.0f)";
        return shown(figure >= goal, words.formatted(figure, goal));
    }

    private static Text shown(boolean held, String words) {
        return new Text((held ? "✓ " : "✗ ") + words, held ? Style.GOOD : Style.BAD);
    }
}
