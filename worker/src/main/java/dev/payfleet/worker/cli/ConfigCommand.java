package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.Catalogue;
import dev.payfleet.worker.config.InForce;
import dev.payfleet.worker.config.Setting;
import dev.payfleet.worker.config.Settings;
import dev.payfleet.worker.config.Source;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `config`: what is in force, and where from.
@CommandLine.Command(
        description = {
            "Shows every setting, what it holds and where that comes from: the environment, a line of the file that"
                    + " PAYFLEET_CONFIG names, or nowhere. The environment beats the file. A key to something is shown as"
                    + " <redacted>, and a value that is wrong as <refused>; what is wrong with it goes to the standard"
                    + " error, a line for each fault."
        },
        footer = {
            "  ./payfleet config",
            "  ./payfleet config --json",
            "  ./payfleet config --explain PAYFLEET_VISIBILITY",
            "  PAYFLEET_CONFIG=payfleet.conf ./payfleet config"
        })
final class ConfigCommand implements Command {
    private final CommandContext context;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(names = "--explain", paramLabel = "NAME", description = "Say what one setting means and takes.")
    private @Nullable String explain;

    ConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (explain != null) {
            context.out().table(explained(explain));
            return ExitCode.DONE;
        }
        Settings settings = Settings.of(context.environment());
        if (json) {
            context.out().line(SettingsJson.of(settings));
        } else {
            context.out().table(table(settings));
        }
        settings.faults().forEach(fault -> context.err().println("payfleet: " + fault));
        return settings.faults().isEmpty() ? ExitCode.DONE : ExitCode.SETUP;
    }

    private static Table table(Settings settings) {
        Table table = Table.of(Column.left("setting"), Column.wrapping("value"), Column.wrapping("from"));
        Setting.Group group = Setting.Group.WORKER;
        for (InForce each : settings.inForce()) {
            if (each.setting().group() != group) {
                table.rule();
                group = each.setting().group();
            }
            boolean usual = each.source() instanceof Source.Usual;
            table.row(
                    Text.plain(each.setting().name()),
                    Text.plain(each.shown().orElse("")),
                    new Text(each.source().words(), usual ? Style.FAINT : Style.PLAIN));
        }
        return table;
    }

    private static Table explained(String name) {
        Setting<?> setting = Catalogue.find(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "--explain: there is no such setting",
                        "expected a name from ./payfleet config"));
        return Table.ofPairs()
                .row("variable", setting.name())
                .row("in a file", setting.key() + " = …")
                .row("meaning", plain(setting.meaning()))
                .row("takes", plain(setting.kind().takes()))
                .row("default", plain(setting.usualWords()))
                .row(
                        "shown",
                        switch (setting.kind().sensitivity()) {
                            case OPEN -> "as it is";
                            case HIDDEN -> "never";
                            case REFERENCE -> "as it is: it only says where a secret lies";
                        });
    }

    /// Without the marks of Markdown.
    private static String plain(String words) {
        return words.replace("`", "");
    }
}
