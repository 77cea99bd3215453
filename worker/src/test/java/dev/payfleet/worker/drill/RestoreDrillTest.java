package dev.payfleet.worker.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.scrub.KnownSecrets;
import dev.payfleet.scrub.logging.JsonLines;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SealBrokenException;
import dev.payfleet.session.StoreUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the drill makes of what it finds, and that it always clears away.
class RestoreDrillTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pace AT_ONCE = new Pace(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");
    private static final ConnectionKey BOB = new ConnectionKey("acme", "bob");

    private final List<String> told = new ArrayList<>();
    private final FakeTable people = new FakeTable("people", NOW.minusSeconds(120), 1000);
    private final FakeTable places = new FakeTable("places", NOW.minusSeconds(240), 50);
    private final List<SealedRecord> records = new ArrayList<>(List.of(sealed(ANN, ANN), sealed(BOB, BOB)));
    private Instant now = NOW;
    private Runnable onStage = () -> {};

    @Test
    void all_tables_are_restored_at_the_latest_point_that_they_have_in_common() throws InterruptedException {
        DrillReport report = run();

        assertThat(report.passed()).isTrue();
        assertThat(report.lag()).isEqualTo(Duration.ofMinutes(4));
        assertThat(people.restoredAt).isEqualTo(places.restoredAt).isEqualTo(NOW.minusSeconds(240));
        assertThat(report.tables())
                .extracting(DrillReport.TableCheck::lag)
                .containsExactlyInAnyOrder(Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertGone();
    }

    @Test
    void waits_for_what_takes_its_time_and_says_how_long() throws InterruptedException {
        people.looksUntilThere = 5;

        DrillReport report = run();

        assertThat(report.time()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(told)
                .containsSubsequence(
                        "people being restored", "people restored", "people counted", "people scratch table deleted");
        assertGone();
    }

    @Test
    void one_item_in_a_hundred_may_differ_and_no_more() throws InterruptedException {
        people.comesBack = 990;
        assertThat(run().passed()).isTrue();

        people.comesBack = 989;
        assertThat(run().failures())
                .containsExactly("people: 989 items came back, 1000 are in use, expected at most one in 100 to differ");
        assertGone();
    }

    @Test
    void a_record_that_opens_for_anybody_fails_it() throws InterruptedException {
        records.addFirst(sealed(ANN, ANN, BOB));

        assertThat(run().failures()).containsExactly("sealed records: one opens for another connection");
    }

    @Test
    void a_single_person_is_told_from_a_stranger() throws InterruptedException {
        records.removeLast();

        assertThat(run().passed()).isTrue();
    }

    @Test
    void without_a_record_nothing_is_shown() throws InterruptedException {
        records.clear();

        assertThat(run().failures()).containsExactly("sealed records: there is none to open, so that nothing is shown");
    }

    @Test
    void what_does_not_come_in_time_fails_it_and_is_deleted_when_it_has_come() {
        people.looksUntilThere = 1000;

        assertThatThrownBy(this::run)
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith("restoring took longer than 0 h: people;");
        assertGone();
    }

    @Test
    void who_ends_it_meanwhile_finds_nothing_left() {
        people.looksUntilThere = 5;
        onStage = Thread.currentThread()::interrupt;

        assertThatThrownBy(this::run).isInstanceOf(InterruptedException.class);
        assertThat(people.dropped).isTrue();
        assertGone();
    }

    @Test
    void a_table_that_is_not_known_yet_is_waited_for_before_it_is_taken_as_gone() {
        people.unknownFor = 3;
        places.refusesToRestore = true;

        assertThatThrownBy(this::run).isInstanceOf(StoreUnavailableException.class);
        assertThat(people.dropped).isTrue();
        assertGone();
    }

    @Test
    void a_scratch_table_that_cannot_be_deleted_is_named_and_the_others_go() {
        people.refusesToDrop = true;

        assertThatThrownBy(this::run)
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith("scratch tables could not be deleted: those of people;");
        assertThat(places.state).isEqualTo(ScratchState.NONE);
    }

    @Test
    void leaves_one_line_in_the_log() throws InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        people.comesBack = 900;
        try (JsonLines _ = JsonLines.install(log, new KnownSecrets())) {
            run();
        }

        assertThat(log.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement()
                .asString()
                .contains(
                        "\"event\":\"restore_drill\"",
                        "\"passed\":false",
                        "\"lag_seconds\":240",
                        "\"time_seconds\":",
                        "\"items_in_use\":1050",
                        "\"items_restored\":950",
                        "\"records_tried\":2",
                        "\"records_opened\":2",
                        "\"stranger_refused\":true")
                .doesNotContain("ann", "bob");
    }

    private DrillReport run() throws InterruptedException {
        Recovery recovery = new Recovery() {
            @Override
            public List<RecoverableTable> tables() {
                return List.of(people, places);
            }

            @Override
            public List<SealedRecord> sample(int most) {
                return List.copyOf(records);
            }
        };
        return new RestoreDrill(recovery, AT_ONCE, () -> now).run((table, stage) -> {
            told.add(table + " " + stage.words());
            if (stage == DrillStage.RESTORING) {
                onStage.run();
            }
        });
    }

    private void assertGone() {
        assertThat(List.of(people.state, places.state)).containsOnly(ScratchState.NONE);
    }

    private static SealedRecord sealed(ConnectionKey owner, ConnectionKey... opensFor) {
        return new SealedRecord() {
            @Override
            public ConnectionKey owner() {
                return owner;
            }

            @Override
            public void openFor(ConnectionKey key) {
                if (!List.of(opensFor).contains(key)) {
                    throw new SealBrokenException(key, "credential", "it is another's");
                }
            }
        };
    }

    /// A table whose scratch table comes after some looks. Each look meanwhile takes a second.
    private final class FakeTable implements RecoverableTable {
        private final String name;
        private final Instant latest;
        private final long inUse;
        private long comesBack;
        private int looksUntilThere;
        private int unknownFor;
        private boolean refusesToRestore;
        private boolean refusesToDrop;
        private boolean dropped;
        private Instant restoredAt = Instant.EPOCH;
        private ScratchState state = ScratchState.NONE;
        private int looks;

        FakeTable(String name, Instant latest, long inUse) {
            this.name = name;
            this.latest = latest;
            this.inUse = inUse;
            this.comesBack = inUse;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Instant latest() {
            return latest;
        }

        @Override
        public long count() {
            return inUse;
        }

        @Override
        public void restore(Instant point) {
            if (refusesToRestore) {
                throw new StoreUnavailableException(
                        StoreUnavailableException.Reason.REFUSED, "RestoreTableToPointInTime", "AccessDeniedException");
            }
            restoredAt = point;
            state = ScratchState.COMING;
        }

        @Override
        public ScratchState scratch() {
            if (state != ScratchState.COMING) {
                return state;
            }
            now = now.plusSeconds(1);
            looks++;
            if (looks <= unknownFor) {
                return ScratchState.NONE;
            }
            if (looks > looksUntilThere) {
                state = ScratchState.THERE;
            }
            return state;
        }

        @Override
        public long countScratch() {
            assertThat(state).isEqualTo(ScratchState.THERE);
            return comesBack;
        }

        @Override
        public void dropScratch() {
            assertThat(state).isEqualTo(ScratchState.THERE);
            if (refusesToDrop) {
                throw new StoreUnavailableException(
                        StoreUnavailableException.Reason.REFUSED, "DeleteTable", "AccessDeniedException");
            }
            dropped = true;
            state = ScratchState.NONE;
        }
    }
}
