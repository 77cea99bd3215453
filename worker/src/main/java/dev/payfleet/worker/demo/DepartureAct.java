package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/// Whoever leaves leaves nothing behind, and a job that comes late learns so.
record DepartureAct(Stage stage, Tape tape, Farewell farewell) implements Act {
    @Override
    public Finding check() {
        Player player = tape.cast().the(Role.LEAVES);
        List<String> remains = new ArrayList<>(farewell.foundAfter());
        remains.addAll(farewell.remains(player));
        long disconnected = tape.jobsOf(player).stream()
                .flatMap(job -> tape.to(job).stream())
                .filter(answer -> answer.outcome().equals("disconnected"))
                .count();
        boolean searchWorks = farewell.sealedBlobs() > 0 && farewell.foundBefore() > 0;
        String late = disconnected == 2 ? "disconnected" : "otherwise";
        return new Finding(
                searchWorks && remains.isEmpty() && disconnected == 2,
                "Who leaves leaves nothing behind",
                remains.isEmpty()
                        ? "pieces of %d sealed records in the database file: %d before, 0 after; late job answered %s"
                                .formatted(farewell.sealedBlobs(), farewell.foundBefore(), late)
                        : "%d found, the first %s".formatted(remains.size(), remains.getFirst()));
    }
}
