package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.BankDetails;
import dev.payfleet.fixture.larkspur.EmploymentDetails;
import dev.payfleet.fixture.larkspur.PersonalDetails;
import dev.payfleet.fixture.larkspur.PostalAddress;
import dev.payfleet.fixture.larkspur.StaffMember;
import dev.payfleet.provider.RecordKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An employee as the contract has it: every field of its own, the bank account and the address.
/// Histories, groups and free fields are left to the adapter's own tests.
final class EmployeeTruth {
    private static final Map<String, String> STATUSES =
            Map.of("Active", "active", "On leave", "leave", "Leaver", "inactive", "Starter", "pending");
    private static final Map<String, String> COUNTRIES = Map.of("United Kingdom", "GB", "Ireland", "IE");
    private static final Map<String, String> GENDERS =
            Map.of("Male", "male", "Female", "female", "Prefer not to say", "not_specified");

    private static final Map<String, String> ETHNICITIES = Map.of(
            "Asian or Asian British", "asian",
            "Black or Black British", "black",
            "Mixed", "mixed",
            "White", "white",
            "Other", "other",
            "Prefer not to say", "not_specified");
    private static final Map<String, String> MARITAL_STATUSES = Map.of(
            "Single", "single",
            "Married", "married",
            "Civil partnership", "other",
            "Divorced", "divorced",
            "Widowed", "other",
            "Prefer not to say", "not_specified");
    private static final Map<String, String> CONTRACTS = Map.of(
            "Full time", "full_time", "Part time", "part_time", "Contractor", "contractor", "Apprentice", "other");

    private final JsonMapper json;
    private final Player player;

    EmployeeTruth(JsonMapper json, Player player) {
        this.json = json;
        this.player = player;
    }

    ObjectNode of(StaffMember member) {
        PersonalDetails personal = member.personal();
        EmploymentDetails employment = member.employment();
        ObjectNode node = json.createObjectNode()
                .put("id", player.id(RecordKind.EMPLOYEE, member.payrollId()))
                .put("remote_id", member.payrollId())
                .put("employee_number", member.payrollId())
                .put("display_full_name", personal.knownAs())
                .put("first_name", personal.firstName())
                .put("last_name", personal.lastName())
                .put("nationality", personal.nationality())
                .put("date_of_birth", personal.dateOfBirth().toString())
                .put("gender", mapped(GENDERS, personal.gender()))
                .put("ethnicity", mapped(ETHNICITIES, personal.ethnicity()))
                .put("marital_status", mapped(MARITAL_STATUSES, personal.maritalStatus()))
                .put("tax_id", personal.nationalInsuranceNumber())
                .put("personal_email", personal.email())
                .put("mobile_phone_number", personal.mobile())
                .put("job_title", employment.jobTitle())
                .put("work_email", employment.workEmail())
                .put("employment_status", mapped(STATUSES, employment.status()))
                .put("employment_type", mapped(CONTRACTS, employment.contract()))
                .put("remote_created_at", employment.addedOn().toString())
                .put("start_date", employment.startDate().toString())
                .put("termination_date", text(employment.leavingDate()));
        node.set("bank_account", bank(member.bank()));
        node.set("home_location", address(member.home()));
        return node;
    }

    private @Nullable ObjectNode bank(@Nullable BankDetails bank) {
        return bank == null
                ? null
                : json.createObjectNode()
                        .put("account_number", bank.accountNumber())
                        .put("bank_name", bank.bank())
                        .put("bic", bank.bic())
                        .put("holder_name", bank.holder())
                        .put("iban", bank.iban());
    }

    private ObjectNode address(PostalAddress address) {
        return json.createObjectNode()
                .put("street_address", address.street())
                .put("locality", address.town())
                .put("administrative_area", address.county())
                .put("country", mapped(COUNTRIES, address.country()))
                .put("post_code", address.postcode());
    }

    private static @Nullable String mapped(Map<String, String> words, @Nullable String word) {
        return word == null ? null : words.get(word);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
