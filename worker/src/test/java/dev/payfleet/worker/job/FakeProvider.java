package dev.payfleet.worker.job;

import dev.payfleet.payroll.Identity;
import dev.payfleet.payroll.Payrun;
import dev.payfleet.payroll.PayrunState;
import dev.payfleet.payroll.PayrunType;
import dev.payfleet.provider.DeviceTrust;
import dev.payfleet.provider.FormSignIn;
import dev.payfleet.provider.Origin;
import dev.payfleet.provider.PageMeaning;
import dev.payfleet.provider.PageSign;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.PoliteRate;
import dev.payfleet.provider.ProviderDeclaration;
import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceReading;
import dev.payfleet.provider.SessionProbe;
import dev.payfleet.provider.StaticTexts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A provider with identity and pay runs by both tiers, and groups by page alone. Nothing else is offered.
final class FakeProvider implements PayrollProvider {
    static final String ID = "fake";
    static final LocalDate PAID = LocalDate.of(2026, 10, 30);

    @Override
    public ProviderDeclaration declaration() {
        return new ProviderDeclaration(
                ID,
                "Fake Payroll",
                "GB",
                List.of(Origin.of("https://fake.example")),
                List.of(
                        PageSign.element(PageMeaning.SIGNED_IN, "nav"),
                        PageSign.element(PageMeaning.SIGNED_OUT, "form")),
                StaticTexts.ofLines("Sign in"),
                new PoliteRate(10),
                3,
                Duration.ofMinutes(30),
                DeviceTrust.NONE);
    }

    @Override
    public FormSignIn signIn() {
        return new FormSignIn("/sign-in", "#user", "#password", "button", null, Duration.ofSeconds(10));
    }

    @Override
    public SessionProbe probe() {
        return visit -> true;
    }

    @Override
    public Map<Resource, ResourceReading> readings() {
        return Map.of(
                Resource.IDENTITY, ResourceReading.ofDocuments((visit, query) -> identity()),
                Resource.PAYRUNS, ResourceReading.ofDocuments((visit, query) -> payruns()),
                Resource.GROUPS, ResourceReading.byPage((visit, query) -> ReadResult.complete(List.of())));
    }

    private static ReadResult identity() {
        return ReadResult.complete(List.of(new Identity("Ada Example", "ada@example.org", null)));
    }

    private static ReadResult payruns() {
        return ReadResult.complete(List.of(payrun("R1", PAID.minusMonths(1)), payrun("R2", PAID)));
    }

    private static Payrun payrun(String remoteId, LocalDate paid) {
        return new Payrun(
                new UUID(0, remoteId.hashCode()),
                remoteId,
                PayrunState.PAID,
                PayrunType.REGULAR,
                paid.withDayOfMonth(1),
                paid,
                paid);
    }
}
