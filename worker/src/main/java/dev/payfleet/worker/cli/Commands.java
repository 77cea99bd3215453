package dev.payfleet.worker.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Every command, in the order of the help. A new command is a class and a line here. Lambdas and no method
/// references: those would load every command's class at once, and the production image leaves some out.
final class Commands {
    private static final List<Entry> ALL = List.of(
            Entry.ofScript("setup", Section.RUN, "Find or install what is needed, and build"),
            Entry.of(
                    "demo",
                    Section.RUN,
                    "Show the whole of it against a simulated provider",
                    context -> new DemoCommand(context)),
            Entry.of("work", Section.RUN, "Run a worker", context -> new WorkCommand(context)),
            Entry.of("submit", Section.JOBS, "Put jobs on the queue", context -> new SubmitCommand(context)),
            Entry.of("result", Section.JOBS, "Show what came of a job", context -> new ResultCommand(context)),
            Entry.of("connect", Section.JOBS, "Connect a person's account", context -> new ConnectCommand(context)),
            Entry.of(
                    "answer",
                    Section.JOBS,
                    "Answer what a provider asks of a person",
                    context -> new AnswerCommand(context)),
            Entry.of(
                    "disconnect",
                    Section.JOBS,
                    "Wipe everything kept about a connection",
                    context -> new DisconnectCommand(context)),
            Entry.of(
                    "provider",
                    Section.PROVIDERS,
                    "List adapters, begin one, check and try it",
                    context -> new ProviderCommand(context)),
            Entry.of(
                    "queue",
                    Section.OPERATIONS,
                    "Show the queue and its dead letters, and redrive",
                    context -> new QueueCommand(context)),
            Entry.of(
                    "refresh",
                    Section.OPERATIONS,
                    "Show when sessions are renewed, and simulate a fleet",
                    context -> new RefreshCommand(context)),
            Entry.of(
                    "audit",
                    Section.OPERATIONS,
                    "Check the audit log and show what is in it",
                    context -> new AuditCommand(context)),
            Entry.of(
                    "ledger",
                    Section.OPERATIONS,
                    "Show what sign-ins were spent, and override it",
                    context -> new LedgerCommand(context)),
            Entry.of("health", Section.OPERATIONS, "Tell how the worker is", context -> new HealthCommand(context)),
            Entry.of(
                    "config",
                    Section.OPERATIONS,
                    "Show the settings in force, and where from",
                    context -> new ConfigCommand(context)),
            Entry.of(
                    "deployment",
                    Section.OPERATIONS,
                    "Make the branch keys of a deployment on AWS",
                    context -> new DeploymentCommand(context)),
            Entry.of(
                    "keys",
                    Section.OPERATIONS,
                    "Count what is sealed under which key, and replace the key",
                    context -> new KeysCommand(context)),
            Entry.of(
                    "restore-drill",
                    Section.OPERATIONS,
                    "Restore the tables on AWS beside those in use, and look",
                    context -> new RestoreDrillCommand(context)),
            Entry.of(
                    "bench",
                    Section.OPERATIONS,
                    "Measure what the worker costs on this machine",
                    context -> new BenchCommand(context)),
            Entry.ofScript("verify", Section.OPERATIONS, "Build everything and run all tests"),
            Entry.ofScript("image", Section.OPERATIONS, "Assemble what the container image holds"),
            Entry.ofScript("infra", Section.OPERATIONS, "Write the stack on AWS as CloudFormation"),
            Entry.ofScript("scan", Section.OPERATIONS, "Look for secrets and known vulnerabilities"));

    private Commands() {}

    static List<Entry> all() {
        return ALL;
    }

    static Optional<Entry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// A command as the list knows it.
    ///
    /// @param summary what it does, in a few words
    /// @param command makes it; empty where the script does it before the program starts
    record Entry(String name, Section section, String summary, Optional<Function<CommandContext, Object>> command) {
        static Entry of(String name, Section section, String summary, Function<CommandContext, Object> command) {
            return new Entry(name, section, summary, Optional.of(command));
        }

        static Entry ofScript(String name, Section section, String summary) {
            return new Entry(name, section, summary, Optional.empty());
        }
    }
}
