package dev.payfleet.worker.fleet;

import java.util.List;

/// The configuration is wrong; names every setting at fault at once.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
