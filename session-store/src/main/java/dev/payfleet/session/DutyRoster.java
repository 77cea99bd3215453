package dev.payfleet.session;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// Who of all workers does what only one may do. A duty is held for a while and held on by asking again; of a holder
/// that died, another takes it over when that while has passed. Any thread may call.
///
/// Workers' clocks may differ by less than a lease's life, or two believe for a moment that they hold it: what is
/// done on duty must bear being done twice.
public interface DutyRoster {
    /// Takes the duty, or goes on holding it.
    ///
    /// @param duty its name: small letters, digits and hyphens
    /// @param holder names the worker, unlike any other
    /// @param life how long it is held from now on
    /// @return a number that grows whenever the holder changes; empty while another holds it
    OptionalLong hold(String duty, String holder, Duration life, Instant now);

    /// Gives the duty up, where this worker holds it.
    void release(String duty, String holder);
}
