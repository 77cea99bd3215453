package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A provider that declares whatever a test wants.
record SampleProvider(String id, Map<Resource, ResourceReading> readings) implements PayrollProvider {

    static final List<PageSign> SIGNS = List.of(
            PageSign.element(PageMeaning.SIGNED_OUT, "form#sign-in"), PageSign.element(PageMeaning.SIGNED_IN, "nav"));

    static SampleProvider named(String id) {
        return new SampleProvider(
                id,
                Map.of(
                        Resource.COMPANY,
                        ResourceReading.ofDocuments((visit, query) -> ReadResult.complete(List.of()))));
    }

    static ProviderDeclaration declare(
            String id, String country, List<Origin> origins, List<PageSign> signs, int lockOutThreshold) {
        return new ProviderDeclaration(
                id,
                "Sample Pay",
                country,
                origins,
                signs,
                StaticTexts.ofLines("Sign in"),
                new PoliteRate(2),
                lockOutThreshold,
                Duration.ofHours(1),
                DeviceTrust.NONE);
    }

    @Override
    public ProviderDeclaration declaration() {
        return declare(id, "GB", List.of(Origin.of("https://pay.example.com")), SIGNS, 3);
    }

    @Override
    public FormSignIn signIn() {
        return new FormSignIn("/sign-in", "#u", "#p", "#go", null, Duration.ofSeconds(5));
    }

    @Override
    public SessionProbe probe() {
        return SessionProbe.opening("/me");
    }
}
