package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.BankAccount;
import dev.payfleet.payroll.CompensationHistory;
import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.Employee;
import dev.payfleet.payroll.Group;
import dev.payfleet.payroll.Location;
import dev.payfleet.payroll.PayFrequency;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.csv.CsvTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A line of the list of employees as an employee of the model.
final class EmployeeMapping {

    static final String[] COLUMNS = {
        "Personalnummer",
        "Nachname",
        "Vorname",
        "Geburtsdatum",
        "Geschlecht",
        "Familienstand",
        "Staatsangehörigkeit",
        "E-Mail privat",
        "Telefon",
        "Straße",
        "PLZ",
        "Ort",
        "Bundesland",
        "Land",
        "Tätigkeit",
        "E-Mail dienstlich",
        "Kostenstelle",
        "Betriebsstätte",
        "Beschäftigung",
        "Status",
        "Eintritt",
        "Austritt",
        "Steuer-ID",
        "Steuerklasse",
        "Krankenkasse",
        "Entgelt",
        "Je",
        "Gültig ab",
        "IBAN",
        "BIC",
        "Bank",
        "Kontoinhaber"
    };

    private final Visit visit;
    private final List<Group> costCentres;
    private final List<Location> branches;

    EmployeeMapping(Visit visit, List<Group> costCentres, List<Location> branches) {
        this.visit = visit;
        this.costCentres = costCentres;
        this.branches = branches;
    }

    Employee employee(CsvTable.Row row) {
        String number = row.cell("Personalnummer").required();
        return Employee.builder()
                .id(visit.idOf(RecordKind.EMPLOYEE, number))
                .remoteId(number)
                .employeeNumber(number)
                .firstName(row.cell("Vorname").required())
                .lastName(row.cell("Nachname").required())
                .nationality(row.cell("Staatsangehörigkeit").orNull())
                .jobTitle(row.cell("Tätigkeit").orNull())
                .workEmail(row.cell("E-Mail dienstlich").orNull())
                .personalEmail(row.cell("E-Mail privat").orNull())
                .mobilePhoneNumber(row.cell("Telefon").orNull())
                .taxId(row.cell("Steuer-ID").orNull())
                .gender(RivermarkWords.GENDER.read(row.cell("Geschlecht")))
                .maritalStatus(RivermarkWords.MARITAL.read(row.cell("Familienstand")))
                .dateOfBirth(row.cell("Geburtsdatum").readOrNull(RivermarkPages.DATE))
                .employmentStatus(RivermarkWords.STATUS.read(row.cell("Status")))
                .employmentType(RivermarkWords.EMPLOYMENT.read(row.cell("Beschäftigung")))
                .startDate(row.cell("Eintritt").readOrNull(RivermarkPages.DATE))
                .terminationDate(row.cell("Austritt").readOrNull(RivermarkPages.DATE))
                .homeLocation(RivermarkPages.address(row::cell))
                .workLocation(branch(row.cell("Betriebsstätte").orNull()))
                .bankAccount(account(row))
                .compensationHistory(List.of(rate(row)))
                .customFields(customFields(row))
                .groups(costCentres(row.cell("Kostenstelle").orNull()))
                .build();
    }

    /// A place that the other file does not list is told by its key alone.
    private @Nullable Location branch(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return branches.stream()
                .filter(branch -> code.equals(branch.remoteId()))
                .findFirst()
                .orElseGet(() -> new Location(visit.idOf(RecordKind.LOCATION, code), code, null, null, null));
    }

    private List<Group> costCentres(@Nullable String number) {
        return costCentres.stream()
                .filter(each -> number != null && number.equals(each.remoteId()))
                .toList();
    }

    private static @Nullable BankAccount account(CsvTable.Row row) {
        String iban = row.cell("IBAN").orNull();
        return iban == null
                ? null
                : new BankAccount(
                        null,
                        row.cell("Bank").orNull(),
                        row.cell("BIC").orNull(),
                        row.cell("Kontoinhaber").orNull(),
                        iban);
    }

    /// The file tells the rate in force alone.
    private static CompensationHistory rate(CsvTable.Row row) {
        Long cents = row.cell("Entgelt").readOrNull(RivermarkPages.MONEY);
        return new CompensationHistory(
                cents == null ? null : BigDecimal.valueOf(cents, 2),
                RivermarkWords.PERIOD.read(row.cell("Je")),
                PayFrequency.MONTHLY,
                RivermarkWords.EMPLOYMENT.read(row.cell("Beschäftigung")),
                Currency.EUR,
                row.cell("Gültig ab").readOrNull(RivermarkPages.DATE),
                null);
    }

    /// What the model has no field for, and words that it has no value for.
    private static Map<String, String> customFields(CsvTable.Row row) {
        Map<String, String> fields = new TreeMap<>();
        for (String column : List.of("Steuerklasse", "Krankenkasse")) {
            String text = row.cell(column).orNull();
            if (text != null) {
                fields.put(column, text);
            }
        }
        RivermarkWords.GENDER.unknown(row.cell("Geschlecht")).ifPresent(word -> fields.put("Geschlecht", word));
        RivermarkWords.EMPLOYMENT
                .unknown(row.cell("Beschäftigung"))
                .ifPresent(word -> fields.put("Beschäftigung", word));
        return fields;
    }
}
