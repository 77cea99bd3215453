package dev.payfleet.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.payroll.Contribution;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Deduction;
import dev.payfleet.payroll.Earning;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.Identity;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.payroll.Payslip;
import dev.payfleet.payroll.Tax;
import dev.payfleet.payroll.TimeOffBalance;
import dev.payfleet.payroll.Timesheet;
import dev.payfleet.provider.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ResultWriterTest {

    private static final UUID ID = UUID.fromString("0aa3c1d2-1111-5222-8333-444455556666");

    private final ResultWriter writer = new ResultWriter();

    @Test
    void writes_a_payslip_as_the_contract_has_it() {
        Payslip payslip = Payslip.builder()
                .id(ID)
                .remoteId("PS-1")
                .employeeId(ID)
                .employeeRemoteId("E-1")
                .payrunId(ID)
                .payrunRemoteId("PR-1")
                .payrunType(PayrunType.ONE_TIME)
                .currency(Currency.GBP)
                .grossPay(134_267L)
                .netPay(86_578L)
                .startDate(LocalDate.of(2026, 1, 1))
                .endDate(LocalDate.of(2026, 1, 31))
                .paymentDate(LocalDate.of(2026, 1, 27))
                .earnings(List.of(
                        new Earning("Salary", 134_267, new BigDecimal("1.6E+2")), new Earning("Bonus", -1234, null)))
                .contributions(List.of(new Contribution("Pension (employer)", 3454)))
                .deductions(List.of(new Deduction("Pension", 3454)))
                .taxes(List.of(new Tax("Income Tax", 10_025, false), new Tax("NI", 5, null)))
                .build();

        assertThat(text(Resource.PAYSLIPS, payslip)).isEqualTo("""
                [{"id":"0aa3c1d2-1111-5222-8333-444455556666","remote_id":"PS-1",\
                "employee_id":"0aa3c1d2-1111-5222-8333-444455556666","employee_remote_id":"E-1",\
                "payrun_id":"0aa3c1d2-1111-5222-8333-444455556666","payrun_remote_id":"PR-1",\
                "payrun_type":"one_time","currency":"gbp","gross_pay":134267,"net_pay":86578,\
                "start_date":"2026-01-01","end_date":"2026-01-31","payment_date":"2026-01-27",\
                "earnings":[{"name":"Salary","amount":134267,"hours":160},{"name":"Bonus","amount":-1234,"hours":null}],\
                "contributions":[{"name":"Pension (employer)","amount":3454}],\
                "deductions":[{"name":"Pension","amount":3454}],\
                "taxes":[{"name":"Income Tax","amount":10025,"employer_tax":false},\
                {"name":"NI","amount":5,"employer_tax":null}],\
                "reimbursements":null}]""");
    }

    @Test
    void writes_the_times_of_a_timesheet_with_their_offset_and_its_days_as_dates() {
        Timesheet timesheet = Timesheet.builder()
                .id(ID)
                .remoteId("T-1")
                .employeeId(ID)
                .employeeRemoteId("E-1")
                .startTime(OffsetDateTime.parse("2026-03-30T08:00:00+01:00"))
                .endTime(OffsetDateTime.parse("2026-03-30T17:30:00Z"))
                .hoursWorked(new BigDecimal("8.5"))
                .remoteCreatedAt(LocalDate.of(2026, 3, 31))
                .build();

        assertThat(text(Resource.TIMESHEETS, timesheet))
                .contains("\"start_time\":\"2026-03-30T08:00:00+01:00\"", "\"end_time\":\"2026-03-30T17:30:00Z\"")
                .contains("\"hours_worked\":8.5", "\"remote_created_at\":\"2026-03-31\"");
    }

    @Test
    void writes_numbers_without_exponent() {
        TimeOffBalance balance = new TimeOffBalance(
                ID, "E-1", new BigDecimal("1E+3"), new BigDecimal("0.0000001"), null, null, null, null, null, null);

        assertThat(text(Resource.TIME_OFF_BALANCES, balance)).contains("\"balance\":1000,\"used\":0.0000001,");
    }

    @Test
    void writes_the_identity_as_one_object() {
        assertThat(text(Resource.IDENTITY, new Identity("Zoë Ünal", "zoe@example.com", null)))
                .isEqualTo("{\"name\":\"Zoë Ünal\",\"email\":\"zoe@example.com\",\"phone_number\":null}");
    }

    @Test
    void takes_no_identity_that_is_none_or_two() {
        Identity identity = new Identity("Zoë Ünal", "zoe@example.com", null);

        assertThatThrownBy(() -> writer.write(Resource.IDENTITY, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identity: expected one record, and there are 0");
        assertThatThrownBy(() -> writer.write(Resource.IDENTITY, List.of(identity, identity)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identity: expected one record, and there are 2");
    }

    @Test
    void writes_nothing_as_an_empty_array() {
        assertThat(writer.write(Resource.PAYSLIPS, List.of())).asString().isEqualTo("[]");
    }

    @Test
    void writes_custom_fields_in_the_order_of_their_names() throws ReflectiveOperationException {
        Employee employee = (Employee) Specimens.full(Resource.EMPLOYEES);

        assertThat(text(Resource.EMPLOYEES, employee))
                .contains("\"custom_fields\":{\"Badge\":\"blue\",\"Cost centre\":\"4711\"}");
    }

    @ParameterizedTest
    @EnumSource
    void writes_what_the_schema_of_every_resource_accepts(Resource resource) throws ReflectiveOperationException {
        WireSchema schema = new WireSchema("result-" + resource.wireName());

        assertThat(schema.faults(json(resource, Specimens.full(resource)))).isEmpty();
        assertThat(schema.faults(json(resource, Specimens.bare(resource)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writes_exactly_the_keys_of_the_schema_in_its_order(Resource resource) throws ReflectiveOperationException {
        JsonNode schema = Json.parse(schemaFile(resource)).orElseThrow();

        for (PayrollRecord one : List.of(Specimens.full(resource), Specimens.bare(resource))) {
            assertSameKeys(json(resource, one), schema, schema.path("$defs"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writes_the_same_bytes_for_the_same_records(Resource resource) throws ReflectiveOperationException {
        assertThat(new ResultWriter().write(resource, List.of(Specimens.full(resource))))
                .isEqualTo(new ResultWriter().write(resource, List.of(Specimens.full(resource))));
    }

    private static void assertSameKeys(JsonNode json, JsonNode schema, JsonNode defs) {
        JsonNode resolved = resolve(schema, defs);
        if (json.isArray()) {
            json.values().forEach(item -> assertSameKeys(item, resolved.path("items"), defs));
        } else if (json.isObject() && resolved.has("properties")) {
            assertThat(json.propertyNames())
                    .containsExactlyElementsOf(resolved.path("properties").propertyNames());
            assertThat(resolved.path("required").size()).isEqualTo(json.size());
            for (String key : json.propertyNames()) {
                assertSameKeys(json.path(key), resolved.path("properties").path(key), defs);
            }
        }
    }

    private static JsonNode resolve(JsonNode schema, JsonNode defs) {
        JsonNode choice = schema.has("anyOf") ? schema.path("anyOf").get(0) : schema;
        return choice.has("$ref") ? defs.path(choice.path("$ref").stringValue().replace("#/$defs/", "")) : choice;
    }

    private static byte[] schemaFile(Resource resource) {
        try (var file = ResultWriter.class.getResourceAsStream("/schema/result-" + resource.wireName() + ".json")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode json(Resource resource, PayrollRecord one) {
        return Json.parse(writer.write(resource, List.of(one))).orElseThrow();
    }

    private String text(Resource resource, PayrollRecord one) {
        return new String(writer.write(resource, List.of(one)), StandardCharsets.UTF_8);
    }
}
