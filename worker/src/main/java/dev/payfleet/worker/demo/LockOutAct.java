package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.SiteCounts;
import dev.payfleet.worker.stage.Stage;
import java.util.List;

/// Nobody's account came near to being locked.
record LockOutAct(Stage stage, Tape tape) implements Act {
    @Override
    public Finding check() {
        List<SiteCounts> counts = tape.cast().players().stream()
                .map(player -> stage.site().counts(player.person().userName()))
                .toList();
        int most = counts.stream().mapToInt(SiteCounts::rejected).max().orElse(0);
        int locked = counts.stream().mapToInt(SiteCounts::refusedWhileLocked).sum();
        return new Finding(
                most <= 1 && locked == 0,
                "No account comes near its lock-out",
                "at most %d wrong password on one account; the provider locks at 5".formatted(most));
    }
}
