package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.WorkerProcess;

/// A worker that dies at work loses no job, and none is answered twice.
record KillAct(Stage stage, Tape tape, Kill kill) implements Act {
    @Override
    public Finding check() throws InterruptedException {
        long again = tape.answers().filter(answer -> answer.attempt() > 1).count();
        int leftOver = 0;
        for (WorkerProcess worker : stage.workers()) {
            leftOver += worker.leftOver().size();
        }
        int lost = tape.outstanding().size();
        boolean held = kill.done() && kill.inFlight() > 0 && lost == 0 && tape.answeredTwice() == 0 && leftOver == 0;
        return new Finding(
                held,
                "A killed worker (SIGKILL) loses no job and answers none twice",
                "%d in flight when killed, %d answered at a later attempt, %d lost, %d answered twice, %d processes left over"
                        .formatted(kill.inFlight(), again, lost, tape.answeredTwice(), leftOver));
    }
}
