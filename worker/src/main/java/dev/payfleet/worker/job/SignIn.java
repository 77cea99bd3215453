package dev.payfleet.worker.job;

import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.Trouble;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.session.Admission;
import dev.payfleet.session.AttemptOutcome;
import dev.payfleet.session.ConnectionStore;
import dev.payfleet.session.Credential;
import dev.payfleet.session.SessionStore;
import dev.payfleet.session.SignInLedger;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Tier four: the one place that spends a sign-in. The ledger is asked before a browser is taken and written right
/// before the form goes out, so that an attempt whose answer never came is counted as spent. Nothing is decrypted
/// that the audit log could not be told of.
final class SignIn {
    private final ConnectionStore connections;
    private final SessionStore sessions;
    private final DeviceTrusts trusts;
    private final SignInLedger ledger;
    private final SecondFactorAhead secondFactor;
    private final PageVisits pages;
    private final PersonWait wait;
    private final AuditTrail audit;
    private final KnownSecrets secrets;
    private final SessionLife life;
    private final InstantSource clock;

    SignIn(
            ConnectionStore connections,
            SessionStore sessions,
            DeviceTrusts trusts,
            SignInLedger ledger,
            PageVisits pages,
            PersonWait wait,
            AuditTrail audit,
            KnownSecrets secrets,
            SessionLife life,
            InstantSource clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.trusts = trusts;
        this.ledger = ledger;
        this.secondFactor = new SecondFactorAhead(ledger, trusts, clock);
        this.pages = pages;
        this.wait = wait;
        this.audit = audit;
        this.secrets = secrets;
        this.life = life;
        this.clock = clock;
    }

    /// Signs in as a device that the provider knows, where it does, and stores session and trust.
    ///
    /// @throws SignInForbiddenException when the ledger says no, or no credential is stored; nothing was
    ///     submitted
    /// @throws VisitFailedException when the provider refused or could not be reached
    SignedIn signIn(Account account) {
        StoredCredential stored =
                opened(account).orElseThrow(() -> new SignInForbiddenException("no credential is stored"));
        ledger.refusal(account.key(), stored.fingerprint(), threshold(account), clock.instant())
                .ifPresent(reason -> {
                    throw new SignInForbiddenException("the ledger says " + reason);
                });
        Optional<OneTimeCodes> codes = secondFactor.codes(account, stored.credential());
        secondFactor.requireAnswer(account, codes);
        account.progress().step("sign-in");
        return account.progress().during(JobProgress.Stage.SIGN_IN, () -> attempt(account, stored, codes));
    }

    /// Whether the stored credential has signed in before: then a session of this connection is its own.
    boolean proved(Account account) {
        try (StoredCredential stored = opened(account).orElse(null)) {
            return stored != null
                    && ledger.attempts(account.key()).stream()
                            .anyMatch(attempt -> attempt.outcome() == AttemptOutcome.SIGNED_IN
                                    && attempt.fingerprint().equals(stored.fingerprint()));
        }
    }

    private Optional<StoredCredential> opened(Account account) {
        audit.append(new AuditEvent.CredentialDecrypted(account.audited(), origin(account)));
        return connections.credential(account.key());
    }

    private static String origin(Account account) {
        return account.provider().declaration().origins().getFirst().toString();
    }

    private static int threshold(Account account) {
        return account.provider().declaration().lockOutThreshold();
    }

    private SignedIn attempt(Account account, StoredCredential stored, Optional<OneTimeCodes> codes) {
        Optional<StoredTrust> trust = trusts.live(account);
        Attempt attempt = new Attempt(account, stored.fingerprint(), trust);
        try (stored;
                KnownSecrets.Registration _ =
                        secrets.add(stored.credential().username().reveal());
                KnownSecrets.Registration _ =
                        secrets.add(stored.credential().password().reveal());
                KnownSecrets.Registration _ = stored.credential()
                        .authenticator()
                        .map(secret -> secrets.add(secret.reveal()))
                        .orElse(null)) {
            SignedIn signedIn =
                    bounded(account, pages.signIn(account, trust, revealing(stored.credential()), codes, attempt));
            attempt.signedIn(signedIn);
            return signedIn;
        } catch (VisitFailedException e) {
            attempt.settle(meaning(e.trouble()));
            throw e;
        }
    }

    private SignedIn bounded(Account account, SignedIn signedIn) {
        return new SignedIn(life.bounded(account.provider(), signedIn.session()), signedIn.trust());
    }

    private static CredentialSource revealing(Credential credential) {
        return field -> switch (field) {
            case USERNAME -> credential.username().reveal();
            case PASSWORD -> credential.password().reveal();
        };
    }

