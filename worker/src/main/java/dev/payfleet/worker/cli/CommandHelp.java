package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.Look;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What `--help` of a command shows: the same order, width and exit codes for all of them.
final class CommandHelp {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;

    private CommandHelp() {}

    /// Adds help to the command and its subcommands.
    static CommandLine on(CommandLine line, Look look) {
        dress(line.getCommandSpec());
        return line.setUsageHelpWidth(Math.clamp(look.width(), NARROWEST, WIDEST))
                .setColorScheme(CommandLine.Help.defaultColorScheme(look.colour() ? Ansi.ON : Ansi.OFF));
    }

    private static void dress(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        UsageMessageSpec usage = spec.usageMessage();
        usage.abbreviateSynopsis(false)
                .sortOptions(false)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExamples:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table());
        spec.subcommands().values().forEach(below -> dress(below.getCommandSpec()));
    }

    static List<String> lines(CommandLine line) {
        return line.getUsageMessage().lines().toList();
    }
}
