package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.InForce;
import dev.payfleet.worker.config.Settings;
import dev.payfleet.worker.config.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The settings in force as one JSON object, for other programs.
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SettingsJson() {}

    static String of(Settings settings) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode list = json.putArray("settings");
        settings.inForce().forEach(each -> write(list.addObject(), each));
        ArrayNode faults = json.putArray("faults");
        settings.faults().forEach(faults::add);
        return MAPPER.writeValueAsString(json);
    }

    private static void write(ObjectNode json, InForce each) {
        json.put("name", each.setting().name());
        json.put("value", each.shown().orElse(null));
        switch (each.source()) {
            case Source.Usual _ -> json.put("from", "default");
            case Source.Environment _ -> json.put("from", "environment");
            case Source.FileLine(var file, int line) ->
                json.put("from", "file").put("file", file.toString()).put("line", line);
        }
    }
}
