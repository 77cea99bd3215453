package dev.payfleet.worker.refresh.simulation;

import dev.payfleet.worker.refresh.Refresh;
import dev.payfleet.worker.refresh.RefreshPlan;
import dev.payfleet.worker.refresh.Roster;
import java.time.Duration;
import java.time.Instant;

/// Runs a scenario with the very plan that workers run, and again without one. Only the accounts, the census and the
/// queue are simulated: a job that is sent is done at once.
public final class Simulation {
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Scenario scenario;

    public Simulation(Scenario scenario) {
        this.scenario = scenario;
    }

    /// What happens with the plan.
    public Tally planned() {
        Tally tally = new Tally(scenario.hours());
        SimulatedSessions sessions = new SimulatedSessions(scenario, tally);
        RefreshPlan plan = new RefreshPlan(scenario.rules(), scenario.providers());
        Roster roster = new Roster(plan);
        long survey = scenario.rules().margin().dividedBy(2).toMillis();
        long surveyed = Long.MIN_VALUE / 2;
        for (long now = 0; now < scenario.hours() * HOUR; now += TURN.toMillis()) {
            if (scenario.out(now)) {
                // Whoever takes over afterwards knows nothing yet.
                roster = new Roster(plan);
                surveyed = Long.MIN_VALUE / 2;
                continue;
            }
            readOnTheHour(sessions, now);
            if (now - surveyed >= survey) {
                survey(sessions, roster, now, roster.size() == 0);
                surveyed = now;
            }
            refresh(sessions, roster, now);
        }
        return tally;
    }

    /// What happens where a session is renewed by whoever finds it dead.
    public Tally unplanned() {
        Tally tally = new Tally(scenario.hours());
        SimulatedSessions sessions = new SimulatedSessions(scenario, tally);
        for (long now = 0; now < scenario.hours() * HOUR; now += HOUR) {
            if (!scenario.out(now)) {
                readOnTheHour(sessions, now);
            }
        }
        return tally;
    }

    private static void readOnTheHour(SimulatedSessions sessions, long now) {
        if (now % HOUR == 0) {
            for (int i = 0; i < sessions.count(); i++) {
                sessions.read(i, now);
            }
        }
    }

    /// Of a session that is as it was, a census has no news.
    private static void survey(SimulatedSessions sessions, Roster roster, long now, boolean all) {
        for (int i = 0; i < sessions.count(); i++) {
            if (sessions.changed(i) || all) {
                roster.met(sessions.mark(i), Instant.ofEpochMilli(now));
            }
        }
    }

    private static void refresh(SimulatedSessions sessions, Roster roster, long now) {
        for (Refresh refresh : roster.due(Instant.ofEpochMilli(now))) {
            sessions.refresh(SimulatedSessions.indexOf(refresh.key()), now);
            roster.sent(refresh);
        }
    }
}
