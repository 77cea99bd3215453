package dev.payfleet.provider.meridian;

import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.payroll.Manager;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.VisitByHttp;
import dev.payfleet.provider.reading.JsonValue;
import org.jspecify.annotations.Nullable;

/// The employees by the interface: the list says who they are, an answer of each one's own says the rest.
final class EmployeesByHttp {

    private EmployeesByHttp() {}

    static ReadResult read(VisitByHttp visit, ResourceQuery query) {
        String path = Employees.listPath("/employees", query);
        return Employees.read(
                visit,
                query,
                MeridianApi.list(visit, "employees", path).stream()
                        .map(row -> MeridianApi.get(
                                visit, "employee", "/employees/" + row.get("id").required()))
                        .map(json -> raw(visit, json))
                        .toList());
    }

    private static RawEmployee raw(Visit visit, JsonValue json) {
        return new RawEmployee(
                json.get("id").required(),
                person(json),
                job(visit, json),
                RawAddress.of(json.get("home_address")),
                deposit(json.get("direct_deposit")),
                json.get("compensation").items().stream()
                        .map(EmployeesByHttp::rate)
                        .toList(),
                json.get("positions").items().stream()
                        .map(EmployeesByHttp::position)
                        .toList(),
                json.get("dependents").items().stream()
                        .map(item -> new Dependent(
                                item.get("name").orNull(),
                                item.get("relationship").orNull()))
                        .toList(),
                json.get("emergency_contacts").items().stream()
                        .map(EmployeesByHttp::contact)
                        .toList(),
                json.get("custom_fields").texts(),
                Dialect.INTERFACE);
    }

    private static RawEmployee.Person person(JsonValue json) {
        return new RawEmployee.Person(
                json.get("first_name"),
                json.get("last_name"),
                json.get("preferred_name"),
                json.get("citizenship"),
                json.get("birth_date"),
                json.get("gender"),
                json.get("ethnicity"),
                json.get("marital_status"),
                json.get("ssn"),
                json.get("personal_email"),
                json.get("phone"));
    }

    private static RawEmployee.Job job(Visit visit, JsonValue json) {
        JsonValue location = json.get("location");
        return new RawEmployee.Job(
                json.get("number"),
                json.get("title"),
                json.get("work_email"),
                json.get("employment_type"),
                json.get("status"),
                json.get("hire_date"),
                json.get("created_at"),
                json.get("termination_date"),
                json.get("groups").items().stream()
                        .map(group -> GroupsReading.group(visit, group))
                        .toList(),
                manager(visit, json.get("manager")),
                location.isNull() ? null : LocationsReading.location(visit, location));
    }

    private static @Nullable Manager manager(Visit visit, JsonValue manager) {
        String id = MeridianApi.idOrNull(manager);
        return id == null
                ? null
                : new Manager(
                        manager.get("first_name").orNull(),
                        manager.get("last_name").orNull(),
                        visit.idOf(RecordKind.EMPLOYEE, id),
                        manager.get("work_email").orNull(),
                        id);
    }

    private static RawEmployee.Deposit deposit(JsonValue deposit) {
        return deposit.isNull()
                ? RawEmployee.Deposit.NONE
                : new RawEmployee.Deposit(
                        deposit.get("account_holder").orNull(),
                        deposit.get("bank_name").orNull(),
                        deposit.get("routing_number").orNull(),
                        deposit.get("account_number").orNull());
    }

    private static RawEmployee.Rate rate(JsonValue rate) {
        return new RawEmployee.Rate(
                rate.get("effective_date"),
                rate.get("rate"),
                rate.get("unit"),
                rate.get("pay_schedule"),
                rate.get("employment_type"),
                rate.get("note"));
    }

    private static RawEmployee.Position position(JsonValue position) {
        JsonValue group = position.get("group");
        return new RawEmployee.Position(
                position.get("effective_date"),
                position.get("title"),
                MeridianApi.idOrNull(group),
                group.isNull() ? null : group.get("name").orNull(),
                MeridianApi.idOrNull(position.get("manager")));
    }

    private static EmergencyContact contact(JsonValue contact) {
        return new EmergencyContact(
                contact.get("first_name").orNull(),
                contact.get("last_name").orNull(),
                contact.get("relationship").orNull(),
                contact.get("phone").orNull(),
                MeridianWords.YES_NO.read(contact.get("primary")));
    }
}
