package dev.payfleet.worker.queue;

import java.util.List;

/// Some events of the log, and where to read on.
///
/// @param events in order
/// @param next after the last of them
public record OutcomePage(List<LoggedOutcome> events, OutcomeCursor next) {

    public OutcomePage {
        events = List.copyOf(events);
    }
}
