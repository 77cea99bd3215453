package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.SiteCounts;
import dev.payfleet.worker.stage.Stage;
import java.util.List;

/// A wrong password is tried once, however many jobs ask for it.
record WrongPasswordAct(Stage stage, Tape tape) implements Act {
    @Override
    public Finding check() {
        Player player = tape.cast().the(Role.WRONG_PASSWORD);
        SiteCounts counts = stage.site().counts(player.person().userName());
        List<Answer> answers = tape.jobsOf(player).stream()
                .flatMap(job -> tape.to(job).stream())
                .toList();
        boolean refused = answers.stream().allMatch(answer -> answer.outcome().equals("action_required"));
        boolean told = answers.stream().anyMatch(answer -> answer.said().endsWith("credentials_rejected"));
        return new Finding(
                counts.signInPosts() == 1 && refused && told,
                "A wrong password reaches the provider once",
                "%d jobs queued, %d sign-in sent".formatted(answers.size(), counts.signInPosts()));
    }
}
