package dev.payfleet.worker.cli;

import dev.payfleet.worker.config.WorkerConfig;
import dev.payfleet.worker.config.WorkerConfig.Egress;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.fleet.Worker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `work`: runs a worker until it is told to end.
@CommandLine.Command(
        description = {
            "Runs a worker: takes jobs off the queue, answers them and waits for more. The first SIGTERM or Ctrl-C makes it"
                    + " take no more jobs and end once those in flight have ended; the second ends it at once, and the"
                    + " jobs come back by themselves. Its log is JSON lines: on the standard output, or in a file of"
                    + " PAYFLEET_HOME where the output is a terminal, which shows the progress instead. Ended by a"
                    + " signal, the exit code is 130 or 143."
        },
        footer = {
            "  ./payfleet work",
            "  ./payfleet work --lanes 4 --log /var/log/payfleet/worker.jsonl",
            "  PAYFLEET_PROXY=proxy.example:3128 ./payfleet work --until-empty"
        })
final class WorkCommand implements Command {
    private static final int MOST_LANES = 64;

    private final CommandContext context;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "How many browsers run at once; PAYFLEET_LANES unless given.")
    private @Nullable Integer lanes;

    @Option(names = "--until-empty", description = "End when nothing is ready, in flight or delayed any more.")
    private boolean untilEmpty;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the log goes; - is the standard output.")
    private @Nullable String log;

    WorkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        WorkerConfig config = config();
        requireEgress(config.egress());
        boolean shows = directLog(config);
        try (Drain drain = new Drain(config.patience());
                Fleet fleet = context.opener().open(config);
                Worker worker = fleet.worker();
                WorkProgress progress = new WorkProgress(context, fleet, config.lanes(), drain)) {
            drain.of(worker);
            if (shows) {
                progress.start();
            }
            if (untilEmpty) {
                new UntilEmpty(fleet.desk(), worker).start();
            }
            worker.run();
        }
        return ExitCode.DONE;
    }

    private WorkerConfig config() {
        Map<String, String> environment = new HashMap<>(context.environment());
        if (lanes != null) {
            if (lanes < 1 || lanes > MOST_LANES) {
                throw new CommandException(ExitCode.USAGE, "--lanes: out of range", "expected 1 to " + MOST_LANES);
            }
            environment.put("PAYFLEET_LANES", lanes.toString());
        }
        if (untilEmpty) {
            // A queue that the worker itself fills is never empty.
            environment.put("PAYFLEET_REFRESH", "off");
        }
        return WorkerConfig.read(environment);
    }

    private static void requireEgress(Egress egress) {
        if (egress instanceof Egress.Unset) {
            throw new CommandException(
                    ExitCode.SETUP,
                    "no way out is set",
                    "set PAYFLEET_PROXY to HOST:PORT of the proxy, or PAYFLEET_DIRECT=true to go without one");
        }
    }

    /// Says where the log goes.
    ///
    /// @return whether the standard output is free for people
    private boolean directLog(WorkerConfig config) {
        boolean terminal = context.out().look().terminal();
        if (log == null && terminal) {
            String name = "worker-" + ProcessHandle.current().pid() + ".jsonl";
            context.log().file(config.home().resolve("logs").resolve(name));
            return true;
        }
        if (log == null || log.equals("-")) {
            context.log().standardOutput();
            return false;
        }
        context.log().file(Path.of(log));
        return true;
    }
}
