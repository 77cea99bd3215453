package dev.payfleet.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds an [Employee] field by field; see there for what each means. Not for several threads.
public final class EmployeeBuilder {

    private @Nullable UUID id;
    private @Nullable String remoteId;
    private @Nullable String employeeNumber;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String displayFullName;
    private @Nullable String nationality;
    private @Nullable String jobTitle;
    private @Nullable String workEmail;
    private @Nullable String personalEmail;
    private @Nullable String mobilePhoneNumber;
    private @Nullable String taxId;
    private @Nullable Gender gender;
    private @Nullable Ethnicity ethnicity;
    private @Nullable MaritalStatus maritalStatus;
    private @Nullable LocalDate dateOfBirth;
    private @Nullable EmploymentStatus employmentStatus;
    private @Nullable EmploymentType employmentType;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate remoteCreatedAt;
    private @Nullable LocalDate terminationDate;
    private @Nullable String avatar;
    private @Nullable Address homeLocation;
    private @Nullable Location workLocation;
    private @Nullable Manager manager;
    private @Nullable BankAccount bankAccount;
    private @Nullable List<EmploymentHistory> employmentHistory;
    private @Nullable List<CompensationHistory> compensationHistory;
    private @Nullable Map<String, String> customFields;
    private @Nullable List<Group> groups;
    private @Nullable List<Dependent> dependents;
    private @Nullable List<EmergencyContact> emergencyContacts;

    EmployeeBuilder() {}

    public EmployeeBuilder id(UUID id) {
        this.id = id;
        return this;
    }

    public EmployeeBuilder remoteId(String remoteId) {
        this.remoteId = remoteId;
        return this;
    }

    public EmployeeBuilder employeeNumber(@Nullable String employeeNumber) {
        this.employeeNumber = employeeNumber;
        return this;
    }

    public EmployeeBuilder firstName(String firstName) {
        this.firstName = firstName;
        return this;
    }

    public EmployeeBuilder lastName(String lastName) {
        this.lastName = lastName;
        return this;
    }

    public EmployeeBuilder displayFullName(@Nullable String displayFullName) {
        this.displayFullName = displayFullName;
        return this;
    }

    public EmployeeBuilder nationality(@Nullable String nationality) {
        this.nationality = nationality;
        return this;
    }

    public EmployeeBuilder jobTitle(@Nullable String jobTitle) {
        this.jobTitle = jobTitle;
        return this;
    }

    public EmployeeBuilder workEmail(@Nullable String workEmail) {
        this.workEmail = workEmail;
        return this;
    }

    public EmployeeBuilder personalEmail(@Nullable String personalEmail) {
        this.personalEmail = personalEmail;
        return this;
    }

    public EmployeeBuilder mobilePhoneNumber(@Nullable String mobilePhoneNumber) {
        this.mobilePhoneNumber = mobilePhoneNumber;
        return this;
    }

    public EmployeeBuilder taxId(@Nullable String taxId) {
        this.taxId = taxId;
        return this;
    }

    public EmployeeBuilder gender(@Nullable Gender gender) {
        this.gender = gender;
        return this;
    }

    public EmployeeBuilder ethnicity(@Nullable Ethnicity ethnicity) {
        this.ethnicity = ethnicity;
        return this;
    }

    public EmployeeBuilder maritalStatus(@Nullable MaritalStatus maritalStatus) {
        this.maritalStatus = maritalStatus;
        return this;
    }

    public EmployeeBuilder dateOfBirth(@Nullable LocalDate dateOfBirth) {
        this.dateOfBirth = dateOfBirth;
        return this;
    }

    public EmployeeBuilder employmentStatus(@Nullable EmploymentStatus employmentStatus) {
        this.employmentStatus = employmentStatus;
        return this;
    }

    public EmployeeBuilder employmentType(@Nullable EmploymentType employmentType) {
        this.employmentType = employmentType;
        return this;
    }

    public EmployeeBuilder startDate(@Nullable LocalDate startDate) {
        this.startDate = startDate;
        return this;
    }

    public EmployeeBuilder remoteCreatedAt(@Nullable LocalDate remoteCreatedAt) {
        this.remoteCreatedAt = remoteCreatedAt;
        return this;
    }

    public EmployeeBuilder terminationDate(@Nullable LocalDate terminationDate) {
        this.terminationDate = terminationDate;
        return this;
    }

    public EmployeeBuilder avatar(@Nullable String avatar) {
        this.avatar = avatar;
        return this;
    }

    public EmployeeBuilder homeLocation(@Nullable Address homeLocation) {
        this.homeLocation = homeLocation;
        return this;
    }

    public EmployeeBuilder workLocation(@Nullable Location workLocation) {
        this.workLocation = workLocation;
        return this;
    }

    public EmployeeBuilder manager(@Nullable Manager manager) {
        this.manager = manager;
        return this;
    }

    public EmployeeBuilder bankAccount(@Nullable BankAccount bankAccount) {
        this.bankAccount = bankAccount;
        return this;
    }

    public EmployeeBuilder employmentHistory(@Nullable List<EmploymentHistory> employmentHistory) {
        this.employmentHistory = employmentHistory;
        return this;
    }

    public EmployeeBuilder compensationHistory(@Nullable List<CompensationHistory> compensationHistory) {
        this.compensationHistory = compensationHistory;
        return this;
    }

    public EmployeeBuilder customFields(@Nullable Map<String, String> customFields) {
        this.customFields = customFields;
        return this;
    }

    public EmployeeBuilder groups(@Nullable List<Group> groups) {
        this.groups = groups;
        return this;
    }

    public EmployeeBuilder dependents(@Nullable List<Dependent> dependents) {
        this.dependents = dependents;
        return this;
    }

    public EmployeeBuilder emergencyContacts(@Nullable List<EmergencyContact> emergencyContacts) {
        this.emergencyContacts = emergencyContacts;
        return this;
    }

    /// Throws [IllegalArgumentException] where a field is missing that is never null, named in the message.
    public Employee build() {
        return new Employee(
                Field.required(id, "Employee", "id"),
                Field.required(remoteId, "Employee", "remoteId"),
                employeeNumber,
                Field.required(firstName, "Employee", "firstName"),
                Field.required(lastName, "Employee", "lastName"),
                displayFullName,
                nationality,
                jobTitle,
                workEmail,
                personalEmail,
                mobilePhoneNumber,
                taxId,
                gender,
                ethnicity,
                maritalStatus,
                dateOfBirth,
                employmentStatus,
                employmentType,
                startDate,
                remoteCreatedAt,
                terminationDate,
                avatar,
                homeLocation,
                workLocation,
                manager,
                bankAccount,
                employmentHistory,
                compensationHistory,
                customFields,
                groups,
                dependents,
                emergencyContacts);
    }
}
