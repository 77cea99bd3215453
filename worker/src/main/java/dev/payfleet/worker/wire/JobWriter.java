package dev.payfleet.worker.wire;

import dev.payfleet.payroll.WireValue;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.OutcomeCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Writes jobs. Every field is written, null where there is nothing. Callable from any thread.
public final class JobWriter {

    /// The job as the bytes of its message.
    public byte[] write(FetchJob job) {
        ResourceQuery query = job.query();
        AnswerTo answer = job.answer();
        ObjectNode json = Json.object()
                .put("version", job.version())
                .put("job_id", job.jobId().toString())
                .put("kind", job.kind().wireName())
                .put("client_id", job.clientId())
                .put("connection_id", job.connectionId())
                .put("provider", job.provider())
                .put("resource", query == null ? null : query.resource().wireName());
        json.set("parameters", parameters(query));
        json.put("max_age_seconds", job.maxAgeSeconds())
                .put("attended", job.attended())
                .put("deadline", job.deadline().toString())
                .put("grant", job.grant())
                .put("traceparent", job.traceparent())
                .put("challenge_id", answer == null ? null : answer.challenge().toString())
                .put("wish", answer == null ? null : answer.wish().name().toLowerCase(Locale.ROOT))
                .put("method", method(answer));
        return Json.write(json);
    }

    private static @Nullable String method(@Nullable AnswerTo answer) {
        OutcomeCode.Challenged method = answer == null ? null : answer.method();
        return method == null ? null : method.wireName();
    }

    private static @Nullable ObjectNode parameters(@Nullable ResourceQuery query) {
        return switch (query) {
            case null -> null;
            case ResourceQuery.Whole _ -> Json.object();
            case ResourceQuery.Employees(var status) ->
                Json.object()
                        .put(
                                "employment_status",
                                status.map(WireValue::wireValue).orElse(null));
            case ResourceQuery.Between(var _, var start, var end) ->
                Json.object().put("start_date", start.toString()).put("end_date", end.toString());
            case ResourceQuery.Payslips(var payrunId) -> Json.object().put("payrun_id", payrunId.toString());
        };
    }
}
