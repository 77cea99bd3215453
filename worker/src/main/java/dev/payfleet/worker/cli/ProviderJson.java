package dev.payfleet.worker.cli;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.worker.plugin.PluginFolder;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The catalogue for programs: an array with an object for each adapter, those that were refused at the end. Of a
/// plugin's adapter `jar` names the file; it is null for those of this build.
final class ProviderJson {
    private ProviderJson() {}

    static String of(ProviderCatalog catalog) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        catalog.all().forEach(provider -> add(list.addObject(), provider));
        catalog.refusals()
                .forEach(refusal -> list.addObject()
                        .put("provider", refusal.provider())
                        .put("state", "refused")
                        .put("reason", refusal.reason()));
        return list.toString();
    }

    private static void add(ObjectNode entry, PayrollProvider provider) {
        String jar = PluginFolder.jarOf(provider);
        entry.put("provider", provider.declaration().id())
                .put("state", "ok")
                .put("name", provider.declaration().name())
                .put("country", provider.declaration().country())
                .put("jar", jar.isEmpty() ? null : jar);
        ObjectNode resources = entry.putObject("resources");
        new TreeMap<>(provider.readings()).forEach((resource, reading) -> {
            ArrayNode tiers = resources.putArray(resource.wireName());
            reading.tiers().forEach(tier -> tiers.add(tier.wireValue()));
        });
    }
}
