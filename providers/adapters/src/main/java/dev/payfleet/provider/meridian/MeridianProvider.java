package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ApiAccess;
import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.SignIn;
import dev.payfleet.provider.SignOut;
import java.util.Map;
import java.util.Optional;

/// Meridian Pay. What its pages show comes from an interface, which the HTTP tier reads; the pages themselves are
/// read where a browser is open anyhow, or when the interface has changed. Meridian knows requests for time off
/// but no balances: those are kept elsewhere.
public final class MeridianProvider implements PayrollProvider {

    private static final Map<Resource, ResourceReading> READINGS = Map.of(
            Resource.COMPANY, ResourceReading.of(CompanyReading::byHttp, CompanyReading::byPage),
            Resource.EMPLOYEES, ResourceReading.of(EmployeesByHttp::read, EmployeesByPage::read),
            Resource.GROUPS, ResourceReading.of(GroupsReading::byHttp, GroupsReading::byPage),
            Resource.IDENTITY, ResourceReading.of(IdentityReading::byHttp, IdentityReading::byPage),
            Resource.PAYRUNS, ResourceReading.of(PayrunsReading::byHttp, PayrunsReading::byPage),
            Resource.PAYSLIPS, ResourceReading.of(PayslipsByHttp::read, PayslipsByPage::read),
            Resource.TIMESHEETS, ResourceReading.of(TimesheetsReading::byHttp, TimesheetsReading::byPage),
            Resource.TIME_OFF_ENTRIES, ResourceReading.of(TimeOffReading::byHttp, TimeOffReading::byPage),
            Resource.WORK_LOCATIONS, ResourceReading.of(LocationsReading::byHttp, LocationsReading::byPage));

    /// For [java.util.ServiceLoader].
    public MeridianProvider() {}

    @Override
    public ProviderDeclaration declaration() {
        return MeridianDeclaration.DECLARATION;
    }

    @Override
    public SignIn signIn() {
        return MeridianDeclaration.SIGN_IN;
    }

    @Override
    public Optional<ApiAccess> api() {
        return Optional.of(MeridianDeclaration.API);
    }

    @Override
    public SessionProbe probe() {
        return new MeridianProbe();
    }

    @Override
    public Optional<SignOut> signOut() {
        return Optional.of(
                SignOut.sending(ApiRequest.postJson(SignOut.NAME, MeridianApi.PREFIX + "/auth/sign-out", Map.of())));
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return READINGS;
    }
}
