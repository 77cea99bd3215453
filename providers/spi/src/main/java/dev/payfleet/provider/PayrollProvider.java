package dev.payfleet.provider;

import java.util.Map;
import java.util.Optional;

/// One payroll provider, as its adapter describes it. Found by [java.util.ServiceLoader]; implementations have a
/// public no-argument constructor, hold no state of a visit and are called from many threads.
public interface PayrollProvider {

    /// What this provider is and what its adapter may touch. The same value at every call.
    ProviderDeclaration declaration();

    /// How a person signs in. The fleet types the credential, the adapter never sees it.
    SignIn signIn();

    /// How to learn cheaply whether a stored session still serves.
    SessionProbe probe();

    /// What can be read, and by which tier. A resource that is absent is answered `resource_not_offered`.
    Map<Resource, ResourceReading> readings();

    /// How the person's session is ended at the site when the person leaves; empty where the site has no sign-out.
    default Optional<SignOut> signOut() {
        return Optional.empty();
    }

    /// How requests to the site's API are authorized; empty where cookies are enough, or there is no API.
    default Optional<ApiAccess> api() {
        return Optional.empty();
    }
}
