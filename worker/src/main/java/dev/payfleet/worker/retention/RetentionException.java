package dev.payfleet.worker.retention;

import java.util.List;
import java.util.stream.Collectors;

/// Places are not as promised, so no worker starts. Names every place, what was found and what was expected.
public final class RetentionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RetentionException(List<BrokenPromise> broken) {
        super(broken.stream().map(BrokenPromise::words).collect(Collectors.joining("; ")));
    }
}
