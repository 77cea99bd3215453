package dev.payfleet.worker.cli;

import java.util.Optional;

/// Which build this is.
public final class Version {
    /// From the jar's manifest; a build that is not packed has none.
    public static final String OF_THIS_BUILD = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("(not packed)");

    private Version() {}
}
