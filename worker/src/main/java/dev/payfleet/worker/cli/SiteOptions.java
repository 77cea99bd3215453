package dev.payfleet.worker.cli;

import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.trial.TrialSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--site` and who signs in there, for commands that visit one.
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "ORIGIN",
            description = {
                "A loopback origin that stands in for the adapter's first one; DECLARED=LOOPBACK for another. May be"
                        + " repeated."
            })
    private List<String> sites = List.of();

    @Option(names = "--username", paramLabel = "USERNAME", description = "Who signs in at --site.")
    private String username = "";

    @Option(names = "--password-stdin", description = "Read that password from the standard input, one line.")
    private boolean passwordFromStandardInput;

    /// The site that was named; null where none was.
    @Nullable
    TrialSite given(PayrollProvider provider, CommandContext context) {
        if (sites.isEmpty()) {
            return null;
        }
        if (username.isBlank()) {
            throw new CommandException(ExitCode.USAGE, "--username: expected one with --site", "give who signs in");
        }
        Map<Origin, Origin> standIns = standIns(provider.declaration().origins());
        Secret password =
                passwordFromStandardInput ? SecretInput.PASSWORD.line(context.in()) : SecretInput.PASSWORD.prompt();
        return new GivenSite(standIns, username, password, context);
    }

    private Map<Origin, Origin> standIns(List<Origin> declared) {
        Map<Origin, Origin> standIns = new HashMap<>();
        for (String word : sites) {
            int equals = word.indexOf('=');
            try {
                Origin origin = equals < 0 ? declared.getFirst() : Origin.of(word.substring(0, equals));
                Origin standIn = Origin.of(word.substring(equals + 1));
                if (!standIn.isLoopback() || !declared.contains(origin)) {
                    throw unusable("expected a loopback origin, such as http://127.0.0.1:8080, for a declared one");
                }
                standIns.put(origin, standIn);
            } catch (IllegalArgumentException e) {
                throw unusable(String.valueOf(e.getMessage()));
            }
        }
        return standIns;
    }

    private static CommandException unusable(String why) {
        return new CommandException(ExitCode.USAGE, "--site: it cannot be used", why);
    }
}
