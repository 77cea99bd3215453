package dev.payfleet.worker.bench;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.WorkerProcess;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.Screen;
import dev.payfleet.worker.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a worker with one, two and four lanes holds of the machine's memory, once every lane has signed somebody
/// in: the proportional set size (PSS) of the whole process tree.
final class MemoryBench {
    private static final int[] LANES = {1, 2, 4};
    private static final int SIGN_INS_PER_LANE = 3;

    private final Stage stage;
    private final Errands errands;
    private int connections;

    MemoryBench(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage.fleet());
    }

    void run(Screen screen) throws InterruptedException {
        Table table = Table.of(
                Column.left("Lanes"),
                Column.right("worker, MB"),
                Column.right("drivers and browsers, MB"),
                Column.right("together"),
                Column.right("per lane"));
        for (int lanes : LANES) {
            Pss pss = measure(lanes);
            table.row(
                    String.valueOf(lanes),
                    "%,d".formatted(pss.root() >> 20),
                    "%,d".formatted(pss.below() >> 20),
                    "%,d".formatted((pss.root() + pss.below()) >> 20),
                    "%,d".formatted((pss.below() >> 20) / lanes));
        }
        screen.line("");
        screen.table(table);
    }

    private Pss measure(int lanes) throws InterruptedException {
        WorkerProcess worker = stage.startWorker(Map.of("PAYFLEET_LANES", String.valueOf(lanes)));
        Jobs jobs = new Jobs(Instant.now());
        List<FetchJob> sent = new ArrayList<>();
        for (int i = 0; i < lanes * SIGN_INS_PER_LANE; i++) {
            List<LarkspurPerson> people = stage.people();
            LarkspurPerson person = people.get(connections % people.size());
            sent.add(jobs.connect(errands.connect(person, "memory-" + connections++)));
        }
        sent.forEach(errands::send);
        errands.awaitAll(sent);
        Pss pss = Pss.of(worker.pid());
        worker.stop();
        return pss;
    }
}
