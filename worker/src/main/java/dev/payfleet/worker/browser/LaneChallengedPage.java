package dev.payfleet.worker.browser;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.visit.ChallengeReply;
import dev.payfleet.provider.visit.PageVisit;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.ChallengedPage;
import dev.payfleet.worker.job.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// The page of a second factor on its lane.
final class LaneChallengedPage implements ChallengedPage {
    private final Account account;
    private final PageVisit visit;
    private final LaneVisit lane;
    private final HeldVisits held;
    private final EvidenceCapture evidence;
    private final Supplier<SignedIn> harvest;
    private Trouble.ChallengeAsked asked;
    private boolean waiting;

    /// @param harvest takes session and trust out of the page, once the person is signed in
    LaneChallengedPage(
            Account account,
            PageVisit visit,
            LaneVisit lane,
            HeldVisits held,
            EvidenceCapture evidence,
            Supplier<SignedIn> harvest,
            Trouble.ChallengeAsked asked) {
        this.account = account;
        this.visit = visit;
        this.lane = lane;
        this.held = held;
        this.evidence = evidence;
        this.harvest = harvest;
        this.asked = asked;
    }

    @Override
    public Trouble.ChallengeAsked asked() {
        return asked;
    }

    /// Waits by Playwright, which hears of what the page does only while it is asked something.
    @Override
    public boolean idle(Duration moment, Instant until) {
        if (!waiting) {
            lane.waiting("person", until);
            waiting = true;
        }
        if (!held.isStopping()) {
            lane.page().waitForTimeout((double) moment.toMillis());
        }
        return !held.isStopping();
    }

    @Override
    public void send() {
        step("send the code");
        visit.send(asked.page());
    }

    @Override
    public void resend() {
        step("send the code again");
        boolean _ = visit.resend(asked.page());
    }

    @Override
    public SignedIn answer(ChallengeReply reply) {
        step("answer");
        try {
            visit.answer(asked.page(), reply, account.provider().signIn().answerWithin());
            return harvest.get();
        } catch (ProviderException e) {
            if (e.trouble() instanceof Trouble.ChallengeAsked next) {
                asked = next;
            }
            throw e;
        }
    }

    @Override
    public Optional<String> evidence(Trouble trouble) {
        return evidence.of(account, lane, trouble);
    }

    private void step(String name) {
        waiting = false;
        lane.step(name);
    }
}
