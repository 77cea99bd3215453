package dev.payfleet.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person on the payroll.
///
/// @param id our id of the employee
/// @param remoteId the provider's id
/// @param employeeNumber number of the employee at the employer
/// @param firstName first name
/// @param lastName last name
/// @param displayFullName name as the provider shows it
/// @param nationality in the words of the provider
/// @param jobTitle title of the position
/// @param workEmail work e-mail address
/// @param personalEmail private e-mail address
/// @param mobilePhoneNumber phone number
/// @param taxId the person's tax number
/// @param gender gender, where given
/// @param ethnicity ethnicity, where given
/// @param maritalStatus marital status, where given
/// @param dateOfBirth date of birth
/// @param employmentStatus where the person stands with the employer
/// @param employmentType the kind of employment
/// @param startDate first day of employment
/// @param remoteCreatedAt day the provider recorded the person
/// @param terminationDate last day of employment
/// @param avatar address of a picture
/// @param homeLocation where the person lives
/// @param workLocation where the person works
/// @param manager whom the person reports to
/// @param bankAccount where the person is paid
/// @param employmentHistory positions held
/// @param compensationHistory rates of pay
/// @param customFields what the provider says and no other field holds, by its name
/// @param groups groups the person belongs to
/// @param dependents persons who depend on the employee
/// @param emergencyContacts whom to call
public record Employee(
        UUID id,
        String remoteId,
        @Nullable String employeeNumber,
        String firstName,
        String lastName,
        @Nullable String displayFullName,
        @Nullable String nationality,
        @Nullable String jobTitle,
        @Nullable String workEmail,
        @Nullable String personalEmail,
        @Nullable String mobilePhoneNumber,
        @Nullable String taxId,
        @Nullable Gender gender,
        @Nullable Ethnicity ethnicity,
        @Nullable MaritalStatus maritalStatus,
        @Nullable LocalDate dateOfBirth,
        @Nullable EmploymentStatus employmentStatus,
        @Nullable EmploymentType employmentType,
        @Nullable LocalDate startDate,
        @Nullable LocalDate remoteCreatedAt,
        @Nullable LocalDate terminationDate,
        @Nullable String avatar,
        @Nullable Address homeLocation,
        @Nullable Location workLocation,
        @Nullable Manager manager,
        @Nullable BankAccount bankAccount,
        @Nullable List<EmploymentHistory> employmentHistory,
        @Nullable List<CompensationHistory> compensationHistory,
        @Nullable Map<String, String> customFields,
        @Nullable List<Group> groups,
        @Nullable List<Dependent> dependents,
        @Nullable List<EmergencyContact> emergencyContacts)
        implements PayrollRecord {

    public Employee {
        Field.required(id, "Employee", "id");
        Field.required(remoteId, "Employee", "remoteId");
        Field.required(firstName, "Employee", "firstName");
        Field.required(lastName, "Employee", "lastName");
        employmentHistory = employmentHistory == null ? null : List.copyOf(employmentHistory);
        compensationHistory = compensationHistory == null ? null : List.copyOf(compensationHistory);
        customFields = customFields == null ? null : Map.copyOf(customFields);
        groups = groups == null ? null : List.copyOf(groups);
        dependents = dependents == null ? null : List.copyOf(dependents);
        emergencyContacts = emergencyContacts == null ? null : List.copyOf(emergencyContacts);
    }

    /// Sets the fields by name; what is not set is null.
    public static EmployeeBuilder builder() {
        return new EmployeeBuilder();
    }

    /// Names the record alone: its values are a person's.
    @Override
    public String toString() {
        return "Employee[<redacted>]";
    }
}
