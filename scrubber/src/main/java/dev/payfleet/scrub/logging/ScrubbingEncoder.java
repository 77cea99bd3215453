package dev.payfleet.scrub.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.TextScrubber;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

/// Has the line made as usual and scrubs what came out, string by string. Scrubbing the finished line, and not what
/// goes into it, leaves no way around: whatever a library adds to a line has to pass.
final class ScrubbingEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    private final LoggingEventCompositeJsonEncoder lines = new LoggingEventCompositeJsonEncoder();
    private final LineScrubber scrubber;
    private final KnownSecrets secrets;

    ScrubbingEncoder(TextScrubber scrubber, KnownSecrets secrets) {
        this.scrubber = new LineScrubber(scrubber);
        this.secrets = secrets;
    }

    @Override
    public void start() {
        lines.setContext(getContext());
        LineFields.addTo(lines);
        lines.start();
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line;
        try {
            line = scrubber.scrub(lines.encode(event));
        } catch (RuntimeException | StackOverflowError failed) {
            return lost(event);
        }
        return secrets.isIn(line) ? lost(event) : (line + "\n").getBytes(UTF_8);
    }

    /// Says that there was a line, when and how grave, in words of ours alone.
    private static byte[] lost(ILoggingEvent event) {
        String line = "{\"@timestamp\":\"" + event.getInstant() + "\",\"level\":\"" + event.getLevel()
                + "\",\"logger\":\"" + ScrubbingEncoder.class.getPackageName()
                + "\",\"message\":\"A log line was left out because it could not be scrubbed.\"}\n";
        return line.getBytes(UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
