package dev.payfleet.worker.job;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.session.ConnectionKey;

/// One person's account at one provider, held by one job: what the steps of the story hand to each other.
///
/// @param key whose account it is
/// @param provider how its site is read
/// @param fence the number under which this job may write the session; a later claim makes it stale
/// @param attended whether the person is there to answer a second factor
/// @param progress where the steps are shown
public record Account(
        ConnectionKey key, PayrollProvider provider, long fence, boolean attended, JobProgress progress) {}
