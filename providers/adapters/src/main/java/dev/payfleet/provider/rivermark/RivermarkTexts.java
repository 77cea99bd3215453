package dev.payfleet.provider.rivermark;

import dev.payfleet.provider.StaticTexts;

/// The text of Rivermark's pages that is the same for everybody. Payslips and exports are files and are in no
/// picture.
final class RivermarkTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines("""
            Rivermark Konto
            Rivermark Lohn
            Anmelden
            E-Mail-Adresse
            Kennwort
            Weiter zu Rivermark Lohn
            Nach fünf falschen Kennwörtern wird das Konto gesperrt.
            E-Mail-Adresse und Kennwort passen nicht.
            Konto gesperrt
            Ihr Konto ist nach fünf falschen Kennwörtern gesperrt. Bitte rufen Sie uns an.
            Unbekannte Anwendung
            Diese Anwendung ist nicht angemeldet.
            Vorgang abgelaufen
            Anmeldung fehlgeschlagen
            Bitte beginnen Sie die Anmeldung neu.
            Wartungsarbeiten
            Rivermark ist in zehn Minuten wieder da.
            Zu viele Anfragen
            Bitte warten Sie einen Augenblick.
            Keine Berechtigung
            Sie verwalten die Lohnabrechnung dieses Mandanten nicht.
            Nicht gefunden
            Diese Seite gibt es nicht.
            Start
            Mandant
            Abrechnungen
            Abrechnung
            Exporte
            Mein Konto
            Abmelden
            Willkommen
            Guten Tag! Was möchten Sie erledigen?
            Mandantennummer
            Firma
            Kurzbezeichnung
            Steuernummer
            Straße
            PLZ
            Ort
            Bundesland
            Land
            Name
            Telefon
            Lauf
            Art
            Von
            Bis
            Auszahlung
            Status
            Ältere
            Beleg
            Personalnummer
            Keine Einträge
            Personalstamm
            Kostenstellen
            Betriebsstätten
            Abwesenheiten
            Urlaubskonten
            Rivermark Lohn GmbH, Uferstadt · Simulierter Anbieter für Tests
            """);

    private RivermarkTexts() {}
}
