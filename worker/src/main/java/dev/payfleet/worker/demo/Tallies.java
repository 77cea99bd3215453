package dev.payfleet.worker.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Answers, counted.
final class Tallies {
    private Tallies() {}

    /// By what served them; those that were not served are left out.
    static Map<Answer.Tier, Long> tiers(Tape tape) {
        return tape.answers()
                .flatMap(answer -> answer.tier().stream())
                .collect(Collectors.groupingBy(
                        tier -> tier, () -> new EnumMap<>(Answer.Tier.class), Collectors.counting()));
    }

    /// By outcome and code.
    static Map<String, Long> outcomes(Tape tape) {
        return tape.answers().collect(Collectors.groupingBy(Answer::said, TreeMap::new, Collectors.counting()));
    }
}
