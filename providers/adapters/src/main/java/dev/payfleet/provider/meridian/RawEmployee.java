package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.EmployeeBuilder;
import dev.payfleet.payroll.EmploymentHistory;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.Manager;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.Value;
import dev.payfleet.provider.reading.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An employee as either face of Meridian shows one, with what other pages say of groups, location and manager.
record RawEmployee(
        String id,
        Person person,
        Job job,
        RawAddress home,
        Deposit deposit,
        List<Rate> rates,
        List<Position> positions,
        List<Dependent> dependents,
        List<EmergencyContact> contacts,
        Map<String, String> customFields,
        Dialect dialect) {

    record Person(
            Value first,
            Value last,
            Value preferred,
            Value citizenship,
            Value birth,
            Value gender,
            Value ethnicity,
            Value marital,
            Value ssn,
            Value email,
            Value phone) {}

    record Job(
            Value number,
            Value title,
            Value email,
            Value type,
            Value status,
            Value hired,
            Value created,
            Value left,
            List<Group> groups,
            @Nullable Manager manager,
            @Nullable Location location) {}

    record Deposit(
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String routing,
            @Nullable String account) {

        static final Deposit NONE = new Deposit(null, null, null, null);

        @Nullable
        BankAccount bankAccount() {
            return equals(NONE) ? null : new BankAccount(account, bank, null, holder, null);
        }
    }

    record Rate(Value since, Value amount, Value unit, Value schedule, Value type, Value note) {}

    record Position(
            Value since,
            Value title,
            @Nullable String group,
            @Nullable String groupName,
            @Nullable String manager) {}

    Employee employee(Visit visit) {
        EmployeeBuilder employee = Employee.builder()
                .id(visit.idOf(RecordKind.EMPLOYEE, id))
                .remoteId(id)
                .homeLocation(home.address())
                .bankAccount(deposit.bankAccount())
                .employmentHistory(positions.stream()
                        .map(position -> held(visit, position))
                        .toList())
                .compensationHistory(rates.stream().map(this::paid).toList())
                .customFields(fields())
                .dependents(dependents)
                .emergencyContacts(contacts);
        personal(employee);
        position(employee);
        return employee.build();
    }

    private void personal(EmployeeBuilder employee) {
        employee.firstName(person.first().required())
                .lastName(person.last().required())
                .displayFullName(person.preferred().orNull())
                .nationality(person.citizenship().orNull())
                .dateOfBirth(person.birth().readOrNull(dialect.day()))
                .gender(MeridianWords.GENDER.read(person.gender()))
                .ethnicity(MeridianWords.ETHNICITY.read(person.ethnicity()))
                .maritalStatus(MeridianWords.MARITAL_STATUS.read(person.marital()))
                .taxId(person.ssn().orNull())
                .personalEmail(person.email().orNull())
                .mobilePhoneNumber(person.phone().orNull());
    }

    private void position(EmployeeBuilder employee) {
        employee.employeeNumber(job.number().orNull())
                .jobTitle(job.title().orNull())
                .workEmail(job.email().orNull())
                .employmentType(MeridianWords.EMPLOYMENT.read(job.type()))
                .employmentStatus(MeridianWords.STATUS.read(job.status()))
                .startDate(job.hired().readOrNull(dialect.day()))
                .remoteCreatedAt(job.created().readOrNull(dialect.dayOf()))
                .terminationDate(job.left().readOrNull(dialect.day()))
                .groups(job.groups())
                .manager(job.manager())
                .workLocation(job.location());
    }

    private EmploymentHistory held(Visit visit, Position position) {
        String group = position.group();
        String manager = position.manager();
        return new EmploymentHistory(
                position.title().orNull(),
                position.since().readOrNull(dialect.day()),
                group == null ? null : visit.idOf(RecordKind.GROUP, group),
                group,
                position.groupName(),
                manager == null ? null : visit.idOf(RecordKind.EMPLOYEE, manager),
                manager);
    }

    private CompensationHistory paid(Rate rate) {
        Long cents = rate.amount().readOrNull(dialect.money());
        return new CompensationHistory(
                cents == null ? null : BigDecimal.valueOf(cents, 2),
                MeridianWords.PAY_PERIOD.read(rate.unit()),
                MeridianWords.SCHEDULE.read(rate.schedule()),
                MeridianWords.EMPLOYMENT.read(rate.type()),
                cents == null ? null : Currency.USD,
                rate.since().readOrNull(dialect.day()),
                rate.note().orNull());
    }

    /// The site's custom fields, the routing number, for which the model has no field, and every word that the
    /// model does not know.
    private Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>(customFields);
        if (deposit.routing() != null) {
            fields.put("Routing number", deposit.routing());
        }
        keepUnknown(fields, "Gender", MeridianWords.GENDER, person.gender());
        keepUnknown(fields, "Ethnicity", MeridianWords.ETHNICITY, person.ethnicity());
        keepUnknown(fields, "Marital status", MeridianWords.MARITAL_STATUS, person.marital());
        keepUnknown(fields, "Employment type", MeridianWords.EMPLOYMENT, job.type());
        keepUnknown(fields, "Status", MeridianWords.STATUS, job.status());
        return fields;
    }

    private static void keepUnknown(Map<String, String> fields, String label, Words<?> words, Value value) {
        words.unknown(value).ifPresent(word -> {
            String kept = MeridianWords.KEPT.read(value);
            fields.put(label, kept == null ? word : kept);
        });
    }

    /// The record's name alone: its values are a person's.
    @Override
    public String toString() {
        return "RawEmployee[<redacted>]";
    }
}
