package dev.payfleet.worker.wire;

import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.session.HandedIn;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.OutcomeCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of a message that its schema has passed.
final class JobFields {

    /// Every version that there may be of it; W3C wants what follows in a later one to be ignored.
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private JobFields() {}

    /// The range of dates ends before it starts.
    static final class BackwardsException extends Exception {}

    /// @throws java.time.DateTimeException when the deadline is a time that never comes, such as a 61st second
    static FetchJob job(JsonNode json) throws BackwardsException {
        JobKind kind = JobKind.fromWire(json.path("kind").stringValue()).orElseThrow();
        return new FetchJob(
                json.path("version").intValue(),
                uuid(json, "job_id"),
                kind,
                json.path("client_id").stringValue(),
                json.path("connection_id").stringValue(),
                json.path("provider").stringValue(),
                query(json),
                seconds(json.path("max_age_seconds")),
                json.path("attended").booleanValue(false),
                OffsetDateTime.parse(json.path("deadline").stringValue()).toInstant(),
                json.path("grant").stringValue(null),
                traceparent(json),
                kind == JobKind.ANSWER ? answer(json) : null);
    }

    private static AnswerTo answer(JsonNode json) {
        String wish = json.path("wish").stringValue();
        return new AnswerTo(
                uuid(json, "challenge_id"),
                HandedIn.Wish.valueOf(wish.toUpperCase(Locale.ROOT)),
                Json.text(json, "method")
                        .flatMap(OutcomeCode.Challenged::fromWire)
                        .orElse(null));
    }

    private static @Nullable ResourceQuery query(JsonNode json) throws BackwardsException {
        Optional<Resource> resource = Json.text(json, "resource").flatMap(Resource::fromWire);
        return resource.isPresent() ? query(resource.get(), json.path("parameters")) : null;
    }

    private static ResourceQuery query(Resource resource, JsonNode parameters) throws BackwardsException {
        return switch (resource) {
            case COMPANY, GROUPS, IDENTITY, TIME_OFF_BALANCES, WORK_LOCATIONS -> new ResourceQuery.Whole(resource);
            case EMPLOYEES ->
                new ResourceQuery.Employees(Json.text(parameters, "employment_status")
                        .map(word -> EmploymentStatus.valueOf(word.toUpperCase(Locale.ROOT))));
            case PAYRUNS, TIMESHEETS, TIME_OFF_ENTRIES -> between(resource, parameters);
            case PAYSLIPS -> new ResourceQuery.Payslips(uuid(parameters, "payrun_id"));
        };
    }

    private static ResourceQuery between(Resource resource, JsonNode parameters) throws BackwardsException {
        LocalDate start = LocalDate.parse(parameters.path("start_date").stringValue());
        LocalDate end = LocalDate.parse(parameters.path("end_date").stringValue());
        if (end.isBefore(start)) {
            throw new BackwardsException();
        }
        return new ResourceQuery.Between(resource, start, end);
    }

    private static UUID uuid(JsonNode json, String field) {
        return Json.uuid(json, field).orElseThrow();
    }

    /// A JSON number with a zero fraction, such as 60.0, is a whole number to the schema.
    private static int seconds(JsonNode number) {
        return number.isMissingNode() ? 0 : number.decimalValue().intValueExact();
    }

    private static @Nullable String traceparent(JsonNode json) {
        return Json.text(json, "traceparent")
                .filter(text -> TRACEPARENT.matcher(text).matches())
                .orElse(null);
    }
}