    /// What the trouble says of the attempt. Whatever does not prove that the provider judged the password stays
    /// unknown, which counts as spent.
    private static AttemptOutcome meaning(Trouble trouble) {
        return switch (trouble) {
            case Trouble.CredentialsRejected r -> AttemptOutcome.CREDENTIALS_REJECTED;
            case Trouble.AccountLocked l -> AttemptOutcome.ACCOUNT_LOCKED;
            case Trouble.ChallengeAsked c -> AttemptOutcome.CHALLENGED;
            case Trouble.AccountSetupRequired s -> AttemptOutcome.SIGNED_IN;
            case Trouble.InsufficientPermission p -> AttemptOutcome.SIGNED_IN;
            case Trouble.NoAccounts n -> AttemptOutcome.SIGNED_IN;
            case Trouble.ChallengeRejected c -> AttemptOutcome.CHALLENGED;
            case Trouble.ChallengeExpired c -> AttemptOutcome.CHALLENGED;
            case Trouble.SessionTakenOver s -> AttemptOutcome.UNKNOWN;
            case Trouble.SignedOut s -> AttemptOutcome.UNKNOWN;
            case Trouble.CaptchaAsked c -> AttemptOutcome.UNKNOWN;
            case Trouble.Unavailable u -> AttemptOutcome.UNKNOWN;
            case Trouble.RateLimited r -> AttemptOutcome.UNKNOWN;
            case Trouble.TimedOut t -> AttemptOutcome.UNKNOWN;
            case Trouble.OriginRefused o -> AttemptOutcome.UNKNOWN;
            case Trouble.EgressUnavailable e -> AttemptOutcome.UNKNOWN;
            case Trouble.LayoutChanged l -> AttemptOutcome.UNKNOWN;
            case Trouble.NotOffered n -> AttemptOutcome.UNKNOWN;
        };
    }

    /// One line of the ledger, if it comes to a submit.
    private final class Attempt implements SignInAttempt, PersonWait.Aftermath {
        private final Account account;
        private final String fingerprint;
        private final Optional<StoredTrust> trustBefore;
        private OptionalLong line = OptionalLong.empty();
        private boolean accepted;

        /// Written on the page's thread, and read on the job's once that was released.
        private volatile @Nullable AttemptOutcome settled;

        Attempt(Account account, String fingerprint, Optional<StoredTrust> trustBefore) {
            this.account = account;
            this.fingerprint = fingerprint;
            this.trustBefore = trustBefore;
        }

        @Override
        public void submitting() {
            Admission admission = ledger.begin(account.key(), fingerprint, threshold(account), clock.instant());
            line = switch (admission) {
                case Admission.Admitted(long number) -> OptionalLong.of(number);
                case Admission.Refused(var reason) -> throw new SignInForbiddenException("the ledger says " + reason);
            };
            line.ifPresent(number -> audit.note(new AuditEvent.SignInAttempted(account.audited(), number)));
            account.progress().step("submitted");
        }

        @Override
        public void secondFactorMet() {
            settle(AttemptOutcome.CHALLENGED);
            accepted = true;
        }

        @Override
        public void challenged(ChallengedPage page, Runnable released) {
            secondFactorMet();
            wait.hold(account, account.person().orElseThrow(), page, this, released);
        }

        @Override
        public void signedIn(SignedIn signedIn) {
            settle(AttemptOutcome.SIGNED_IN);
            sessions.save(
                    account.key(), account.fence(), bounded(account, signedIn).session());
            trusts.keepAfterSignIn(account, trustBefore, signedIn.trust());
        }

        @Override
        public void failed(Trouble trouble) {
            settle(meaning(trouble));
        }

        /// A provider that refuses the name alone, before it was sent a password, has judged the credential all
        /// the same: without a line in the ledger it would be asked again and again.
        void settle(AttemptOutcome outcome) {
            boolean judged = outcome == AttemptOutcome.CREDENTIALS_REJECTED || outcome == AttemptOutcome.ACCOUNT_LOCKED;
            if (line.isEmpty() && judged) {
                submitting();
            }
            // The password was accepted already: that the answer's outcome is unknown does not make it one that counts.
            boolean tellsMore = !accepted || outcome != AttemptOutcome.UNKNOWN;
            if (tellsMore && outcome != settled) {
                settled = outcome;
                line.ifPresent(number -> {
                    ledger.settle(account.key(), number, outcome, clock.instant());
                    audit.note(new AuditEvent.SignInSettled(account.audited(), number, outcome));
                });
            }
        }
    }
}
