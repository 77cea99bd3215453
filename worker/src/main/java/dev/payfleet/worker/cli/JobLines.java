package dev.payfleet.worker.cli;

import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.wire.JobReader;
import dev.payfleet.worker.wire.ReadJob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Jobs as they stand in a file: one in all, over any number of lines, or one a line.
///
/// @param jobs the well-formed ones, in order
/// @param faults what is wrong with the others, each with its line and the field; never a value
record JobLines(List<Checked> jobs, List<String> faults) {

    /// A well-formed job, and the bytes it came as.
    record Checked(FetchJob job, MessageBody body) {}

    static JobLines read(byte[] text) {
        Map<Integer, String> documents = documents(new String(text, StandardCharsets.UTF_8));
        if (documents.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "FILE: holds no job", "give one job as JSON, or one a line");
        }
        JobReader reader = new JobReader();
        List<Checked> jobs = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Map<UUID, Integer> seen = new HashMap<>();
        documents.forEach((line, document) -> {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            switch (reader.read(bytes)) {
                case ReadJob.WellFormed(FetchJob job) -> {
                    Integer before = seen.putIfAbsent(job.jobId(), line);
                    if (before == null) {
                        jobs.add(new Checked(job, MessageBody.of(bytes)));
                    } else {
                        faults.add("line " + line + ": job_id: expected another than that of line " + before);
                    }
                }
                case ReadJob.Malformed malformed -> faults.add("line " + line + ": " + malformed.reason());
            }
        });
        return new JobLines(jobs, faults);
    }

    /// The documents by the line they begin at. Lines hold a job each when every one begins as an object does.
    private static Map<Integer, String> documents(String text) {
        Map<Integer, String> lines = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                lines.put(number, line.strip());
            }
        }
        boolean oneEach = lines.size() < 2 || lines.values().stream().allMatch(line -> line.startsWith("{"));
        return oneEach ? lines : Map.of(lines.keySet().iterator().next(), text.strip());
    }
}
