package dev.payfleet.worker.config;

import java.util.List;

/// The configuration is wrong; names every setting at fault at once, never a value.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    ConfigException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /// Each fault: the setting, what was expected, where the value came from.
    public List<String> faults() {
        return faults;
    }
}
