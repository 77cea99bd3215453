package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Currency;
import dev.payfleet.payroll.EmploymentStatus;
import dev.payfleet.payroll.EmploymentType;
import dev.payfleet.payroll.Ethnicity;
import dev.payfleet.payroll.Gender;
import dev.payfleet.payroll.GroupType;
import dev.payfleet.payroll.MaritalStatus;
import dev.payfleet.payroll.PayFrequency;
import dev.payfleet.payroll.PayrunState;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.payroll.PolicyType;
import dev.payfleet.payroll.TimeOffStatus;
import dev.payfleet.payroll.TimeOffUnit;
import dev.payfleet.provider.reading.Words;
import java.util.Map;

/// Fernhill's words for the values of the model.
final class FernhillWords {

    static final Words<String> COUNTRY = Words.of(Map.of("Canada", "CA", "United States", "US"));

    /// The provinces and territories, each as it is called in English or, for Québec, by itself; of the states only
    /// those across the border that the site spells out.
    static final Words<String> PROVINCE = Words.of(Map.ofEntries(
            Map.entry("Alberta", "AB"),
            Map.entry("British Columbia", "BC"),
            Map.entry("Manitoba", "MB"),
            Map.entry("New Brunswick", "NB"),
            Map.entry("Newfoundland and Labrador", "NL"),
            Map.entry("Northwest Territories", "NT"),
            Map.entry("Nova Scotia", "NS"),
            Map.entry("Nunavut", "NU"),
            Map.entry("Ontario", "ON"),
            Map.entry("Prince Edward Island", "PE"),
            Map.entry("Québec", "QC"),
            Map.entry("Saskatchewan", "SK"),
            Map.entry("Yukon", "YT"),
            Map.entry("Maine", "ME")));

    static final Words<Boolean> YES_NO = Words.of(Map.of("Yes", true, "No", false));

    static final Words<Currency> CURRENCY = Words.of(Map.of("CAD", Currency.CAD));

    static final Words<EmploymentStatus> STATUS = Words.of(Map.of(
            "Active", EmploymentStatus.ACTIVE,
            "On leave", EmploymentStatus.LEAVE,
            "Terminated", EmploymentStatus.INACTIVE,
            "Starting soon", EmploymentStatus.PENDING));

    static final Words<EmploymentType> EMPLOYMENT = Words.of(Map.of(
            "Permanent full-time", EmploymentType.FULL_TIME,
            "Permanent part-time", EmploymentType.PART_TIME,
            "Contract", EmploymentType.CONTRACTOR,
            "Seasonal", EmploymentType.OTHER));

    static final Words<PayFrequency> SCHEDULE = Words.of(Map.of(
            "Weekly", PayFrequency.WEEKLY,
            "Every two weeks", PayFrequency.BIWEEKLY,
            "Twice a month", PayFrequency.SEMIMONTHLY,
            "Monthly", PayFrequency.MONTHLY));

    static final Words<String> BASIS = Words.of(Map.of("per year", "year", "per hour", "hour"));

    static final Words<Gender> GENDER =
            Words.of(Map.of("Woman", Gender.FEMALE, "Man", Gender.MALE, "Prefer not to answer", Gender.NOT_SPECIFIED));

    static final Words<Ethnicity> POPULATION_GROUP = Words.of(Map.of(
            "South Asian", Ethnicity.ASIAN,
            "Chinese", Ethnicity.ASIAN,
            "Black", Ethnicity.BLACK,
            "Latin American", Ethnicity.HISPANIC,
            "White", Ethnicity.WHITE,
            "Indigenous", Ethnicity.OTHER,
            "Mixed", Ethnicity.MIXED,
            "Prefer not to answer", Ethnicity.NOT_SPECIFIED));

    static final Words<MaritalStatus> MARITAL_STATUS = Words.of(Map.of(
            "Single", MaritalStatus.SINGLE,
            "Married", MaritalStatus.MARRIED,
            "Common-law", MaritalStatus.OTHER,
            "Separated", MaritalStatus.OTHER,
            "Divorced", MaritalStatus.DIVORCED,
            "Widowed", MaritalStatus.OTHER,
            "Prefer not to answer", MaritalStatus.NOT_SPECIFIED));

    static final Words<GroupType> TEAM_KIND = Words.of(Map.of(
            "Department", GroupType.DEPARTMENT,
            "Crew", GroupType.TEAM,
            "Cost centre", GroupType.COST_CENTRE,
            "Pay group", GroupType.PAY_GROUP));

    static final Words<PayrunType> RUN_KIND = Words.of(Map.of(
            "Regular", PayrunType.REGULAR,
            "Bonus", PayrunType.ONE_TIME,
            "Off-cycle", PayrunType.OFF_CYCLE,
            "Adjustment", PayrunType.CORRECTION,
            "Reversal", PayrunType.REVERSAL));

    /// A draft is a run that may still be thrown away: it is neither paid nor sure to be.
    static final Words<PayrunState> RUN_STATE =
            Words.of(Map.of("Paid", PayrunState.PAID, "Scheduled", PayrunState.PENDING));

    /// Banked time is no kind of leave that the model knows.
    static final Words<PolicyType> CATEGORY = Words.of(Map.of(
            "Vacation", PolicyType.VACATION,
            "Illness", PolicyType.SICK,
            "Public holiday", PolicyType.HOLIDAY,
            "Bereavement", PolicyType.BEREAVEMENT,
            "Court", PolicyType.JURY_DUTY,
            "Personal", PolicyType.PERSONAL,
            "Volunteering", PolicyType.VOLUNTEER));

    static final Words<TimeOffUnit> UNIT = Words.of(Map.of("days", TimeOffUnit.DAYS, "hours", TimeOffUnit.HOURS));

    static final Words<TimeOffStatus> REQUEST_STATUS = Words.of(Map.of(
            "Approved", TimeOffStatus.APPROVED,
            "Waiting", TimeOffStatus.PENDING,
            "Turned down", TimeOffStatus.REJECTED));

    private FernhillWords() {}
}
