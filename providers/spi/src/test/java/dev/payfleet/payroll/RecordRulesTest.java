package dev.payfleet.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordRulesTest {

    /// Row by row what the contract's tables call "null allowed: no".
    private static final Map<String, Set<String>> NEVER_NULL = Map.ofEntries(
            Map.entry("Employee", Set.of("id", "remoteId", "firstName", "lastName")),
            Map.entry("Identity", Set.of("name", "email")),
            Map.entry("Payrun", Set.of("id", "remoteId")),
            Map.entry(
                    "Payslip",
                    Set.of(
                            "employeeId",
                            "employeeRemoteId",
                            "payrunId",
                            "payrunRemoteId",
                            "startDate",
                            "endDate",
                            "paymentDate")),
            Map.entry("Earning", Set.of("name", "amount")),
            Map.entry("Contribution", Set.of("name", "amount")),
            Map.entry("Deduction", Set.of("name", "amount")),
            Map.entry("Tax", Set.of("name", "amount")),
            Map.entry("Reimbursement", Set.of("name", "amount")),
            Map.entry("Timesheet", Set.of("id", "remoteId", "employeeId", "employeeRemoteId", "hoursWorked")),
            Map.entry("TimeOffEntry", Set.of("id", "remoteId", "employeeId", "employeeRemoteId", "amount")),
            Map.entry("TimeOffBalance", Set.of("employeeId", "employeeRemoteId")));

    /// The contract's tables, key by key in their order.
    private static final String KEYS = """
            Company: id remote_id legal_name display_name tax_id address
            Address: street_address locality administrative_area country post_code
            Employee: id remote_id employee_number first_name last_name display_full_name nationality job_title work_email personal_email mobile_phone_number tax_id gender ethnicity marital_status date_of_birth employment_status employment_type start_date remote_created_at termination_date avatar home_location work_location manager bank_account employment_history compensation_history custom_fields groups dependents emergency_contacts
            Manager: first_name last_name id work_email remote_id
            BankAccount: account_number bank_name bic holder_name iban
            EmploymentHistory: job_title effective_date group_id group_remote_id group_name manager_id manager_remote_id
            CompensationHistory: pay_rate pay_period pay_frequency employment_type currency effective_date notes
            Group: id remote_id name type
            Dependent: name relationship
            EmergencyContact: first_name last_name relationship mobile_phone_number primary_contact
            Location: id remote_id name type address
            Identity: name email phone_number
            Payrun: id remote_id state type start_date end_date payment_date
            Payslip: id remote_id employee_id employee_remote_id payrun_id payrun_remote_id payrun_type currency gross_pay net_pay start_date end_date payment_date earnings contributions deductions taxes reimbursements
            Earning: name amount hours
            Contribution: name amount
            Deduction: name amount
            Tax: name amount employer_tax
            Reimbursement: name amount
            Timesheet: id remote_id employee_id employee_remote_id start_time end_time hours_worked remote_created_at remote_modified_at
            TimeOffEntry: id remote_id employee_id employee_remote_id start_date end_date amount unit status employee_note policy_id policy_remote_id policy_name policy_type remote_created_at remote_modified_at
            TimeOffBalance: employee_id employee_remote_id balance used policy_id policy_remote_id policy_name policy_type remote_created_at remote_modified_at
            """;

    @ParameterizedTest
    @MethodSource("rows")
    void a_field_takes_null_exactly_where_the_contract_allows_it(Class<?> type, String field) {
        if (NEVER_NULL.getOrDefault(type.getSimpleName(), Set.of()).contains(field)) {
            assertThatThrownBy(() -> SampleRecords.with(type, field))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(type.getSimpleName() + "." + field + " must not be null");
        } else {
            assertThatCode(() -> SampleRecords.with(type, field)).doesNotThrowAnyException();
        }
    }

    static Stream<Arguments> rows() {
        // A primitive cannot be null at all.
        return SampleRecords.all().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getType().isPrimitive())
                        .map(component -> Arguments.of(type, component.getName())));
    }

    @Test
    void the_fields_are_those_of_the_contract_in_its_order() {
        List<String> actual = SampleRecords.all().stream()
                .map(type -> type.getSimpleName() + ":" + keys(type))
                .toList();

        assertThat(actual).containsExactlyInAnyOrderElementsOf(KEYS.lines().toList());
    }

    private static String keys(Class<?> type) {
        StringBuilder keys = new StringBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.append(' ')
                    .append(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
        }
        return keys.toString();
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_record_prints_a_value(Class<?> type) {
        Object record = SampleRecords.full(type);

        assertThat(record).hasToString(type.getSimpleName() + "[<redacted>]");
        assertThat(List.of(record).toString() + String.format("%s", record)).doesNotContain(SampleRecords.MARK, "4217");
    }

    static Set<Class<?>> types() {
        return SampleRecords.all();
    }

    @Test
    void lists_are_copied() {
        List<Group> groups = new java.util.ArrayList<>();
        Employee employee = Employee.builder()
                .id(new java.util.UUID(1, 2))
                .remoteId("1")
                .firstName("A")
                .lastName("B")
                .groups(groups)
                .build();

        groups.add(new Group(null, null, null, null));

        assertThat(employee.groups()).isEmpty();
    }
}
