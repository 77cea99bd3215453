package dev.payfleet.worker.cli;

import dev.payfleet.worker.audit.AuditRecord;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `audit show`: what was recorded.
@CommandLine.Command(
        description = {
            "Shows what was recorded, the oldest first. Whether it is whole, audit verify tells: this does not check it."
        },
        footer = {
            "  ./payfleet audit show --since 1h",
            "  ./payfleet audit show --client acme --connection c-17 --since 2026-11-01T00:00:00Z"
        })
final class AuditShowCommand implements Command {
    private final CommandContext context;

    @Option(names = "--client", paramLabel = "CLIENT", description = "Only what is about this tenant.")
    private @Nullable String client;

    @Option(names = "--connection", paramLabel = "CONNECTION", description = "Only what is about this connection.")
    private @Nullable String connection;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "A time as in RFC 3339, or how long ago: 30m, 24h, 7d (24h).")
    private String since = "24h";

    AuditShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Instant from = from();
        try (Fleet fleet = context.open()) {
            List<AuditRecord> records = new ArrayList<>();
            fleet.audit().read(from, record -> {
                if (wanted(record.fields())) {
                    records.add(record);
                }
            });
            if (records.isEmpty()) {
                context.out().line("Nothing was recorded since " + from.truncatedTo(ChronoUnit.SECONDS) + ".");
            } else {
                context.out().table(table(records));
            }
            return ExitCode.DONE;
        }
    }

    private boolean wanted(Map<String, String> fields) {
        return (client == null || client.equals(fields.get("client_id")))
                && (connection == null || connection.equals(fields.get("connection_id")));
    }

    private static Table table(List<AuditRecord> records) {
        Table table = Table.of(
                Column.left("time"), Column.left("event"), Column.left("connection"), Column.wrapping("details"));
        records.stream().sorted(Comparator.comparing(AuditRecord::at)).forEach(record -> {
            Map<String, String> fields = new LinkedHashMap<>(record.fields());
            String event = fields.remove("event");
            String owner = fields.remove("client_id");
            String name = fields.remove("connection_id");
            table.row(
                    record.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    event == null ? "not readable" : event,
                    owner == null ? "" : owner + "/" + name,
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + " " + field.getValue())
                            .collect(Collectors.joining(", ")));
        });
        return table;
    }

    private Instant from() {
        try {
            if (since.contains("T") || since.contains("t")) {
                return Instant.parse(since.toUpperCase(Locale.ROOT));
            }
            boolean days = since.endsWith("d");
            return context.clock().instant().minus(Duration.parse((days ? "P" : "PT") + since));
        } catch (DateTimeParseException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--since: not a time", "give one such as 30m, 24h, 7d or 2026-11-01T00:00:00Z");
        }
    }
}
