package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageHome;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// Nothing that is known of anybody stands anywhere: not in the logs, the events, the database, the
/// evidence, nor in any other file of the worker's.
record SecretsAct(Stage stage, Tape tape) implements Act {
    @Override
    public Finding check() {
        Set<String> secrets = Secrets.of(tape.cast().players());
        secrets.addAll(stage.site().issuedTokens());
        Needles needles = Needles.ofTexts(secrets);
        Set<String> leaks = new TreeSet<>();
        long bytes = 0;
        for (Path file : stage.home().files()) {
            byte[] content = StageHome.read(file);
            bytes += content.length;
            if (!needles.in(content).isEmpty()) {
                leaks.add(stage.home().root().relativize(file).toString());
            }
        }
        if (tape.events().stream()
                .anyMatch(answer -> !needles.in(answer.bytes()).isEmpty())) {
            leaks.add("the outcome events");
        }
        return new Finding(
                leaks.isEmpty(),
                "No value of anybody's stands in any file",
                leaks.isEmpty()
                        ? "%,d known values looked for in %.1f MB of logs, events, database and evidence"
                                .formatted(needles.count(), bytes / 1e6)
                        : "found in " + String.join(", ", leaks));
    }
}
