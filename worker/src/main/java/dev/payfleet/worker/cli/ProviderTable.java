package dev.payfleet.worker.cli;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.Tier;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The catalogue for people: a line for each adapter, those that were refused at the end.
final class ProviderTable {
    private ProviderTable() {}

    static Table of(ProviderCatalog catalog) {
        Table table = Table.of(
                Column.left("provider"),
                Column.left("name"),
                Column.left("from"),
                Column.left("state"),
                Column.wrapping("reads, or why not"));
        catalog.all().forEach(provider -> add(table, provider));
        catalog.refusals()
                .forEach(refusal -> table.row(
                        Text.plain(refusal.provider()),
                        Text.plain(""),
                        Text.plain(""),
                        new Text("refused", Style.BAD),
                        Text.plain(refusal.reason())));
        return table;
    }

    private static void add(Table table, PayrollProvider provider) {
        String jar = PluginFolder.jarOf(provider);
        table.row(
                Text.plain(provider.declaration().id()),
                Text.plain(provider.declaration().name()),
                Text.plain(jar.isEmpty() ? "this build" : jar),
                new Text("ok", Style.GOOD),
                Text.plain(reads(provider.readings())));
    }

    /// Grouped by the tiers, since most resources of a site are read alike.
    private static String reads(Map<Resource, ResourceReading> readings) {
        Map<String, String> byTiers = readings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        each -> tiers(each.getValue()),
                        TreeMap::new,
                        Collectors.mapping(each -> each.getKey().wireName(), Collectors.joining(", "))));
        return byTiers.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String tiers(ResourceReading reading) {
        return reading.tiers().stream().map(Tier::wireValue).collect(Collectors.joining(" and "));
    }
}
