package dev.payfleet.worker.refresh;

import dev.payfleet.session.DutyRoster;
import dev.payfleet.session.SessionCensus;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/// What planning needs of an engine.
///
/// @param census all sessions at a glance
/// @param duties who of all workers plans
/// @param permitKey what the fleet signs its own refreshes with; may throw where it cannot be had now
public record RefreshStores(SessionCensus census, DutyRoster duties, Supplier<SecretKey> permitKey) {}
