package dev.payfleet.provider.larkspur;

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

/// Larkspur's words for the values of the model.
final class LarkspurWords {

    static final Words<String> COUNTRY = Words.of(Map.of("United Kingdom", "GB", "Ireland", "IE"));

    static final Words<Boolean> YES_NO = Words.of(Map.of("Yes", true, "No", false));

    static final Words<Boolean> PAID_BY_EMPLOYER = Words.of(Map.of("Employer", true, "Employee", false));

    static final Words<Currency> CURRENCY = Words.of(Map.of("GBP", Currency.GBP));

    static final Words<EmploymentStatus> STATUS = Words.of(Map.of(
            "Active", EmploymentStatus.ACTIVE,
            "On leave", EmploymentStatus.LEAVE,
            "Leaver", EmploymentStatus.INACTIVE,
            "Starter", EmploymentStatus.PENDING));

    static final Words<EmploymentType> CONTRACT = Words.of(Map.of(
            "Full time", EmploymentType.FULL_TIME,
            "Part time", EmploymentType.PART_TIME,
            "Contractor", EmploymentType.CONTRACTOR,
            "Apprentice", EmploymentType.OTHER));

    static final Words<PayFrequency> PAID = Words.of(Map.of(
            "Weekly", PayFrequency.WEEKLY,
            "Fortnightly", PayFrequency.BIWEEKLY,
            "Monthly", PayFrequency.MONTHLY));

    static final Words<Gender> GENDER =
            Words.of(Map.of("Male", Gender.MALE, "Female", Gender.FEMALE, "Prefer not to say", Gender.NOT_SPECIFIED));

    static final Words<Ethnicity> ETHNICITY = Words.of(Map.of(
            "Asian or Asian British", Ethnicity.ASIAN,
            "Black or Black British", Ethnicity.BLACK,
            "Mixed", Ethnicity.MIXED,
            "White", Ethnicity.WHITE,
            "Other", Ethnicity.OTHER,
            "Prefer not to say", Ethnicity.NOT_SPECIFIED));

    static final Words<MaritalStatus> MARITAL_STATUS = Words.of(Map.of(
            "Single", MaritalStatus.SINGLE,
            "Married", MaritalStatus.MARRIED,
            "Civil partnership", MaritalStatus.OTHER,
            "Divorced", MaritalStatus.DIVORCED,
            "Widowed", MaritalStatus.OTHER,
            "Prefer not to say", MaritalStatus.NOT_SPECIFIED));

    static final Words<GroupType> GROUP_TYPE = Words.of(Map.of(
            "Department", GroupType.DEPARTMENT,
            "Team", GroupType.TEAM,
            "Cost centre", GroupType.COST_CENTRE,
            "Pay group", GroupType.PAY_GROUP));

    static final Words<PayrunType> PAYRUN_TYPE = Words.of(Map.of(
            "Regular", PayrunType.REGULAR,
            "One-off", PayrunType.ONE_TIME,
            "Supplementary", PayrunType.OFF_CYCLE,
            "Correction", PayrunType.CORRECTION,
            "Reversal", PayrunType.REVERSAL));

    static final Words<PayrunState> PAYRUN_STATE =
            Words.of(Map.of("Paid", PayrunState.PAID, "Pending", PayrunState.PENDING));

    /// Time off in lieu is no kind of leave the model knows.
    static final Words<PolicyType> CATEGORY = Words.of(Map.of(
            "Holiday", PolicyType.HOLIDAY,
            "Annual leave", PolicyType.VACATION,
            "Sickness", PolicyType.SICK,
            "Bereavement", PolicyType.BEREAVEMENT,
            "Jury service", PolicyType.JURY_DUTY,
            "Volunteering", PolicyType.VOLUNTEER,
            "Personal", PolicyType.PERSONAL));

    static final Words<TimeOffUnit> UNIT = Words.of(Map.of("Days", TimeOffUnit.DAYS, "Hours", TimeOffUnit.HOURS));

    static final Words<TimeOffStatus> TIME_OFF_STATUS = Words.of(Map.of(
            "Approved", TimeOffStatus.APPROVED,
            "Awaiting approval", TimeOffStatus.PENDING,
            "Declined", TimeOffStatus.REJECTED));

    private LarkspurWords() {}
}
