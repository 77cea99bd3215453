package dev.payfleet.worker.config;

import java.util.List;
import java.util.Map;

/// What is in force, whether it is right or not: what a person is shown who asks.
///
/// @param inForce every setting, in the order of the catalogue
/// @param faults all that is wrong; empty where a worker could start
public record Settings(List<InForce> inForce, List<String> faults) {
    public Settings {
        inForce = List.copyOf(inForce);
        faults = List.copyOf(faults);
    }

    /// Looks at the settings without failing.
    ///
    /// @param environment the variables, usually [System#getenv()]
    public static Settings of(Map<String, String> environment) {
        Reading reading = Reading.of(environment);
        try {
            WorkerConfig _ = new Assembly(reading).config();
            return new Settings(reading.inForce(), List.of());
        } catch (ConfigException e) {
            return new Settings(reading.inForce(), e.faults());
        }
    }
}
