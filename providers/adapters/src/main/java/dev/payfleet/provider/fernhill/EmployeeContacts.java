package dev.payfleet.provider.fernhill;

import dev.payfleet.payroll.Dependent;
import dev.payfleet.payroll.EmergencyContact;
import dev.payfleet.provider.reading.SitePage;
import java.util.List;

/// The contacts page of an employee: family, and whom to call.
record EmployeeContacts(List<Dependent> family, List<EmergencyContact> emergency) {

    static EmployeeContacts read(SitePage page) {
        List<Dependent> family = FernhillPages.cards(page, "ul#family").stream()
                .map(card -> new Dependent(
                        card.get("Name").orNull(), card.get("Relationship").orNull()))
                .toList();
        List<EmergencyContact> emergency = FernhillPages.cards(page, "ul#contacts").stream()
                .map(card -> new EmergencyContact(
                        card.get("Given names").orNull(),
                        card.get("Family name").orNull(),
                        card.get("Relationship").orNull(),
                        card.get("Mobile phone").orNull(),
                        FernhillWords.YES_NO.read(card.get("Call first"))))
                .toList();
        return new EmployeeContacts(family, emergency);
    }
}
