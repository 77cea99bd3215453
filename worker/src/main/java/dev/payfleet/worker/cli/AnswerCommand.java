package dev.payfleet.worker.cli;

import dev.payfleet.session.Connection;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.ConnectionState;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.wire.JobWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `answer`: brings a person's answer to the worker that has the page open.
@CommandLine.Command(
        description = {
            "Answers what a provider asks of a person: shows it, takes the answer, seals it and puts an answer job on the"
                    + " queue. The answer is asked for, or read from the standard input; it is never an argument, which"
                    + " other users of the machine could see. It is opened once, by the worker that types it."
        },
        footer = {
            "  ./payfleet answer --client acme --connection c-17 --wait",
            "  ./payfleet answer --client acme --connection c-17 --choose otp_email --wait",
            "  ./payfleet answer --client acme --connection c-17 --answer-stdin < code.txt"
        })
final class AnswerCommand implements Command {
    /// How long what comes of it is of use to whoever waits for it.
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--challenge",
            paramLabel = "ID",
            description = "Which challenge; the one that is open unless given, and refused where another is open.")
    private @Nullable UUID challenge;

    @Mixin
    private WishOptions wishes = new WishOptions();

    @Option(names = "--answer-stdin", description = "Read the answer from the standard input, one line.")
    private boolean fromStandardInput;

    @Mixin
    private GrantOption grants = new GrantOption();

    @Mixin
    private WaitOption waiting = new WaitOption();

    AnswerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        ConnectionKey key = connection.key();
        Wish _ = wishes.wish();
        String grant = grants.read();
        try (Fleet fleet = context.open()) {
            Connection active = active(fleet, key);
            Asked asked = Asked.of(open(fleet, key));
            AnswerTo answer = wishes.about(asked);
            context.out().table(asked.card(now()));
            UUID job = send(fleet, active, answer, grant);
            return SentJob.show(context, fleet, job, waiting);
        }
    }

    private static Connection active(Fleet fleet, ConnectionKey key) {
        return fleet.connections()
                .find(key)
                .filter(found -> found.state() == ConnectionState.ACTIVE)
                .orElseThrow(() -> refused("nobody is connected under these names", "connect first"));
    }

    private OpenChallenge open(Fleet fleet, ConnectionKey key) {
        OpenChallenge open = fleet.challenges()
                .find(key)
                .orElseThrow(() -> refused(
                        "the provider asks nothing of this connection",
                        "look at ./payfleet result of the job, or submit it again under a new job_id"));
        if (challenge != null && !challenge.equals(open.id())) {
            throw refused("--challenge: it is not the one that is open", "leave it out to answer " + open.id());
        }
        if (!now().isBefore(open.expiresAt())) {
            throw refused("the provider no longer waits for an answer", again());
        }
        if (!open.isOpen(now())) {
            throw refused("the worker that had the page open is gone", again());
        }
        return open;
    }

    private static String again() {
        return "submit the job again under a new job_id";
    }

    private static CommandException refused(String wrong, String todo) {
        return new CommandException(ExitCode.NOT_SUCCEEDED, wrong, todo);
    }

    private UUID send(Fleet fleet, Connection active, AnswerTo answer, @Nullable String grant) {
        UUID id = UUID.randomUUID();
        if (answer.wish() == Wish.TYPE) {
            try (Secret typed = typed()) {
                fleet.challenges().deposit(active.key(), id, typed, now());
            }
        }
        MessageBody body = MessageBody.of(new JobWriter().write(job(id, active, answer, grant)));
        fleet.queue().send(NewMessage.of(active.key().connectionId(), id.toString(), body));
        return id;
    }

    private Secret typed() {
        return fromStandardInput ? SecretInput.ANSWER.line(context.in()) : SecretInput.ANSWER.prompt();
    }

    private FetchJob job(UUID id, Connection active, AnswerTo answer, @Nullable String grant) {
        return new FetchJob(
                FetchJob.VERSION,
                id,
                JobKind.ANSWER,
                active.key().clientId(),
                active.key().connectionId(),
                active.provider(),
                null,
                0,
                true,
                now().plus(DEADLINE),
                grant,
                null,
                answer);
    }

    private Instant now() {
        return context.clock().instant();
    }
}
