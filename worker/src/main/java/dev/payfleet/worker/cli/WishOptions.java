package dev.payfleet.worker.cli;

import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.OutcomeCode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person wants done with what is asked: to type an answer, unless an option says otherwise.
final class WishOptions {
    @Option(
            names = "--choose",
            paramLabel = "METHOD",
            description = "Choose a way to answer, one of those that are shown.")
    private @Nullable String method;

    @Option(names = "--approve", description = "Say that it was approved on the other device.")
    private boolean approve;

    @Option(names = "--resend", description = "Have the code sent once more.")
    private boolean resend;

    @Option(names = "--cancel", description = "Give up; the sign-in ends.")
    private boolean cancel;

    /// @throws CommandException when more than one thing is wished
    Wish wish() {
        List<Wish> wishes = Stream.of(
                        method == null ? null : Wish.CHOOSE,
                        approve ? Wish.APPROVE : null,
                        resend ? Wish.RESEND : null,
                        cancel ? Wish.CANCEL : null)
                .<Wish>mapMulti((wish, given) -> {
                    if (wish != null) {
                        given.accept(wish);
                    }
                })
                .toList();
        if (wishes.size() > 1) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--choose, --approve, --resend and --cancel do not go together",
                    "give one of them, or none to type an answer");
        }
        return wishes.isEmpty() ? Wish.TYPE : wishes.getFirst();
    }

    /// The wish, checked against what is asked.
    ///
    /// @throws CommandException when that cannot be wished
    AnswerTo about(Asked asked) {
        UUID challenge = UUID.fromString(asked.id());
        return switch (wish()) {
            case TYPE -> new AnswerTo(challenge, typed(asked), null);
            case CHOOSE -> new AnswerTo(challenge, Wish.CHOOSE, chosen(asked));
            case APPROVE -> new AnswerTo(challenge, approved(asked), null);
            case RESEND -> new AnswerTo(challenge, Wish.RESEND, null);
            case CANCEL -> new AnswerTo(challenge, Wish.CANCEL, null);
        };
    }

    private static Wish typed(Asked asked) {
        if (asked.mustChoose()) {
            throw refused("there is nothing to type yet", "choose a way first: " + ways(asked));
        }
        if (asked.isApproval()) {
            throw refused("there is nothing to type", "approve it on the other device, then give --approve");
        }
        return Wish.TYPE;
    }

    private static Wish approved(Asked asked) {
        if (!asked.isApproval()) {
            throw refused("--approve: there is nothing to approve", "leave it out and type the answer");
        }
        return Wish.APPROVE;
    }

    private OutcomeCode.Challenged chosen(Asked asked) {
        if (asked.choices().isEmpty()) {
            throw refused("--choose: there is nothing to choose from", "leave it out");
        }
        String way = method == null ? "" : method;
        return OutcomeCode.Challenged.fromWire(way)
                .filter(_ -> asked.choices().contains(way))
                .orElseThrow(() -> refused("--choose: there is no such way", "expected " + ways(asked)));
    }

    private static String ways(Asked asked) {
        return "one of " + String.join(", ", asked.choices());
    }

    private static CommandException refused(String wrong, String todo) {
        return new CommandException(ExitCode.USAGE, wrong, todo);
    }
}
