package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.payroll.PayrollRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What is refused when a provider is loaded, each with its reason.
class ProviderCheckTest {

    private static final Origin PAY = Origin.of("https://pay.example.com");
    private static final Origin ID = Origin.of("https://id.example.com");
    private static final Origin API = Origin.of("https://api.example.com");
    private static final FormSignIn FORM = new FormSignIn("/", "#u", "#p", "#go", null, Duration.ofSeconds(5));
    private static final ResourceReading NOTHING =
            ResourceReading.ofDocuments((visit, query) -> ReadResult.complete(List.<PayrollRecord>of()));

    @Test
    void an_origin_that_nothing_needs() {
        assertRefused(
                provider(List.of(PAY, ID), FORM, Optional.empty(), NOTHING),
                "it declares an origin that it does not need: https://id.example.com "
                        + "(neither sign-in, sign-out, API, storage nor any reading names it)");
    }

    @Test
    void an_origin_that_is_needed_and_not_declared() {
        assertRefused(
                provider(List.of(PAY), FORM.through(ID), Optional.empty(), NOTHING),
                "it needs an origin that it does not declare: https://id.example.com");
    }

    @Test
    void takes_origins_that_sign_in_api_storage_or_a_reading_names() {
        ApiAccess api =
                ApiAccess.bearer(API, "/v1", StoredValue.session("token").at(PAY));

        assertThat(ProviderCatalog.of(
                                List.of(provider(List.of(PAY, ID, API), FORM.through(ID), Optional.of(api), NOTHING)))
                        .refusals())
                .isEmpty();
        assertThat(ProviderCatalog.of(List.of(provider(List.of(PAY, ID), FORM, Optional.empty(), NOTHING.reaching(ID))))
                        .refusals())
                .isEmpty();
    }

    @Test
    void a_wildcard_and_whatever_else_cannot_be_made() {
        assertRefused(() -> Origin.of("https://*.example.com"), "origin must not hold a wildcard");
        assertRefused(() -> new PoliteRate(0), "requestsPerSecond must be more than 0 and at most 200");
        assertRefused(() -> declare(1, Duration.ofHours(1)), "lockOutThreshold must be from 2 to 100");
        assertRefused(() -> declare(101, Duration.ofHours(1)), "lockOutThreshold must be from 2 to 100");
        assertRefused(
                () -> declare(3, Duration.ofDays(91)), "sessionLifetime must be more than zero and at most 90 days");
        assertRefused(
                () -> new DeviceTrust(Duration.ofDays(401), java.util.Set.of(StoredValue.cookie("t"))),
                "trust lifetime must be from zero to 400 days");
        assertRefused(
                () -> {
                    throw new IllegalStateException("hush");
                },
                "it cannot be made: IllegalStateException");
    }

    @Test
    void takes_an_origin_that_the_sign_out_names() {
        SignOut elsewhere = SignOut.opening("https://id.example.com/logout");

        assertThat(ProviderCatalog.of(List.of(leaving(List.of(PAY, ID), Optional.of(elsewhere))))
                        .refusals())
                .isEmpty();
        assertRefused(
                leaving(List.of(PAY), Optional.of(elsewhere)),
                "it needs an origin that it does not declare: https://id.example.com");
    }

    @Test
    @SuppressWarnings("NullOptional")
    void a_sign_out_that_leads_nowhere() {
        assertRefused(() -> SignOut.opening("logout"), "sign-out must lead to a path or to an https address");
        assertRefused(
                () -> SignOut.sending(ApiRequest.get(SignOut.NAME, "http://pay.example.com/logout")),
                "sign-out must lead to a path or to an https address");
        assertRefused(leaving(List.of(PAY), null), "its sign-out is null: a site without one has Optional.empty()");
    }

    @Test
    void no_probe() {
        PayrollProvider provider = new Given(
                () -> declare(3, Duration.ofHours(1)), FORM, null, Map.of(Resource.COMPANY, NOTHING), Optional.empty());

        assertRefused(provider, "it has no session probe");
    }

    @Test
    void a_resource_that_cannot_be_read() {
        Map<Resource, ResourceReading> readings = new HashMap<>();
        readings.put(Resource.GROUPS, null);
        assertRefused(readings, "it declares a resource that it cannot read: groups");
        assertRefused(
                Map.of(Resource.PAYSLIPS, NOTHING),
                "it declares payslips and no payruns, by whose ids they are asked for");
    }

    @Test
    void the_others_go_on() {
        ProviderCatalog catalog = ProviderCatalog.of(List.of(
                new Given(
                        () -> {
                            throw new IllegalArgumentException("origin must not hold a wildcard");
                        },
                        FORM,
                        visit -> true,
                        Map.of(),
                        Optional.empty()),
                SampleProvider.named("pay")));

        assertThat(catalog.find("pay")).isPresent();
        assertThat(catalog.refusals())
                .containsExactly(new ProviderCatalog.Refusal(Given.class.getName(), "origin must not hold a wildcard"));
    }

    private static void assertRefused(Map<Resource, ResourceReading> readings, String reason) {
        assertRefused(
                new Given(() -> declare(3, Duration.ofHours(1)), FORM, visit -> true, readings, Optional.empty()),
                reason);
    }

    /// What an adapter's declaration makes on its way.
    private static void assertRefused(Runnable making, String reason) {
        assertRefused(
                new Given(
                        () -> {
                            making.run();
                            return declare(3, Duration.ofHours(1));
                        },
                        FORM,
                        visit -> true,
                        Map.of(Resource.COMPANY, NOTHING),
                        Optional.empty()),
                reason);
    }

    private static void assertRefused(PayrollProvider provider, String reason) {
        assertThat(ProviderCatalog.of(List.of(provider)).refusals())
                .extracting(ProviderCatalog.Refusal::reason)
                .containsExactly(reason);
    }

    private static PayrollProvider provider(
            List<Origin> origins, SignIn signIn, Optional<ApiAccess> api, ResourceReading reading) {
        return new Given(
                () -> SampleProvider.declare("pay", "GB", origins, SampleProvider.SIGNS, 3),
                signIn,
                visit -> true,
                Map.of(Resource.COMPANY, reading),
                api);
    }

    private static PayrollProvider leaving(List<Origin> origins, Optional<SignOut> signOut) {
        PayrollProvider provider = provider(origins, FORM, Optional.empty(), NOTHING);
        return new Leaving(provider, signOut);
    }

    private static ProviderDeclaration declare(int threshold, Duration session) {
        return new ProviderDeclaration(
                "pay",
                "Pay",
                "GB",
                List.of(PAY),
                SampleProvider.SIGNS,
                StaticTexts.ofLines("Sign in"),
                new PoliteRate(2),
                threshold,
                session,
                DeviceTrust.NONE);
    }

    /// A provider with a sign-out.
    private record Leaving(PayrollProvider provider, Optional<SignOut> signOut) implements PayrollProvider {
        @Override
        public ProviderDeclaration declaration() {
            return provider.declaration();
        }

        @Override
        public SignIn signIn() {
            return provider.signIn();
        }

        @Override
        public SessionProbe probe() {
            return provider.probe();
        }

        @Override
        public Map<Resource, ResourceReading> readings() {
            return provider.readings();
        }
    }

    /// A provider of given parts.
    private record Given(
            Supplier<ProviderDeclaration> declaring,
            SignIn signIn,
            SessionProbe probe,
            Map<Resource, ResourceReading> readings,
            Optional<ApiAccess> api)
            implements PayrollProvider {

        @Override
        public ProviderDeclaration declaration() {
            return declaring.get();
        }
    }
}
