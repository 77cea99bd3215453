package dev.payfleet.worker.refresh.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.worker.refresh.ProviderPace;
import dev.payfleet.worker.refresh.RefreshRules;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A fleet of a few thousand for a day: what the plan is for, and that a picture of it can be trusted.
class SimulationTest {
    private static final int HOURS = 24;
    private static final Scenario SMALL = scenario(4000, 7);

    @Test
    void thePlanSavesNearlyAllSignIns() {
        Tally planned = new Simulation(SMALL).planned();
        Tally unplanned = new Simulation(SMALL).unplanned();

        assertThat(unplanned.signIns(5)).isGreaterThan(2900);
        assertThat(planned.signIns(5)).isLessThan(100);
    }

    @Test
    void noMinuteIsMuchAboveTheMean() {
        Tally planned = new Simulation(SMALL).planned();
        // Once the start, when nothing has its place yet, is over, and long before the standstill.
        int hour = 8;
        double mean = (planned.httpProbes(hour) + planned.pageProbes(hour)) / 60.0;

        assertThat((double) planned.probesInTheWorstMinuteOf(hour)).isLessThan(2 * mean);
    }

    @Test
    void afterAnOutageSessionsAreRenewedNoFasterThanTheShare() {
        Tally planned = new Simulation(SMALL).planned();
        // Three providers whose sessions all ended: a sign-in is ten requests, and a share is fifty requests a second.
        int inHalfAnHour = 3 * 5 * 1800;

        int atOutage = IntStream.range(11, 14).map(planned::signIns).sum();
        assertThat(atOutage).isBetween(3000, Math.min(inHalfAnHour, 4000 + 500));
        assertThat(planned.signIns(16)).isLessThan(100);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(figures(new Simulation(scenario(500, 3)).planned()))
                .isEqualTo(figures(new Simulation(scenario(500, 3)).planned()))
                .isNotEqualTo(figures(new Simulation(scenario(500, 4)).planned()));
    }

    /// Figures are in docs/capacity.md.
    @Test
    void aHundredThousandSessionsTakeLessThanAHundredMegabytes() {
        assertThat(RosterMemory.measure(scenario(100_000, 1))).isBetween(1_000_000L, 100_000_000L);
    }

    private static int[] figures(Tally tally) {
        return IntStream.range(0, HOURS)
                .flatMap(hour -> IntStream.of(tally.signIns(hour), tally.httpProbes(hour), tally.pageProbes(hour)))
                .toArray();
    }

    private static Scenario scenario(int connections, long seed) {
        return new Scenario(
                connections,
                HOURS,
                seed,
                Map.of(
                        "a", new ProviderPace(Duration.ofMinutes(30), 100),
                        "b", new ProviderPace(Duration.ofHours(12), 100),
                        "c", new ProviderPace(Duration.ofMinutes(20), 100),
                        "d", new ProviderPace(Duration.ofMinutes(30), 100)),
                RefreshRules.USUAL);
    }
}
