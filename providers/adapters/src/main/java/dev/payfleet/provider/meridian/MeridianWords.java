package dev.payfleet.provider.meridian;

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
import dev.payfleet.provider.reading.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Meridian's words for the values of the model: first the interface's code, then what a page says for it. No word
/// means one thing here and another there, so that one list serves for both.
final class MeridianWords {

    static final Words<String> COUNTRY =
            words(Map.of(List.of("US", "United States"), "US", List.of("CA", "Canada"), "CA"));

    static final Words<Boolean> YES_NO = words(Map.of(List.of("true", "Yes"), true, List.of("false", "No"), false));

    static final Words<Boolean> PAID_BY_EMPLOYER =
            words(Map.of(List.of("employer", "Company"), true, List.of("employee", "You"), false));

    static final Words<Currency> CURRENCY = words(Map.of(List.of("USD"), Currency.USD));

    static final Words<EmploymentStatus> STATUS = words(Map.of(
            List.of("active"), EmploymentStatus.ACTIVE,
            List.of("on_leave", "On leave"), EmploymentStatus.LEAVE,
            List.of("terminated"), EmploymentStatus.INACTIVE,
            List.of("onboarding"), EmploymentStatus.PENDING));

    static final Words<EmploymentType> EMPLOYMENT = words(Map.of(
            List.of("full_time", "Full-time"), EmploymentType.FULL_TIME,
            List.of("part_time", "Part-time"), EmploymentType.PART_TIME,
            List.of("contractor_1099", "Contractor (1099)"), EmploymentType.CONTRACTOR,
            List.of("seasonal"), EmploymentType.OTHER));

    static final Words<PayFrequency> SCHEDULE = words(Map.of(
            List.of("weekly", "Every week"), PayFrequency.WEEKLY,
            List.of("biweekly", "Every other week"), PayFrequency.BIWEEKLY,
            List.of("semimonthly", "Twice a month"), PayFrequency.SEMIMONTHLY,
            List.of("monthly", "Once a month"), PayFrequency.MONTHLY,
            List.of("quarterly", "Once a quarter"), PayFrequency.OTHER));

    static final Words<String> PAY_PERIOD =
            words(Map.of(List.of("year", "per year"), "year", List.of("hour", "per hour"), "hour"));

    /// Non-binary is no gender that the model knows.
    static final Words<Gender> GENDER = words(Map.of(
            List.of("male"), Gender.MALE,
            List.of("female"), Gender.FEMALE,
            List.of("undisclosed", "Prefer not to say"), Gender.NOT_SPECIFIED));

    static final Words<Ethnicity> ETHNICITY = words(Map.of(
            List.of("asian"), Ethnicity.ASIAN,
            List.of("black_or_african_american", "Black or African American"), Ethnicity.BLACK,
            List.of("hispanic_or_latino", "Hispanic or Latino"), Ethnicity.HISPANIC,
            List.of("white"), Ethnicity.WHITE,
            List.of("two_or_more_races", "Two or more races"), Ethnicity.MIXED,
            List.of("american_indian_or_alaska_native", "American Indian or Alaska Native"), Ethnicity.OTHER,
            List.of("undisclosed", "Prefer not to say"), Ethnicity.NOT_SPECIFIED));

    static final Words<MaritalStatus> MARITAL_STATUS = words(Map.of(
            List.of("single"), MaritalStatus.SINGLE,
            List.of("married"), MaritalStatus.MARRIED,
            List.of("domestic_partnership", "Domestic partnership"), MaritalStatus.OTHER,
            List.of("divorced"), MaritalStatus.DIVORCED,
            List.of("widowed"), MaritalStatus.OTHER));

    /// Words that the model does not know, as they are kept, whichever face of the site said them.
    static final Words<String> KEPT = words(Map.of(List.of("nonbinary", "Non-binary"), "Non-binary"));

    static final Words<GroupType> GROUP = words(Map.of(
            List.of("department"), GroupType.DEPARTMENT,
            List.of("team"), GroupType.TEAM,
            List.of("cost_center", "Cost center"), GroupType.COST_CENTRE,
            List.of("pay_group", "Pay group"), GroupType.PAY_GROUP));

    static final Words<String> WORKSITE =
            words(Map.of(List.of("office"), "office", List.of("warehouse"), "warehouse", List.of("remote"), "remote"));

    static final Words<PayrunType> PAYRUN_TYPE = words(Map.of(
            List.of("regular", "Regular payroll"), PayrunType.REGULAR,
            List.of("bonus"), PayrunType.ONE_TIME,
            List.of("off_cycle", "Off-cycle"), PayrunType.OFF_CYCLE,
            List.of("correction"), PayrunType.CORRECTION,
            List.of("reversal"), PayrunType.REVERSAL));

    static final Words<PayrunState> PAYRUN_STATE =
            words(Map.of(List.of("paid"), PayrunState.PAID, List.of("approved", "Scheduled"), PayrunState.PENDING));

    /// Comp time is no kind of leave the model knows.
    static final Words<PolicyType> POLICY = words(Map.of(
            List.of("vacation"), PolicyType.VACATION,
            List.of("sick"), PolicyType.SICK,
            List.of("holiday"), PolicyType.HOLIDAY,
            List.of("bereavement"), PolicyType.BEREAVEMENT,
            List.of("jury_duty", "Jury duty"), PolicyType.JURY_DUTY,
            List.of("personal"), PolicyType.PERSONAL,
            List.of("volunteer"), PolicyType.VOLUNTEER));

    /// A request that was taken back was neither approved nor rejected.
    static final Words<TimeOffStatus> REQUEST = words(Map.of(
            List.of("approved"), TimeOffStatus.APPROVED,
            List.of("pending", "Needs approval"), TimeOffStatus.PENDING,
            List.of("denied", "Declined"), TimeOffStatus.REJECTED));

    private MeridianWords() {}

    private static <E> Words<E> words(Map<List<String>, E> meanings) {
        Map<String, E> each = new HashMap<>();
        meanings.forEach((words, value) -> words.forEach(word -> each.put(word, value)));
        return Words.of(each);
    }
}
