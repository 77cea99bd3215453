package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.Stage;
/// Whoever leaves leaves nothing behind, and a job that comes late learns so.

record DepartureAct(Stage stage, Tape tape, Farewell farewell) implements Act {
    @Override
    public Finding check() {
        Player player = tape.cast().the(Role.LEAVES);
        int atTheEnd = farewell.remains(player);
        long disconnected = tape.jobsOf(player).stream()
                .flatMap(job -> tape.to(job).stream())
                .filter(answer -> answer.outcome().equals("disconnected"))
                .count();
        boolean searchWorks = farewell.sealedBlobs() > 0 && farewell.foundBefore() > 0;
        return new Finding(
                searchWorks && farewell.foundAfter() == 0 && atTheEnd == 0 && disconnected == 2,
                "Who leaves leaves nothing behind",
                "pieces of %d sealed records in the database file: %d before, %d after; late job answered %s"
                        .formatted(
                                farewell.sealedBlobs(),
                                farewell.foundBefore(),
                                Math.max(farewell.foundAfter(), atTheEnd),
                                disconnected == 2 ? "disconnected" : "otherwise"));
    }
}
