package dev.payfleet.worker.cli;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.trial.TrialSite;
import java.util.Map;

/// A site that somebody else has started, and the person at the terminal, who answers second factors in lines of
/// the standard input.
record GivenSite(Map<Origin, Origin> standIns, String username, Secret password, CommandContext context)
        implements TrialSite {

    GivenSite {
        standIns = Map.copyOf(standIns);
    }

    @Override
    public CredentialSource credentials() {
        return field -> switch (field) {
            case USERNAME -> username;
            case PASSWORD -> password.reveal();
        };
    }

    @Override
    public ChallengeReply reply(Trouble.ChallengeAsked asked) {
        context.err().println("payfleet: " + asked.prompt());
        return switch (asked.kind()) {
            case CHOOSE_METHOD -> new ChallengeReply.Chosen(asked.choices().getFirst());
            case PUSH_APPROVAL -> new ChallengeReply.Approved();
            case OTP_SMS, OTP_EMAIL, OTP_APP, SECURITY_QUESTION -> {
                Secret line = SecretInput.PASSWORD.line(context.in());
                yield new ChallengeReply.Typed(line::reveal);
            }
        };
    }

    @Override
    public void close() {
        password.close();
    }
}
