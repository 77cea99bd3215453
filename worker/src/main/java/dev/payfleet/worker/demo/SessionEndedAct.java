package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.SiteCounts;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.Stage;
import java.util.List;

/// A session that the provider ended is renewed without anybody noticing.
record SessionEndedAct(Stage stage, Tape tape) implements Act {
    private static final int SIGN_INS = 2;

    @Override
    public Finding check() {
        Player player = tape.cast().the(Role.SESSION_ENDED);
        SiteCounts counts = stage.site().counts(player.person().userName());
        List<FetchJob> jobs = tape.jobsOf(player);
        long succeeded = jobs.stream()
                .flatMap(job -> tape.to(job).stream())
                .filter(answer -> answer.outcome().equals("succeeded"))
                .count();
        return new Finding(
                succeeded == jobs.size() && counts.accepted() == SIGN_INS && counts.rejected() == 0,
                "A session that ended midway is renewed silently",
                "%d of %d jobs succeeded, %d sign-ins".formatted(succeeded, jobs.size(), counts.accepted()));
    }
}
