package dev.payfleet.worker.cli;

import dev.payfleet.provider.Resource;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.trial.TrialStep;
import dev.payfleet.worker.trial.TrialStep.Read;
import dev.payfleet.worker.wire.ResultWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line for each step as it ends, then for each resource its records as a table and the first of them as JSON.
final class ShownTrialPicture implements TrialPicture {
    private final Screen screen;

    ShownTrialPicture(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void step(TrialStep step) {
        String words = String.format(
                Locale.ROOT,
                "  %s %-32s %8s  %s",
                step.succeeded() ? "✓" : "✗",
                step.what(),
                InWords.duration(step.took()),
                step.trouble()
                        .orElseGet(() ->
                                step.read().map(ShownTrialPicture::counted).orElse("")));
        screen.line(step.succeeded() ? Style.PLAIN : Style.BAD, words.stripTrailing());
    }

    private static String counted(Read read) {
        return InWords.count(read.result().records().size(), "record", "records")
                + (read.result().partial() ? ", partial" : "");
    }

    @Override
    public void end(List<TrialStep> steps) {
        Map<Resource, Read> first = new EnumMap<>(Resource.class);
        steps.stream().flatMap(step -> step.read().stream()).forEach(read -> first.putIfAbsent(read.resource(), read));
        first.values().stream()
                .filter(read -> !read.result().records().isEmpty())
                .forEach(this::show);
    }

    private void show(Read read) {
        byte[] body = new ResultWriter().write(read.resource(), read.result().records());
        BodySummary summary = BodySummary.of(body);
        screen.line("");
        screen.line(Style.STRONG, read.resource().wireName());
        screen.table(summary.table());
        JsonNode root = JsonMapper.shared().readTree(body);
        JsonNode one = root.isArray() ? root.get(0) : root;
        screen.line(summary.rest() + "the first as JSON; --json prints all:");
        screen.lines(one.toPrettyString().lines().toList());
    }
}
