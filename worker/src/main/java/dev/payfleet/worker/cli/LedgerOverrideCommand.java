package dev.payfleet.worker.cli;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.DisconnectedException;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.terminal.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ledger override`: what was spent before no longer counts.
@CommandLine.Command(
        description = {
            "Says that what was spent of sign-ins before no longer counts, as after a success: for when the person says that"
                    + " the provider has unlocked the account, or that they signed in there themselves. From then on the"
                    + " ledger counts anew, and still stays below the provider's threshold. The reason and who gave it go"
                    + " into the audit log first: write no name or value of a person's."
        },
        footer = {
            "  ./payfleet ledger override --client acme --connection c-17 --reason \"provider unlocked it, says the person\""
        })
final class LedgerOverrideCommand implements Command {
    private static final int LEAST_WORDS = 3;

    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why: three words at least.")
    private String reason = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who says so; usually the user of this system who runs the command.")
    private @Nullable String operator;

    @Option(names = "--yes", description = "Do not ask on a terminal.")
    private boolean yes;

    LedgerOverrideCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        ConnectionKey key = connection.key();
        AuditEvent event = event(key);
        try (Fleet fleet = context.open()) {
            requireConnected(fleet, key);
            if (!confirmed(key)) {
                context.out().line("Nothing was changed.");
                return ExitCode.NOT_SUCCEEDED;
            }
            Instant now = context.clock().instant();
            fleet.audit().append(event);
            fleet.ledger().override(key, now);
            context.out().line(Style.GOOD, "Overridden and audited: the ledger of " + key + " counts anew from now.");
            return ExitCode.DONE;
        } catch (DisconnectedException e) {
            throw notConnected();
        }
    }

    private AuditEvent event(ConnectionKey key) {
        String words = reason.strip();
        if (words.split("\\s+").length < LEAST_WORDS) {
            throw new CommandException(ExitCode.USAGE, "--reason: too short to be one", "give three words or more");
        }
        try {
            return new AuditEvent.LedgerOverridden(
                    key, operator == null ? System.getProperty("user.name", "unknown") : operator, words);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--reason, --operator: not words that can be recorded",
                    "give up to " + AuditEvent.MOST_CHARACTERS + " characters in one line each");
        }
    }

    private static void requireConnected(Fleet fleet, ConnectionKey key) {
        if (fleet.connections()
                .find(key)
                .filter(found -> found.state() == ConnectionState.ACTIVE)
                .isEmpty()) {
            throw notConnected();
        }
    }

    private static CommandException notConnected() {
        return new CommandException(
                ExitCode.NOT_SUCCEEDED, "--connection: there is no active connection of this name", "look at its name");
    }

    /// Where nobody looks at a terminal, nobody is asked.
    private boolean confirmed(ConnectionKey key) {
        if (yes || !context.out().look().live()) {
            return true;
        }
        context.out()
                .line("What was spent on " + key + " will no longer count. Does the person say that the account"
                        + " is open? Type yes:");
        try {
            String answer = new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8)).readLine();
            return "yes".equalsIgnoreCase(answer == null ? "" : answer.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }
}
