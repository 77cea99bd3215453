package dev.payfleet.worker.job;

import dev.payfleet.provider.ChallengeKind;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the page of a second factor open until its person has answered, given up or let the time pass. Runs on
/// the page's thread; the answer comes by the [ChallengeDesk], from whichever worker brings it.
final class PersonWait {
    private static final Logger LOG = LoggerFactory.getLogger(PersonWait.class);

    /// Short enough that nobody notices it, long enough that a waiting page costs two reads a second.
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration SAY_AGAIN = Duration.ofSeconds(2);

    /// A worker that says nothing for so long is gone.
    private static final Duration HELD = Duration.ofSeconds(15);

    /// The same while it is at the page and can't say anything: more than an answer may take.
    private static final Duration AT_WORK = Duration.ofSeconds(150);

    /// How soon a page is closed whose challenge was ended elsewhere.
    static final Duration LETS_GO_WITHIN = SAY_AGAIN.plusSeconds(1);

    private final ChallengeDesk desk;
    private final ChallengeTexts texts;
    private final AuditTrail audit;
    private final KnownSecrets secrets;
    private final InstantSource clock;

    PersonWait(ChallengeDesk desk, ChallengeTexts texts, AuditTrail audit, KnownSecrets secrets, InstantSource clock) {
        this.desk = desk;
        this.texts = texts;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Waits, and does what the person wants at the page.
    ///
    /// @param attempt hears what becomes of the sign-in
    /// @param released run once the challenge is open
    void hold(Account account, Attendance person, ChallengedPage page, Aftermath attempt, Runnable released) {
        page.send();
        Wait wait = new Wait(account, person, page, attempt);
        wait.open(person.challenge());
        released.run();
        LOG.atInfo().addKeyValue("kind", page.asked().kind()).log("a page waits for its person");
        try {
            wait.untilOver();
        } finally {
            wait.end();
        }
    }

    /// What becomes of a sign-in that a second factor had interrupted.
    interface Aftermath {
        /// Keep it.
        ///
        /// @throws dev.payfleet.session.StaleFenceException when it is too late
        /// @throws dev.payfleet.session.DisconnectedException when the person has left
        void signedIn(SignedIn signedIn);

        /// The provider said something else than that the answer was wrong or late.
        void failed(Trouble trouble);
    }

    /// One page and its person.
    private final class Wait {
        private final Account account;
        private final Attendance person;
        private final ChallengedPage page;
        private final Aftermath attempt;
        private final ConnectionKey key;
        private UUID challenge;
        private Instant saidAt = Instant.EPOCH;
        private int wrongAnswers;
        private boolean over;
        private String kindAsked = "";

        Wait(Account account, Attendance person, ChallengedPage page, Aftermath attempt) {
            this.account = account;
            this.person = person;
            this.page = page;
            this.attempt = attempt;
            this.key = account.key();
            this.challenge = person.challenge();
        }

        void open(UUID id) {
            challenge = id;
            saidAt = clock.instant();
            desk.open(key, account.fence(), opened(id, page.asked(), saidAt));
        }

        private OpenChallenge opened(UUID id, Trouble.ChallengeAsked asked, Instant now) {
            return new OpenChallenge(
                    id,
                    OutcomeCode.Challenged.of(asked.kind()).wireName(),
                    asked.prompt(),
                    asked.choices().stream()
                            .map(choice -> OutcomeCode.Challenged.of(choice).wireName())
                            .toList(),
                    asked.expiresAt(),
                    now.plus(HELD),
                    person.continuation());
        }

        void untilOver() {
            while (!over) {
                Optional<HandedIn> wish = next();
                if (wish.isEmpty()) {
                    return;
                }
                grant(wish.get());
            }
        }

        void end() {
            if (!over) {
                desk.end(key, challenge);
            }
        }

        /// What the person wants; empty when nobody is to be waited for any longer.
        private Optional<HandedIn> next() {
            while (clock.instant().isBefore(page.asked().expiresAt())) {
                Optional<HandedIn> wish = desk.take(key, challenge);
                if (wish.isPresent()) {
                    return wish;
                }
                if (!page.idle(LOOK, page.asked().expiresAt()) || !stillOurs()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private boolean stillOurs() {
            Instant now = clock.instant();
            if (now.isBefore(saidAt.plus(SAY_AGAIN))) {
                return true;
            }
            saidAt = now;
            return desk.hold(key, challenge, now.plus(HELD));
        }

        private void grant(HandedIn wish) {
            // A moment in which the page can't be answered for says nothing of it.
            boolean _ = desk.hold(key, challenge, clock.instant().plus(AT_WORK));
            UUID asked = challenge;
            kindAsked = OutcomeCode.Challenged.of(page.asked().kind()).wireName();
            try {
                Verdict verdict = tried(wish);
                tell(asked, wish, verdict, over || !asked.equals(challenge));
            } catch (RuntimeException e) {
                // The browser is gone, or the person has left: the page is of no more use, and whoever brought the
                // answer must hear of it.
                over = true;
                tell(asked, wish, new Verdict.Otherwise(expired()), true);
                throw e;
            }
            saidAt = Instant.EPOCH;
        }

        private Verdict tried(HandedIn wish) {
            ChallengeKind before = page.asked().kind();
            try {
                return did(wish);
            } catch (ProviderException e) {
                return judged(wish, before, e.trouble());
            }
        }

        /// Does it at the page.
        private Verdict did(HandedIn wish) {
            return switch (wish.wish()) {
                case TYPE -> typed(wish);
                case CHOOSE -> signedIn(page.answer(new ChallengeReply.Chosen(method(wish.method()))));
                case APPROVE -> signedIn(page.answer(new ChallengeReply.Approved()));
                case RESEND -> {
                    page.resend();
                    yield stillAsked();
                }
                case CANCEL -> {
                    over = true;
                    yield new Verdict.Otherwise(expired());
                }
            };
        }

        private Verdict typed(HandedIn wish) {
            if (page.asked().page().answerField() == null) {
                return stillAsked();
            }
            Secret answer = desk.answer(key, wish.job()).orElse(null);
            if (answer == null) {
                return stillAsked();
            }
            try (answer;
                    KnownSecrets.Registration _ = secrets.add(answer.reveal())) {
                return signedIn(page.answer(new ChallengeReply.Typed(answer::reveal)));
            }
        }

        private Verdict signedIn(SignedIn signedIn) {
            attempt.signedIn(signedIn);
            over = true;
            return new Verdict.SignedIn(person.continuation());
        }

        private Verdict judged(HandedIn wish, ChallengeKind before, Trouble trouble) {
            return switch (trouble) {
                case Trouble.ChallengeRejected _ -> rejected();
                case Trouble.ChallengeAsked _ -> asksFurther(wish);
                case Trouble.TimedOut _ when before == ChallengeKind.PUSH_APPROVAL -> stillAsked();
                case Trouble.ChallengeExpired _,
                        Trouble.TimedOut _,
                        Trouble.CredentialsRejected _,
                        Trouble.AccountLocked _,
                        Trouble.AccountSetupRequired _,
                        Trouble.CaptchaAsked _,
                        Trouble.SessionTakenOver _,
                        Trouble.SignedOut _,
                        Trouble.InsufficientPermission _,
                        Trouble.NoAccounts _,
                        Trouble.Unavailable _,
                        Trouble.RateLimited _,
                        Trouble.OriginRefused _,
                        Trouble.EgressUnavailable _,
                        Trouble.LayoutChanged _,
                        Trouble.NotOffered _ -> failed(trouble);
            };
        }

        /// A person who gets it wrong too often could lock the account as surely as we could.
        private Verdict rejected() {
            wrongAnswers++;
            int most = Math.max(1, account.provider().declaration().lockOutThreshold() - 1);
            over = wrongAnswers >= most;
            return new Verdict.Otherwise(new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_REJECTED));
        }

        /// The next question has the id of the job that answered the one before.
        private Verdict asksFurther(HandedIn wish) {
            page.send();
            open(wish.job());
            return stillAsked();
        }

        private Verdict failed(Trouble trouble) {
            over = true;
            attempt.failed(trouble);
            return new Verdict.Otherwise(
                    Troubles.outcome(trouble, page.evidence(trouble).orElse(null)));
        }

        private Verdict stillAsked() {
            return new Verdict.Otherwise(Asked.of(challenge, page.asked()));
        }

        private void tell(UUID asked, HandedIn wish, Verdict verdict, boolean ended) {
            desk.tell(key, asked, wish.job(), texts.verdict(key, wish.job(), verdict), ended);
            if (wish.wish() != HandedIn.Wish.CANCEL) {
                audit.note(new AuditEvent.ChallengeAnswered(account.audited(), kindAsked, code(verdict)));
            }
        }
    }

    private static ChallengeKind method(@Nullable String wireName) {
        return ChallengeKind.valueOf(String.valueOf(wireName).toUpperCase(Locale.ROOT));
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SignedIn _ -> "signed_in";
            case Verdict.Otherwise(JobOutcome outcome) -> {
                OutcomeCode code = outcome.code();
                yield code == null ? outcome.wireName() : code.wireName();
            }
        };
    }

    private static JobOutcome expired() {
        return new JobOutcome.ActionRequired(OutcomeCode.Action.CHALLENGE_EXPIRED);
    }
}
