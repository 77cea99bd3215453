package dev.payfleet.worker.cli;

import dev.payfleet.provider.Origins;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.Resource;
import dev.payfleet.worker.browser.BrowserChoice;
import dev.payfleet.worker.browser.BrowserFinder;
import dev.payfleet.worker.browser.DriverFolder;
import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.plugin.PluginFolder;
import dev.payfleet.worker.trial.SimulatedSite;
import dev.payfleet.worker.trial.Trial;
import dev.payfleet.worker.trial.TrialException;
import dev.payfleet.worker.trial.TrialSite;
import dev.payfleet.worker.trial.TrialStep;
import dev.payfleet.worker.trial.TrialVisits;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `provider try`: one adapter against one site, for whoever writes it.
@CommandLine.Command(
        description = {
            "Runs one adapter against its simulated site, or against a site on this machine that --site names: signs in"
                    + " in a browser, probes, and reads each resource by each tier. Each step is shown with how long it"
                    + " took, then the normalized records. The exit code is 0 only if every step went well."
        },
        footer = {
            "  ./payfleet provider try larkspur",
            "  ./payfleet provider try larkspur --visible --resource company --resource payslips",
            "  ./payfleet provider try larkspur --json",
            "  ./payfleet provider try acme-pay ../acme-pay",
            "  ./payfleet provider try larkspur --site http://127.0.0.1:8080 --username me \\",
            "      --password-stdin < password.txt"
        })
final class ProviderTryCommand implements Command {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "ID", description = "The adapter; see ./payfleet provider list.")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Its project, as ./payfleet provider check has compiled it.")
    private @Nullable Path folder;

    @Option(names = "--visible", description = "Show the browser; needs a full Chromium and a display.")
    private boolean visible;

    @Option(names = "--json", description = "Print steps and records as one JSON document.")
    private boolean json;

    @Option(names = "--resource", paramLabel = "RESOURCE", description = "Read this one alone; may be repeated.")
    private List<String> resources = List.of();

    @Mixin
    private SiteOptions site = new SiteOptions();

    ProviderTryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Set<Resource> wanted = wanted();
        @Nullable ClassLoader project = folder == null ? null : PluginFolder.ofProject(folder);
        PayrollProvider provider = provider(project);
        WorkerConfig config = context.config();
        TrialPicture picture = json ? new JsonTrialPicture(context.out()) : new ShownTrialPicture(context.out());
        try (TrialSite tried = site(provider, project);
                TrialVisits visits = TrialVisits.launch(
                        provider,
                        new Origins(provider.declaration().origins(), tried.standIns()),
                        browser(config),
                        visible)) {
            List<TrialStep> steps = new Trial(provider, tried, visits, picture::step).run(wanted);
            picture.end(steps);
            return ExitCode.of(steps.stream().allMatch(TrialStep::succeeded));
        } catch (TrialException e) {
            throw new CommandException(ExitCode.SETUP, "the trial cannot begin", String.valueOf(e.getMessage()));
        }
    }

    private PayrollProvider provider(@Nullable ClassLoader project) {
        ProviderCatalog catalog = project == null ? context.providers() : ProviderCatalog.load(List.of(project));
        return catalog.find(id)
                .filter(found ->
                        project == null || project.equals(found.getClass().getClassLoader()))
                .orElseThrow(() -> project == null
                        ? new CommandException(
                                ExitCode.USAGE, "ID: there is no such provider", "see ./payfleet provider list")
                        : new CommandException(
                                ExitCode.USAGE,
                                "ID: DIR has compiled no such provider" + refusals(catalog),
                                "see ./payfleet provider check"));
    }

    private String refusals(ProviderCatalog catalog) {
        return catalog.refusals().stream()
                .filter(refusal -> refusal.provider().startsWith(String.valueOf(folder)))
                .map(refusal -> " (" + refusal.reason() + ")")
                .collect(Collectors.joining());
    }

    private TrialSite site(PayrollProvider provider, @Nullable ClassLoader project) {
        @Nullable TrialSite given = site.given(provider, context);
        if (given != null) {
            return given;
        }
        return (project == null ? SimulatedSite.of(id) : SimulatedSite.of(project))
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "ID: there is no simulated site for it", "start one and name it with --site"));
    }

    private Set<Resource> wanted() {
        if (resources.isEmpty()) {
            return EnumSet.allOf(Resource.class);
        }
        return resources.stream()
                .map(name -> Resource.fromWire(name)
                        .orElseThrow(() -> new CommandException(
                                ExitCode.USAGE,
                                "--resource: there is no such resource",
                                "expected one of "
                                        + EnumSet.allOf(Resource.class).stream()
                                                .map(Resource::wireName)
                                                .collect(Collectors.joining(", ")))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Resource.class)));
    }

    private Path browser(WorkerConfig config) {
        Path _ = DriverFolder.ready(config.home());
        BrowserChoice choice = visible
                ? new BrowserChoice.FullBrowser()
                : config.browserPath()
                        .<BrowserChoice>map(BrowserChoice.Executable::new)
                        .orElseGet(BrowserChoice.HeadlessShell::new);
        return new BrowserFinder(context.environment()).find(choice);
    }
}
