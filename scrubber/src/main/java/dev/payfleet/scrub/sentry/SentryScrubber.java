package dev.payfleet.scrub.sentry;

import dev.payfleet.scrub.TextScrubber;
import dev.payfleet.scrub.TextScrubbers;
import io.sentry.Breadcrumb;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions.BeforeBreadcrumbCallback;
import io.sentry.SentryOptions.BeforeSendCallback;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import io.sentry.protocol.SentryStackFrame;
import io.sentry.protocol.SentryStackTrace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a new event of what may leave: time, level, logger, scrubbed messages, exception types and frames, a few
/// tags of the fleet's own. Everything else (request, user, contexts, breadcrumb data, variables, attachments) is
/// not copied, so a field that a later version of the SDK brings stays behind by itself. An event that can't be
/// scrubbed is dropped.
final class SentryScrubber implements BeforeSendCallback, BeforeBreadcrumbCallback {
    private static final Set<String> TAGS =
            Set.of("job_id", "provider", "resource", "outcome", "code", "tier", "evidence_id", "lane");

    private final TextScrubber scrubber;

    SentryScrubber(TextScrubber scrubber) {
        this.scrubber = scrubber;
    }

    @Override
    public @Nullable SentryEvent execute(SentryEvent event, Hint hint) {
        hint.clearAttachments();
        try {
            return scrubbed(event);
        } catch (RuntimeException | StackOverflowError failed) {
            return null;
        }
    }

    @Override
    public @Nullable Breadcrumb execute(Breadcrumb breadcrumb, Hint hint) {
        try {
            Breadcrumb scrubbed = new Breadcrumb(breadcrumb.getTimestamp());
            scrubbed.setLevel(breadcrumb.getLevel());
            scrubbed.setCategory(text(breadcrumb.getCategory()));
            scrubbed.setMessage(text(breadcrumb.getMessage()));
            return scrubbed;
        } catch (RuntimeException | StackOverflowError failed) {
            return null;
        }
    }

    private SentryEvent scrubbed(SentryEvent event) {
        SentryEvent scrubbed = new SentryEvent(event.getTimestamp());
        scrubbed.setEventId(event.getEventId());
        scrubbed.setLevel(event.getLevel());
        scrubbed.setLogger(text(event.getLogger()));
        scrubbed.setPlatform("java");
        scrubbed.setRelease(event.getRelease());
        scrubbed.setEnvironment(event.getEnvironment());
        scrubbed.setSdk(event.getSdk());
        scrubbed.setMessage(message(event.getMessage()));
        List<SentryException> exceptions = event.getExceptions();
        if (exceptions != null) {
            scrubbed.setExceptions(exceptions.stream().map(this::exception).toList());
        }
        List<Breadcrumb> breadcrumbs = event.getBreadcrumbs();
        if (breadcrumbs != null) {
            breadcrumbs.forEach(breadcrumb -> add(breadcrumb, scrubbed));
        }
        Map<String, String> tags = event.getTags();
        if (tags != null) {
            tags.entrySet().stream()
                    .filter(tag -> TAGS.contains(tag.getKey()))
                    .forEach(tag -> scrubbed.setTag(tag.getKey(), scrub(tag.getValue())));
        }
        return scrubbed;
    }

    private void add(Breadcrumb breadcrumb, SentryEvent event) {
        Breadcrumb scrubbed = execute(breadcrumb, new Hint());
        if (scrubbed != null) {
            event.addBreadcrumb(scrubbed);
        }
    }

    private @Nullable Message message(@Nullable Message message) {
        if (message == null) {
            return null;
        }
        Message scrubbed = new Message();
        scrubbed.setMessage(text(message.getMessage()));
        scrubbed.setFormatted(text(message.getFormatted()));
        return scrubbed;
    }

    private SentryException exception(SentryException exception) {
        SentryException scrubbed = new SentryException();
        scrubbed.setType(exception.getType());
        scrubbed.setModule(exception.getModule());
        scrubbed.setValue(text(exception.getValue()));
        SentryStackTrace trace = exception.getStacktrace();
        List<SentryStackFrame> frames = trace == null ? null : trace.getFrames();
        if (frames != null) {
            scrubbed.setStacktrace(new SentryStackTrace(
                    frames.stream().map(SentryScrubber::frame).toList()));
        }
        return scrubbed;
    }

    /// Names and lines of code; no variables and no source.
    private static SentryStackFrame frame(SentryStackFrame frame) {
        SentryStackFrame scrubbed = new SentryStackFrame();
        scrubbed.setModule(frame.getModule());
        scrubbed.setFunction(frame.getFunction());
        scrubbed.setFilename(frame.getFilename());
        scrubbed.setLineno(frame.getLineno());
        scrubbed.setInApp(frame.isInApp());
        scrubbed.setNative(frame.isNative());
        return scrubbed;
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : scrub(text);
    }

    private String scrub(String text) {
        String scrubbed = scrubber.scrub(text);
        if (scrubbed.equals(TextScrubbers.UNSCRUBBABLE)) {
            throw new IllegalStateException("a text of the event could not be scrubbed");
        }
        return scrubbed;
    }
}
