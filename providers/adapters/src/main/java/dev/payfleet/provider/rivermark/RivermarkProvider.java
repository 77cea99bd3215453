package dev.payfleet.provider.rivermark;

import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.SignOut;
import java.util.Map;
import java.util.Optional;

/// Rivermark Lohn. What it shows stands in frames, which have addresses of their own, and in files: nine resources
/// are read by both tiers. It keeps no timesheets.
public final class RivermarkProvider implements PayrollProvider {

    private static final Map<Resource, ResourceReading> READINGS = Map.of(
            Resource.COMPANY, ResourceReading.ofDocuments(new CompanyReading()),
            Resource.EMPLOYEES, ResourceReading.ofDocuments(new EmployeesReading()),
            Resource.GROUPS, ResourceReading.ofDocuments(new CostCentresReading()),
            Resource.IDENTITY, ResourceReading.ofDocuments(new IdentityReading()),
            Resource.PAYRUNS, ResourceReading.ofDocuments(new PayrunsReading()),
            Resource.PAYSLIPS, ResourceReading.ofDocuments(new PayslipsReading()),
            Resource.TIME_OFF_ENTRIES, ResourceReading.ofDocuments(new TimeOffEntriesReading()),
            Resource.TIME_OFF_BALANCES, ResourceReading.ofDocuments(new TimeOffBalancesReading()),
            Resource.WORK_LOCATIONS, ResourceReading.ofDocuments(new BranchesReading()));

    /// For [java.util.ServiceLoader].
    public RivermarkProvider() {}

    @Override
    public ProviderDeclaration declaration() {
        return RivermarkDeclaration.DECLARATION;
    }

    @Override
    public FormSignIn signIn() {
        return RivermarkDeclaration.SIGN_IN;
    }

    /// The account holder's frame is the smallest that only a signed-in person sees.
    @Override
    public SessionProbe probe() {
        return SessionProbe.opening("/inhalt/konto");
    }

    /// The identity origin keeps no session of its own.
    @Override
    public Optional<SignOut> signOut() {
        return Optional.of(SignOut.opening("/abmelden"));
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return READINGS;
    }
}
