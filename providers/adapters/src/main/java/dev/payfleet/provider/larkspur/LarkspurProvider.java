package dev.payfleet.provider.larkspur;

import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.SignOut;
import java.util.Map;
import java.util.Optional;

/// Larkspur Payroll. Every page comes whole from the server, so that all ten resources are read by both tiers with
/// the same code.
public final class LarkspurProvider implements PayrollProvider {

    private static final Map<Resource, ResourceReading> READINGS = Map.of(
            Resource.COMPANY, ResourceReading.ofDocuments(new CompanyReading()),
            Resource.EMPLOYEES, ResourceReading.ofDocuments(new EmployeesReading()),
            Resource.GROUPS, ResourceReading.ofDocuments(new GroupsReading()),
            Resource.IDENTITY, ResourceReading.ofDocuments(new IdentityReading()),
            Resource.PAYRUNS, ResourceReading.ofDocuments(new PayrunsReading()),
            Resource.PAYSLIPS, ResourceReading.ofDocuments(new PayslipsReading()),
            Resource.TIMESHEETS, ResourceReading.ofDocuments(new TimesheetsReading()),
            Resource.TIME_OFF_ENTRIES, ResourceReading.ofDocuments(new TimeOffEntriesReading()),
            Resource.TIME_OFF_BALANCES, ResourceReading.ofDocuments(new TimeOffBalancesReading()),
            Resource.WORK_LOCATIONS, ResourceReading.ofDocuments(new LocationsReading()));

    /// For [java.util.ServiceLoader].
    public LarkspurProvider() {}

    @Override
    public ProviderDeclaration declaration() {
        return LarkspurDeclaration.DECLARATION;
    }

    @Override
    public FormSignIn signIn() {
        return LarkspurDeclaration.SIGN_IN;
    }

    /// The profile is the smallest page that only a signed-in person sees.
    @Override
    public SessionProbe probe() {
        return SessionProbe.opening("/profile");
    }

    @Override
    public Optional<SignOut> signOut() {
        return Optional.of(SignOut.opening("/sign-out"));
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return READINGS;
    }
}
