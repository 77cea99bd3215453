package dev.payfleet.worker.demo;

import dev.payfleet.worker.job.FetchJob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Every job that was sent and every event that came back, in order. Confined to the demo's thread.
final class Tape {
    private final Cast cast;
    private final Map<UUID, FetchJob> sent = new LinkedHashMap<>();
    private final Map<UUID, List<Answer>> terminal = new LinkedHashMap<>();
    private final List<Answer> all = new ArrayList<>();

    Tape(Cast cast) {
        this.cast = cast;
    }

    Cast cast() {
        return cast;
    }

    void sent(FetchJob job) {
        sent.put(job.jobId(), job);
    }

    void heard(Answer answer) {
        all.add(answer);
        if (answer.terminal()) {
            terminal.computeIfAbsent(answer.jobId(), id -> new ArrayList<>()).add(answer);
        }
    }

    boolean isAnswered(UUID jobId) {
        return terminal.containsKey(jobId);
    }

    /// The last word on a job.
    Optional<Answer> to(FetchJob job) {
        return Optional.ofNullable(terminal.get(job.jobId())).map(List::getFirst);
    }

    /// The jobs of one person, as sent.
    List<FetchJob> jobsOf(Player player) {
        return jobs().filter(job -> job.key().equals(player.key())).toList();
    }

    Stream<FetchJob> jobs() {
        return sent.values().stream();
    }

    /// The last words, one for each answered job.
    Stream<Answer> answers() {
        return terminal.values().stream().map(List::getFirst);
    }

    /// Everything that was published, passing events included.
    List<Answer> events() {
        return List.copyOf(all);
    }

    Optional<FetchJob> job(UUID jobId) {
        return Optional.ofNullable(sent.get(jobId));
    }

    int answered() {
        return terminal.size();
    }

    /// Jobs without a last word.
    List<FetchJob> outstanding() {
        return jobs().filter(job -> !isAnswered(job.jobId())).toList();
    }

    /// Jobs with more than one last word.
    long answeredTwice() {
        return terminal.values().stream().filter(answers -> answers.size() > 1).count();
    }

    /// The latest last words, newest first.
    List<Answer> latest(int count) {
        return all.reversed().stream().filter(Answer::terminal).limit(count).toList();
    }
}
