package dev.payfleet.worker.retention;

import java.util.List;

/// A place where something of people's is kept. Safe for use by many threads.
public interface KeptPlace {
    /// What it is called, for example `bucket payfleet-evidence`.
    String name();

    /// Looks at the place itself, not at what somebody wrote about it.
    ///
    /// @return what is not as promised; what could not be found out counts as broken
    List<BrokenPromise> brokenPromises();
}
