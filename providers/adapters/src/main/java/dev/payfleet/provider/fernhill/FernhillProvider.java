package dev.payfleet.provider.fernhill;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.SignOut;
import dev.payfleet.provider.StepSignIn;
import java.util.Map;
import java.util.Optional;

/// Fernhill Payroll. Its script only spares new pages: every address gives the whole page too, so that nine
/// resources are read by both tiers with the same code. It keeps no timesheets.
public final class FernhillProvider implements PayrollProvider {

    private static final Map<Resource, ResourceReading> READINGS = Map.of(
            Resource.COMPANY, ResourceReading.ofDocuments(new CompanyReading()),
            Resource.EMPLOYEES, ResourceReading.ofDocuments(new EmployeesReading()),
            Resource.GROUPS, ResourceReading.ofDocuments(new TeamsReading()),
            Resource.IDENTITY, ResourceReading.ofDocuments(new IdentityReading()),
            Resource.PAYRUNS, ResourceReading.ofDocuments(new PayrunsReading()),
            Resource.PAYSLIPS, ResourceReading.ofDocuments(new PayslipsReading()),
            Resource.TIME_OFF_ENTRIES, ResourceReading.ofDocuments(new TimeOffEntriesReading()),
            Resource.TIME_OFF_BALANCES, ResourceReading.ofDocuments(new TimeOffBalancesReading()),
            Resource.WORK_LOCATIONS, ResourceReading.ofDocuments(new PlacesReading()));

    /// For [java.util.ServiceLoader].
    public FernhillProvider() {}

    @Override
    public ProviderDeclaration declaration() {
        return FernhillDeclaration.DECLARATION;
    }

    @Override
    public StepSignIn signIn() {
        return FernhillDeclaration.SIGN_IN;
    }

    /// The account holder's page is the smallest that only a signed-in person sees.
    @Override
    public SessionProbe probe() {
        return SessionProbe.opening("/account");
    }

    @Override
    public Optional<SignOut> signOut() {
        return Optional.of(SignOut.opening("/logout"));
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return READINGS;
    }
}
