package dev.payfleet.worker.job;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.session.DisconnectedException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs an adapter's own code, which may meet any page. What it throws without a name for it means that the
/// page is not what it was written for.
final class AdapterCode {
    private static final Logger LOG = LoggerFactory.getLogger(AdapterCode.class);

    private AdapterCode() {}

    /// @param reading what is read, for the message
    static <T> T run(String reading, Supplier<T> code) {
        try {
            return code.get();
        } catch (ProviderException | DisconnectedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Neither the cause nor its message goes further: an adapter's message may quote the page.
            StackTraceElement[] stack = e.getStackTrace();
            LOG.atError()
                    .addKeyValue("fault", e.getClass().getSimpleName())
                    .addKeyValue("at", stack.length == 0 ? "" : stack[0].toString())
                    .log("an adapter met what it was not written for");
            throw new ProviderException(new Trouble.LayoutChanged(
                    reading, "a page that its adapter can read (" + e.getClass().getSimpleName() + ")"));
        }
    }
}
