package dev.payfleet.scrub.page;

/// The page could not be redrawn safely, so there is no picture of it. The message names the step that failed and
/// never anything of the page; the original failure is left out because its text may quote the page or its address.
public final class RedrawRefusedException extends RuntimeException {
    RedrawRefusedException(String message) {
        super(message);
    }

    static RedrawRefusedException because(String step, RuntimeException failure) {
        return new RedrawRefusedException("No picture was made: " + step + " failed ("
                + failure.getClass().getSimpleName() + ").");
    }
}
