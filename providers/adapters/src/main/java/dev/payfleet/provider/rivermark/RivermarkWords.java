package dev.payfleet.provider.rivermark;

import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.EmploymentType;
import dev.payfleet.payroll.Gender;
import dev.payfleet.payroll.MaritalStatus;
import dev.payfleet.payroll.PayrunState;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.payroll.PolicyType;
import dev.payfleet.payroll.TimeOffStatus;
import dev.payfleet.provider.reading.Words;
import java.util.Map;

/// Rivermark's words for the values of the model. What is missing has none there: "divers", "Werkstudent" and
/// "Bildungsurlaub".
final class RivermarkWords {

    static final Words<String> COUNTRY = Words.of(Map.of("Deutschland", "DE", "Österreich", "AT", "Schweiz", "CH"));
    static final Words<Currency> CURRENCY = Words.of(Map.of("EUR", Currency.EUR));
    static final Words<PayrunState> RUN_STATE =
            Words.of(Map.of("ausgezahlt", PayrunState.PAID, "geplant", PayrunState.PENDING));
    static final Words<PayrunType> RUN_KIND = Words.of(Map.of(
            "Monatsabrechnung", PayrunType.REGULAR,
            "Sonderzahlung", PayrunType.ONE_TIME,
            "Korrektur", PayrunType.CORRECTION));
    static final Words<EmploymentStatus> STATUS = Words.of(Map.of(
            "aktiv", EmploymentStatus.ACTIVE,
            "ruhend", EmploymentStatus.LEAVE,
            "ausgetreten", EmploymentStatus.INACTIVE,
            "künftig", EmploymentStatus.PENDING));
    static final Words<EmploymentType> EMPLOYMENT = Words.of(Map.of(
            "Vollzeit", EmploymentType.FULL_TIME,
            "Teilzeit", EmploymentType.PART_TIME,
            "Minijob", EmploymentType.OTHER));
    static final Words<Gender> GENDER = Words.of(Map.of("weiblich", Gender.FEMALE, "männlich", Gender.MALE));
    static final Words<MaritalStatus> MARITAL = Words.of(Map.of(
            "ledig", MaritalStatus.SINGLE,
            "verheiratet", MaritalStatus.MARRIED,
            "geschieden", MaritalStatus.DIVORCED,
            "verwitwet", MaritalStatus.OTHER,
            "eingetragene Lebenspartnerschaft", MaritalStatus.OTHER));
    static final Words<String> PERIOD = Words.of(Map.of("Monat", "month", "Stunde", "hour"));

    /// By the keys that the files carry beside the names.
    static final Words<PolicyType> POLICY =
            Words.of(Map.of("URL", PolicyType.VACATION, "KRA", PolicyType.SICK, "SON", PolicyType.PERSONAL));
    static final Words<TimeOffStatus> TIME_OFF_STATUS = Words.of(Map.of(
            "genehmigt", TimeOffStatus.APPROVED,
            "offen", TimeOffStatus.PENDING,
            "abgelehnt", TimeOffStatus.REJECTED));

    private RivermarkWords() {}
}
