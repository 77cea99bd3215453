package dev.payfleet.worker.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Trouble;
import dev.payfleet.scrub.page.Caption;
import dev.payfleet.scrub.page.PageRedraw;
import dev.payfleet.scrub.page.RedrawRefusedException;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.job.Account;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a redrawn picture of an unexpected page. What cannot be redrawn is not kept: there is no second, weaker
/// way.
public final class EvidenceCapture {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCapture.class);

    private static final Pattern NOT_IN_A_CAPTION = Pattern.compile("://|[?@&=]|[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST_CAPTION = 120;

    private final EvidenceStore store;
    private final InstantSource clock;

    /// @param store where pictures are kept for five days
    public EvidenceCapture(EvidenceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A picture for trouble that an adapter's author must look at; nothing for trouble that the provider said in
    /// so many words. Runs on the lane's thread.
    ///
    /// @return the evidence's id, where some was kept
    /// @throws dev.payfleet.session.DisconnectedException when the person left meanwhile; nothing is kept then
    Optional<String> of(Account account, LaneVisit lane, Trouble trouble) {
        return label(trouble).flatMap(label -> keep(account, lane, label));
    }

    private Optional<String> keep(Account account, LaneVisit lane, String label) {
        account.progress().step("evidence");
        ProviderDeclaration provider = account.provider().declaration();
        try {
            byte[] png = PageRedraw.redraw(
                            lane.page(), provider.staticTexts().texts(), Caption.of(provider.name(), words(label)))
                    .png();
            Evidence evidence = new Evidence(
                    EvidenceOwner.of(account.key()), provider.id(), label, clock.instant(), RedrawnPng.of(png), "");
            EvidenceId kept = account.progress()
                    .consent()
                    .keeping(() -> store.save(evidence), () -> store.wipe(evidence.owner()));
            return Optional.of(kept.value());
        } catch (RedrawRefusedException | PlaywrightException | UncheckedIOException e) {
            LOG.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log("no evidence was kept");
            return Optional.empty();
        }
    }

    /// A label as a caption takes it: no address, and no longer than it may be.
    private static String words(String label) {
        String plain = NOT_IN_A_CAPTION.matcher(label).replaceAll(" ").strip();
        return plain.length() <= LONGEST_CAPTION ? plain : plain.substring(0, LONGEST_CAPTION);
    }

    private static Optional<String> label(Trouble trouble) {
        return switch (trouble) {
            case Trouble.LayoutChanged(String page, String expected) -> Optional.of(page + ": expected " + expected);
            case Trouble.SignedOut _ -> Optional.empty();
            case Trouble.OriginRefused(String origin) -> Optional.of("led outside, to " + origin);
            case Trouble.TimedOut(String waitingFor) -> Optional.of("no answer while waiting for " + waitingFor);
            case Trouble.CredentialsRejected _,
                    Trouble.AccountLocked _,
                    Trouble.AccountSetupRequired _,
                    Trouble.CaptchaAsked _,
                    Trouble.ChallengeAsked _,
                    Trouble.ChallengeRejected _,
                    Trouble.ChallengeExpired _,
                    Trouble.SessionTakenOver _,
                    Trouble.InsufficientPermission _,
                    Trouble.NoAccounts _,
                    Trouble.Unavailable _,
                    Trouble.RateLimited _,
                    Trouble.EgressUnavailable _,
                    Trouble.NotOffered _ -> Optional.empty();
        };
    }
}
