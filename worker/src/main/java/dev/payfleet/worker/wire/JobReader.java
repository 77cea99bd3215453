package dev.payfleet.worker.wire;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.queue.MessageBody;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads jobs. What is no job comes back as such, with a reason that names the field and what was expected of it
/// and never quotes a value. Callable from any thread.
///
/// A deadline that has passed and a provider that we don't have make no message malformed: they have answers of
/// their own.
public final class JobReader {

    private static final byte[] SPECIMEN = """
            {"version":1,"job_id":"00000000-0000-4000-8000-000000000000","kind":"fetch","client_id":"a",
             "connection_id":"b","provider":"c","resource":"payruns","max_age_seconds":0,
             "parameters":{"start_date":"2026-01-01","end_date":"2026-01-31"},"deadline":"2026-01-31T12:00:00Z"}""".getBytes(StandardCharsets.UTF_8);

    private final WireSchema schema = new WireSchema("fetch-job");

    /// Loads what the first job would have to wait for; best done on a thread that nobody waits for.
    public void warm() {
        if (!(read(SPECIMEN) instanceof ReadJob.WellFormed)) {
            throw new IllegalStateException("the schema of jobs refuses a job");
        }
    }

    /// Reads one message.
    public ReadJob read(byte[] message) {
        if (message.length > MessageBody.MAX_BYTES) {
            return nothingReadable("message: expected at most " + MessageBody.MAX_BYTES + " bytes");
        }
        JsonNode json = Json.parse(message).orElse(null);
        if (json == null) {
            return nothingReadable(
                    "message: expected JSON in UTF-8, no key twice, at most " + Json.MAX_DEPTH + " levels deep");
        }
        List<String> faults = faults(json);
        return faults.isEmpty() ? wellFormed(json) : malformed(json, String.join("; ", faults));
    }

    /// The version comes first: what another version means by its fields we can't know.
    private List<String> faults(JsonNode json) {
        JsonNode version = json.path("version");
        if (version.isInt() && version.intValue() != FetchJob.VERSION) {
            return List.of("version: expected " + FetchJob.VERSION);
        }
        return schema.faults(json);
    }

    private static ReadJob wellFormed(JsonNode json) {
        try {
            return new ReadJob.WellFormed(JobFields.job(json));
        } catch (DateTimeException noSuchTime) {
            return malformed(json, "deadline: expected a time with its offset such as 2026-01-31T12:00:00Z");
        } catch (JobFields.BackwardsException backwards) {
            return malformed(json, "parameters.end_date: expected a date not before start_date");
        }
    }

    private static ReadJob malformed(JsonNode json, String reason) {
        return new ReadJob.Malformed(Json.uuid(json, "job_id"), connection(json), reason, json.has("answer"));
    }

    private static ReadJob nothingReadable(String reason) {
        return new ReadJob.Malformed(Optional.empty(), Optional.empty(), reason, false);
    }

    private static Optional<ConnectionKey> connection(JsonNode json) {
        String client = Json.text(json, "client_id").orElse("");
        String connection = Json.text(json, "connection_id").orElse("");
        try {
            return Optional.of(new ConnectionKey(client, connection));
        } catch (IllegalArgumentException noSuchKey) {
            return Optional.empty();
        }
    }
}
