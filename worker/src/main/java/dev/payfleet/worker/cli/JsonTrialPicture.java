package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.trial.TrialStep;
import dev.payfleet.worker.wire.ResultWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One array for programs: a step an object, with the body that upstream would get where something was read.
final class JsonTrialPicture implements TrialPicture {
    private final Screen screen;

    JsonTrialPicture(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void step(TrialStep step) {
        // Half a document is of no use to a program.
    }

    @Override
    public void end(List<TrialStep> steps) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        steps.forEach(step -> add(list.addObject(), step));
        screen.line(list.toPrettyString());
    }

    private static void add(ObjectNode entry, TrialStep step) {
        entry.put("step", step.what())
                .put("took_ms", step.took().toNanos() / 1e6)
                .put("trouble", step.trouble().orElse(null));
        step.read().ifPresent(read -> {
            byte[] body =
                    new ResultWriter().write(read.resource(), read.result().records());
            entry.put("resource", read.resource().wireName())
                    .put("tier", read.tier().wireValue())
                    .put("partial", read.result().partial())
                    .set("body", JsonMapper.shared().readTree(body));
        });
    }
}
