package dev.payfleet.worker.browser;

import com.microsoft.playwright.PlaywrightException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Runs one visit on a lane's thread, closes what it opened whatever happens, and tells the browser's failures
/// from the work's own.
final class VisitRun {
    private static final int CAUSES_FOLLOWED = 20;

    private final LaneBrowser browser;
    private final LaneProgress progress;
    private final VisitSteps steps;
    private final Supplier<@Nullable Condemnation> condemnation;
    private final ErrandQueue queue;
    private final Runnable count;

    VisitRun(
            LaneBrowser browser,
            LaneProgress progress,
            VisitSteps steps,
            Supplier<@Nullable Condemnation> condemnation,
            ErrandQueue queue,
            Runnable count) {
        this.browser = browser;
        this.progress = progress;
        this.steps = steps;
        this.condemnation = condemnation;
        this.queue = queue;
        this.count = count;
    }

    /// Runs and answers the errand, or puts it back when its lane died before the work began.
    ///
    /// @return why the lane can't go on, if it can't
    Optional<LaneEnd> of(Errand<?> errand) {
        errand.adoptLogContext();
        try {
            return open(errand.spec()).map(visit -> run(errand, visit)).orElseGet(() -> refuse(errand));
        } finally {
            MDC.clear();
        }
    }

    private Optional<OpenVisit> open(VisitSpec spec) {
        try {
            return Optional.of(new OpenVisit(browser, spec, steps));
        } catch (RuntimeException e) {
            // Playwright's own exceptions and those of the JSON reader inside it. Their messages may hold what
            // they read.
            return Optional.empty();
        }
    }

    private Optional<LaneEnd> run(Errand<?> errand, OpenVisit visit) {
        Optional<Throwable> thrown = errand.run(visit);
        String step = progress.stepName();
        Optional<LaneException> loss = thrown.flatMap(e -> loss(e, visit, step));
        steps.step("closing");
        boolean clean = visit.end();
        // Before the answer, so that whoever has it finds it counted.
        count.run();
        loss.ifPresentOrElse(errand::fail, errand::deliver);
        if (visit.hasCrashed()) {
            return Optional.of(new LaneEnd.Broken("a page's process died"));
        }
        if (loss.isPresent()) {
            return loss.map(lost -> new LaneEnd.Broken(String.valueOf(lost.getMessage())));
        }
        return clean ? Optional.empty() : Optional.of(new LaneEnd.Broken("it was not clean after a visit"));
    }

    /// The browser's failure behind what the work threw, if there is one.
    private Optional<LaneException> loss(Throwable thrown, OpenVisit visit, String step) {
        Condemnation killed = condemnation.get();
        if (killed != null) {
            return Optional.of(killed.asException(step));
        }
        if (!isOfPlaywright(thrown) && browser.isAlive() && !visit.hasCrashed()) {
            return Optional.empty();
        }
        // Asking lets a death that Playwright has not told of yet come to light.
        boolean answers = browser.answers();
        Condemnation late = condemnation.get();
        if (late != null) {
            return Optional.of(late.asException(step));
        }
        if (!answers) {
            return Optional.of(new LaneLostException("the browser died", step));
        }
        return visit.hasCrashed()
                ? Optional.of(new LaneLostException("a page's process died", step))
                : Optional.empty();
    }

    private static boolean isOfPlaywright(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_FOLLOWED)
                .anyMatch(PlaywrightException.class::isInstance);
    }

    // No context: the browser is gone, or the storage state is not one.
    private Optional<LaneEnd> refuse(Errand<?> errand) {
        Condemnation killed = condemnation.get();
        if (killed != null) {
            errand.fail(killed.asException("open"));
        } else if (errand.spec().storageState().isPresent() && browser.answers()) {
            errand.fail(new BadStorageStateException());
            return browser.contexts() == 0
                    ? Optional.empty()
                    : Optional.of(new LaneEnd.Broken("it kept a context that failed to open"));
        } else if (errand.giveBack()) {
            // The work has not begun, so its caller need not hear of it.
            queue.putBack(errand);
        } else {
            errand.fail(new LaneLostException("the browser died", "open"));
        }
        return Optional.of(new LaneEnd.Broken("it opened no context"));
    }
}
