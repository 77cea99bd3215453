package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every log of departures keeps, and for how long.
public abstract class DepartureLogContract extends StoreContract {
    @Test
    void aRecordComesBackAsItWasKept() {
        DepartureRecord departure = departure(NOW).signedOut(SignOutResult.DONE).verified(true);

        stores.departures().keep(departure);

        assertThat(stores.departures().latest(ANN)).contains(departure);
        assertThat(stores.departures().latest(ANN_ELSEWHERE)).isEmpty();
    }

    @Test
    void goingOnWithADepartureReplacesItsRecord() {
        stores.departures().keep(departure(NOW));
        DepartureRecord more = departure(NOW).plus(Map.of("results", 4, "evidence", 1));

        stores.departures().keep(more);

        assertThat(stores.departures().latest(ANN)).contains(more);
        assertThat(more.wiped()).containsEntry("results", 6).containsEntry("evidence", 1);
    }

    @Test
    void theLastDepartureIsTold() {
        stores.departures().keep(departure(NOW));
        stores.departures().keep(departure(NOW.plusSeconds(60)));

        assertThat(stores.departures().latest(ANN).orElseThrow().at()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aRecordIsKeptForFourHundredDaysAndNotLonger() {
        stores.departures().keep(departure(NOW));

        assertThat(stores.departures().sweep(NOW.plus(Duration.ofDays(400)))).isZero();
        assertThat(stores.departures().latest(ANN)).isPresent();
        assertThat(stores.departures().sweep(NOW.plus(Duration.ofDays(400)).plusSeconds(1)))
                .isEqualTo(1);
        assertThat(stores.departures().latest(ANN)).isEmpty();
    }

    @Test
    void aRepetitionWithoutASessionTakesBackNothing() {
        DepartureRecord departure = departure(NOW).signedOut(SignOutResult.FAILED);

        assertThat(departure.signedOut(SignOutResult.NO_SESSION)).isEqualTo(departure);
        assertThat(departure(NOW).signedOut(SignOutResult.NO_SESSION).signOut()).isEqualTo(SignOutResult.NO_SESSION);
    }

    private static DepartureRecord departure(Instant at) {
        return DepartureRecord.begun(ANN, at).plus(Map.of("credentials", 1, "results", 2));
    }
}
