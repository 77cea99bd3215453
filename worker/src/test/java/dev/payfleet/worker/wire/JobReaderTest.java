package dev.payfleet.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn.Wish;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.OutcomeCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobReaderTest {

    private static final UUID JOB_ID = UUID.fromString("6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01");
    private static final UUID PAYRUN_ID = UUID.fromString("0aa3c1d2-1111-5222-8333-444455556666");

    private static final UUID CHALLENGE = UUID.fromString("2c1c7a0e-9f0f-4d3e-8b1a-5e1f7c2d9b33");

    /// Stands for what must never be quoted.
    private static final String VALUE = "hunter2";

    private static final String JOB = """
            {"version": 1, "job_id": "6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01", "kind": "fetch", "client_id": "acme",
             "connection_id": "anna", "provider": "larkspur", "resource": "payruns",
             "parameters": {"start_date": "2026-01-01", "end_date": "2026-12-31"},
             "max_age_seconds": 600, "attended": true, "deadline": "2026-03-01T12:00:00+01:00",
             "grant": "header.payload.signature",
             "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}""";

    private final JobReader reader = new JobReader();

    @Test
    void reads_every_field_of_a_job() {
        assertThat(job(JOB))
                .isEqualTo(new FetchJob(
                        1,
                        JOB_ID,
                        JobKind.FETCH,
                        "acme",
                        "anna",
                        "larkspur",
                        new ResourceQuery.Between(
                                Resource.PAYRUNS, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                        600,
                        true,
                        Instant.parse("2026-03-01T11:00:00Z"),
                        "header.payload.signature",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    @Test
    void reads_a_job_with_nothing_but_what_is_required() {
        FetchJob job = job("""
                {"version": 1, "job_id": "6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01", "kind": "disconnect",
                 "client_id": "acme", "connection_id": "anna", "provider": "larkspur",
                 "deadline": "2026-03-01T12:00:00Z"}""");

        assertThat(job.kind()).isEqualTo(JobKind.DISCONNECT);
        assertThat(job.query()).isNull();
        assertThat(job.maxAgeSeconds()).isZero();
        assertThat(job.attended()).isFalse();
        assertThat(job.grant()).isNull();
    }

    @Test
    void reads_null_as_nothing_where_nothing_is_allowed() {
        FetchJob job = job("""
                {"version": 1, "job_id": "6f1c3a52-6f8e-4b62-9a57-0c6b1d1d5a01", "kind": "connect",
                 "client_id": "acme", "connection_id": "anna", "provider": "larkspur", "resource": null,
                 "parameters": null, "grant": null, "traceparent": null, "deadline": "2026-03-01T12:00:00Z"}""");

        assertThat(job.query()).isNull();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void reads_the_parameters_of_every_resource(String resource, String parameters, ResourceQuery query) {
        FetchJob job = job(with("\"resource\": \"payruns\"", "\"resource\": \"" + resource + "\"")
                .replace("{\"start_date\": \"2026-01-01\", \"end_date\": \"2026-12-31\"}", parameters));

        assertThat(job.query()).isEqualTo(query);
    }

    static Stream<Arguments> queries() {
        String dates = "{\"start_date\": \"2026-01-01\", \"end_date\": \"2026-01-01\"}";
        LocalDate day = LocalDate.of(2026, 1, 1);
        return Stream.of(
                arguments("company", "{}", new ResourceQuery.Whole(Resource.COMPANY)),
                arguments("groups", "null", new ResourceQuery.Whole(Resource.GROUPS)),
                arguments("identity", "{}", new ResourceQuery.Whole(Resource.IDENTITY)),
                arguments("time-off-balances", "{}", new ResourceQuery.Whole(Resource.TIME_OFF_BALANCES)),
                arguments("work-locations", "{}", new ResourceQuery.Whole(Resource.WORK_LOCATIONS)),
                arguments("employees", "{}", new ResourceQuery.Employees(Optional.empty())),
                arguments("employees", "{\"employment_status\": null}", new ResourceQuery.Employees(Optional.empty())),
                arguments(
                        "employees",
                        "{\"employment_status\": \"leave\"}",
                        new ResourceQuery.Employees(Optional.of(EmploymentStatus.LEAVE))),
                arguments("payruns", dates, new ResourceQuery.Between(Resource.PAYRUNS, day, day)),
                arguments("timesheets", dates, new ResourceQuery.Between(Resource.TIMESHEETS, day, day)),
                arguments("time-off-entries", dates, new ResourceQuery.Between(Resource.TIME_OFF_ENTRIES, day, day)),
                arguments("payslips", "{\"payrun_id\": \"" + PAYRUN_ID + "\"}", new ResourceQuery.Payslips(PAYRUN_ID)));
    }

    @Test
    void ignores_fields_that_it_does_not_know() {
        assertThat(job(with("\"attended\": true", "\"attended\": true, \"colour\": {\"hue\": [1, 2]}")))
                .isEqualTo(job(JOB));
    }

    @Test
    void reads_a_job_whose_deadline_has_passed() {
        assertThat(job(with("2026-03-01T12:00:00+01:00", "1999-12-31T23:59:59Z"))
                        .deadline())
                .isEqualTo(Instant.parse("1999-12-31T23:59:59Z"));
    }

    @Test
    void reads_a_job_for_a_provider_that_nobody_knows() {
        assertThat(job(with("larkspur", "no-such-provider")).provider()).isEqualTo("no-such-provider");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void reads_what_is_wished_of_a_challenge(String fields, AnswerTo answer) {
        FetchJob job = job(answering(fields));

        assertThat(job.kind()).isEqualTo(JobKind.ANSWER);
        assertThat(job.answer()).isEqualTo(answer);
        assertThat(reader.read(new JobWriter().write(job))).isEqualTo(new ReadJob.WellFormed(job));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("\"wish\": \"type\"", new AnswerTo(CHALLENGE, Wish.TYPE, null)),
                arguments("\"wish\": \"type\", \"method\": null", new AnswerTo(CHALLENGE, Wish.TYPE, null)),
                arguments(
                        "\"wish\": \"choose\", \"method\": \"otp_email\"",
                        new AnswerTo(CHALLENGE, Wish.CHOOSE, OutcomeCode.Challenged.OTP_EMAIL)),
                arguments("\"wish\": \"approve\"", new AnswerTo(CHALLENGE, Wish.APPROVE, null)),
                arguments("\"wish\": \"resend\"", new AnswerTo(CHALLENGE, Wish.RESEND, null)),
                arguments("\"wish\": \"cancel\"", new AnswerTo(CHALLENGE, Wish.CANCEL, null)));
    }

    @Test
    void ignores_a_challenge_that_a_job_of_another_kind_names() {
        FetchJob job = job(with(
                "\"attended\": true",
                "\"attended\": true, \"challenge_id\": \"" + CHALLENGE
                        + "\", \"wish\": \"type\", \"method\": \"otp_sms\""));

        assertThat(job).isEqualTo(job(JOB));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedAnswers")
    void refuses_an_answer_job_with_the_field_and_what_was_expected(String fields, String reason) {
        assertThat(malformed(answering(fields)).reason()).isEqualTo(reason).doesNotContain(VALUE);
    }

    static Stream<Arguments> refusedAnswers() {
        String wishes = "one of type, choose, approve, resend, cancel";
        String methods = "method: expected one of otp_sms, otp_email, otp_app, push_approval, security_question"
                + " for the wish choose, else nothing";
        String nowhere =
                "answer: expected no such field: the answer is deposited, sealed, under the job's id before the job"
                        + " is sent";
        return Stream.of(
                arguments("\"x\": 1", "wish is missing: expected " + wishes),
                arguments("\"wish\": null", "wish: expected " + wishes),
                arguments("\"wish\": \"" + VALUE + "\"", "wish: expected " + wishes),
                arguments("\"wish\": \"TYPE\"", "wish: expected " + wishes),
                arguments("\"wish\": \"choose\"", methods.replace("method:", "method is missing:")),
                arguments("\"wish\": \"choose\", \"method\": null", methods),
                arguments("\"wish\": \"choose\", \"method\": \"choose_method\"", methods),
                arguments("\"wish\": \"choose\", \"method\": \"" + VALUE + "\"", methods),
                arguments("\"wish\": \"type\", \"method\": \"otp_sms\"", methods),
                arguments("\"wish\": \"type\", \"answer\": \"" + VALUE + "\"", nowhere),
                arguments("\"wish\": \"type\", \"answer\": null", nowhere),
                arguments("\"wish\": \"type\", \"answer\": {\"" + VALUE + "\": 1}", nowhere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"challenge\": 1", "\"challenge_id\": null", "\"challenge_id\": \"hunter2\""})
    void refuses_an_answer_job_without_its_challenge(String instead) {
        String challenge = "\"challenge_id\": \"" + CHALLENGE + "\"";

        assertThat(malformed(answering("\"wish\": \"type\"").replace(challenge, instead))
                        .reason())
                .matches("challenge_id(: | is missing: )expected the UUID of the challenge that is continued");
    }

    @Test
    void refuses_an_answer_in_a_job_of_any_kind() {
        assertThat(malformed(with("\"attended\": true", "\"attended\": true, \"answer\": \"" + VALUE + "\""))
                        .reason())
                .startsWith("answer: expected no such field")
                .doesNotContain(VALUE);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void reads_back_what_is_kept_to_continue_with_and_finds_no_grant_in_it(String fields) {
        Continuation continuation = new Continuation(reader);
        FetchJob answering = job(answering(fields));

        for (FetchJob met : List.of(job(JOB), answering)) {
            String kept = continuation.text(met);

            assertThat(met.grant()).isEqualTo("header.payload.signature");
            assertThat(kept).doesNotContain("header.payload.signature").contains("\"grant\":null");
            assertThat(continuation.job(kept)).isEqualTo(met.withGrant(null));
        }
    }

    @Test
    void refuses_to_continue_with_what_is_no_job() {
        assertThatThrownBy(() -> new Continuation(reader).job("{\"version\": 2, \"grant\": \"" + VALUE + "\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the continuation of a challenge is no job: version: expected 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"junk\"",
                "17",
                "\"00-00000000000000000000000000000000-00f067aa0ba902b7-01\"",
                "\"ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\""
            })
    void ignores_a_trace_context_that_it_cannot_read(String traceparent) {
        assertThat(job(with("\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"", traceparent))
                        .traceparent())
                .isNull();
    }

    @Test
    void reads_a_whole_number_however_it_is_written() {
        assertThat(job(with("600", "6.0e2")).maxAgeSeconds()).isEqualTo(600);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refusals")
    void refuses_with_the_field_and_what_was_expected(String part, String instead, String reason) {
        ReadJob.Malformed malformed = malformed(with(part, instead));

        assertThat(malformed.reason()).isEqualTo(reason).doesNotContain(VALUE);
    }

    static Stream<Arguments> refusals() {
        String uuid = "a UUID";
        String date = "a date such as 2026-01-31";
        String time = "a time with its offset such as 2026-01-31T12:00:00Z";
        String key = "1 to 128 of A-Z a-z 0-9 . _ : -";
        String seconds = "a whole number of seconds from 0 (the default: live) to 2147483647";
        String resources = "one of company, employees, groups, identity, payruns, payslips, timesheets, "
                + "time-off-entries, time-off-balances, work-locations";
        return Stream.of(
                arguments("\"version\": 1,", "\"version\": 2,", "version: expected 1"),
                arguments("\"version\": 1,", "\"version\": \"1\",", "version: expected 1"),
                arguments("\"version\": 1,", "", "version is missing: expected 1"),
                arguments(JOB_ID.toString(), VALUE, "job_id: expected " + uuid),
                arguments("\"" + JOB_ID + "\"", "17", "job_id: expected " + uuid),
                arguments("\"job_id\"", "\"jobid\"", "job_id is missing: expected " + uuid),
                arguments(
                        "\"fetch\"",
                        "\"" + VALUE + "\"",
                        "kind: expected one of connect, fetch, refresh, answer, disconnect"),
                arguments(
                        "\"kind\"",
                        "\"sort\"",
                        "kind is missing: expected one of connect, fetch, refresh, answer, disconnect"),
                arguments("\"acme\"", "\"" + VALUE + " and more\"", "client_id: expected " + key),
                arguments("\"acme\"", "\"\"", "client_id: expected " + key),
                arguments("\"client_id\": \"acme\",", "", "client_id is missing: expected " + key),
                arguments("\"anna\"", "\"" + "a".repeat(129) + "\"", "connection_id: expected " + key),
                arguments("\"connection_id\"", "\"connection\"", "connection_id is missing: expected " + key),
                arguments(
                        "\"larkspur\"",
                        "\"" + VALUE + "/..\"",
                        "provider: expected the id of a provider, 1 to 64 of A-Z a-z 0-9 . _ -"),
                arguments("\"payruns\"", "\"" + VALUE + "\"", "resource: expected " + resources),
                arguments("\"payruns\"", "null", "resource: expected " + resources),
                arguments("\"resource\": \"payruns\",", "", "resource is missing: expected " + resources),
                arguments(
                        "\"parameters\"",
                        "\"arguments\"",
                        "parameters is missing: expected an object with the parameters of the resource"),
                arguments(
                        "{\"start_date\": \"2026-01-01\", \"end_date\": \"2026-12-31\"}",
                        "[\"" + VALUE + "\"]",
                        "parameters: expected an object with the parameters of the resource"),
                arguments(
                        "{\"start_date\": \"2026-01-01\", \"end_date\": \"2026-12-31\"}",
                        "null",
                        "parameters: expected an object with the parameters of the resource"),
                arguments("\"start_date\": \"2026-01-01\",", "", "parameters.start_date is missing: expected " + date),
                arguments("\"2026-01-01\"", "\"01/01/2026\"", "parameters.start_date: expected " + date),
                arguments("\"2026-01-01\"", "\"2026-02-30\"", "parameters.start_date: expected " + date),
                arguments("\"2026-01-01\"", "20260101", "parameters.start_date: expected " + date),
                arguments(
                        "\"2026-12-31\"",
                        "\"2025-12-31\"",
                        "parameters.end_date: expected a date not before start_date"),
                arguments(
                        "\"payruns\"",
                        "\"payslips\"",
                        "parameters.payrun_id is missing: expected the UUID of a pay run, as payruns gives it"),
                arguments(
                        "\"2026-12-31\"",
                        "\"2026-12-31\", \"payrun_id\": \"" + VALUE + "\"",
                        "parameters.payrun_id: expected the UUID of a pay run, as payruns gives it"),
                arguments(
                        "\"2026-12-31\"",
                        "\"2026-12-31\", \"employment_status\": \"" + VALUE + "\"",
                        "parameters.employment_status: expected one of active, inactive, pending, leave"),
                arguments("600", "-1", "max_age_seconds: expected " + seconds),
                arguments("600", "1.5", "max_age_seconds: expected " + seconds),
                arguments("600", "\"600\"", "max_age_seconds: expected " + seconds),
                arguments("600", "2147483648", "max_age_seconds: expected " + seconds),
                arguments(
                        "\"attended\": true",
                        "\"attended\": \"yes\"",
                        "attended: expected true or false (the default)"),
                arguments("2026-03-01T12:00:00+01:00", VALUE, "deadline: expected " + time),
                arguments("2026-03-01T12:00:00+01:00", "2026-03-01", "deadline: expected " + time),
                arguments("2026-03-01T12:00:00+01:00", "2026-03-01T12:00:00", "deadline: expected " + time),
                arguments("2026-03-01T12:00:00+01:00", "2026-02-30T12:00:00Z", "deadline: expected " + time),
                arguments("2026-03-01T12:00:00+01:00", "2016-12-31T23:59:60Z", "deadline: expected " + time),
                arguments("\"deadline\"", "\"due\"", "deadline is missing: expected " + time),
                arguments(
                        "\"header.payload.signature\"",
                        "[\"" + VALUE + "\"]",
                        "grant: expected a compact JWS, or null"),
                arguments("\"header.payload.signature\"", "\"\"", "grant: expected a compact JWS, or null"));
    }

    @Test
    void names_every_field_that_is_wrong() {
        assertThat(malformed("{\"version\": 1, \"kind\": \"connect\", \"attended\": 1}")
                        .reason())
                .startsWith("job_id is missing: expected a UUID; client_id is missing: ")
                .contains("connection_id is missing: ", "provider is missing: ", "deadline is missing: ", "attended: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "{\"version\": 1",
                "{} {}",
                "{'version': 1}",
                "{\"version\": 1, \"version\": 1}",
                "{\"parameters\": {\"a\": 1, \"a\": \"hunter2\"}}"
            })
    void refuses_what_is_no_json_or_has_a_key_twice(String message) {
        assertThat(malformed(message).reason())
                .isIn(
                        "message: expected JSON in UTF-8, no key twice, at most 32 levels deep",
                        "message: expected a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"hunter2\"", "17", "null"})
    void refuses_json_that_is_no_object(String message) {
        assertThat(malformed(message).reason()).isEqualTo("message: expected a JSON object");
    }

    @Test
    void refuses_what_is_not_in_utf8() {
        byte[] latin1 = with("larkspur", "l\u00e4rkspur").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = JOB.getBytes(StandardCharsets.UTF_16);

        assertThat(reader.read(latin1)).isInstanceOf(ReadJob.Malformed.class);
        assertThat(reader.read(utf16)).isInstanceOf(ReadJob.Malformed.class);
    }

    @Test
    void refuses_what_is_nested_deeply() {
        String deep = "[".repeat(40) + "]".repeat(40);

        assertThat(malformed(with("\"attended\": true", "\"attended\": true, \"x\": " + deep))
                        .reason())
                .isEqualTo("message: expected JSON in UTF-8, no key twice, at most 32 levels deep");
    }

    @Test
    void refuses_what_is_over_64_kib() {
        String large = with("header.payload.signature", "x".repeat(64 * 1024));

        assertThat(malformed(large).reason()).isEqualTo("message: expected at most 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-0.1e9999999"})
    void is_not_kept_busy_by_a_number_of_absurd_size(String number) {
        assertThat(malformed(with("600", number)).reason()).startsWith("max_age_seconds: ");
    }

    @Test
    void tells_job_and_connection_of_what_it_refuses_where_they_can_be_read() {
        ReadJob.Malformed malformed = malformed(with("\"version\": 1", "\"version\": 9"));

        assertThat(malformed.jobId()).contains(JOB_ID);
        assertThat(malformed.connection()).contains(new ConnectionKey("acme", "anna"));
    }

    @Test
    void tells_neither_where_they_cannot_be_read() {
        ReadJob.Malformed malformed =
                malformed(with(JOB_ID.toString(), "1-2-3-4-5").replace("anna", "an na"));

        assertThat(malformed.jobId()).isEmpty();
        assertThat(malformed.connection()).isEmpty();
    }

    @Test
    void is_warm_after_warming() {
        reader.warm();

        assertThat(job(JOB).jobId()).isEqualTo(JOB_ID);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void reads_what_the_writer_wrote(String resource, String parameters, ResourceQuery query) {
        FetchJob job = job(JOB);
        FetchJob written = new FetchJob(
                job.version(),
                job.jobId(),
                job.kind(),
                job.clientId(),
                job.connectionId(),
                job.provider(),
                query,
                job.maxAgeSeconds(),
                job.attended(),
                job.deadline(),
                job.grant(),
                job.traceparent());

        assertThat(reader.read(new JobWriter().write(written))).isEqualTo(new ReadJob.WellFormed(written));
    }

    private static String with(String part, String instead) {
        assertThat(JOB).contains(part);
        return JOB.replace(part, instead);
    }

    /// The job as one that continues a challenge, with more fields.
    private static String answering(String fields) {
        return with("\"kind\": \"fetch\"", "\"kind\": \"answer\", \"challenge_id\": \"" + CHALLENGE + "\", " + fields);
    }

    private FetchJob job(String message) {
        return switch (reader.read(message.getBytes(StandardCharsets.UTF_8))) {
            case ReadJob.WellFormed(var job) -> job;
            case ReadJob.Malformed(var _, var _, var reason, var _) -> throw new AssertionError(reason);
        };
    }

    private ReadJob.Malformed malformed(String message) {
        return switch (reader.read(message.getBytes(StandardCharsets.UTF_8))) {
            case ReadJob.WellFormed _ -> throw new AssertionError("was read");
            case ReadJob.Malformed malformed -> malformed;
        };
    }
}
