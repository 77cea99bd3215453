package dev.payfleet.worker.job;

import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import java.util.Optional;

/// What makes a browser a person's at a provider: the session and the device trust, apart as they are stored,
/// because each ages by a clock of its own. A visit has them together.
///
/// @param session the session, without what carries the trust
/// @param trust what carries the trust; empty where the provider trusts no device, or not this one
public record SignedIn(StoredSession session, Optional<StoredTrust> trust) {}
