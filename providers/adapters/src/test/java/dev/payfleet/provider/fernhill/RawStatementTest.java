package dev.payfleet.provider.fernhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.payroll.Payslip;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.Visit;
import dev.payfleet.provider.reading.SitePage;
import dev.payfleet.provider.visit.RecordIds;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Small drifts of a pay statement that no one switch of the site's brings about.
class RawStatementTest {

    private static final String FRENCH = """
            <article id="statement" lang="fr-CA">
            <dl id="head"><dt>Relevé</dt><dd>S1</dd><dt>Numéro d’employé</dt><dd>W1</dd><dt>Cycle de paie</dt><dd>R1</dd>
            <dt>Du</dt><dd>1 août 2026</dd><dt>Au</dt><dd>15 août 2026</dd><dt>Date de paie</dt><dd>15 août 2026</dd>
            <dt>Devise</dt><dd>CAD</dd></dl>
            <table id="earnings"><thead><tr><th>Désignation</th><th>Heures</th><th>Montant</th></tr></thead>
            <tbody><tr><td>Salaire</td><td>81,25</td><td>1 234,56 $</td></tr>
            <tr><td>Congé sans solde</td><td>−7,50</td><td>−34,56 $</td></tr></tbody></table>
            <table id="deductions"><thead><tr><th>Désignation</th><th>Montant</th></tr></thead>
            <tbody><tr><td>REER</td><td>50,00 $</td></tr></tbody></table>
            <table id="source"><thead><tr><th>Désignation</th><th>Payé par</th><th>Montant</th></tr></thead>
            <tbody><tr><td>RPC</td><td>Employé</td><td>50,00 $</td></tr>
            <tr><td>RPC</td><td>Employeur</td><td>50,00 $</td></tr></tbody></table>
            <table id="employer"><thead><tr><th>Désignation</th><th>Montant</th></tr></thead><tbody></tbody></table>
            <table id="reimbursed"><thead><tr><th>Désignation</th><th>Montant</th></tr></thead><tbody></tbody></table>
            <dl id="totals"><dt>Salaire brut</dt><dd>1 200,00 $</dd><dt>Total des retenues</dt><dd>50,00 $</dd>
            <dt>Total des retenues à la source</dt><dd>50,00 $</dd><dt>Salaire net</dt><dd>1 100,00 $</dd></dl>
            </article>""";

    @Test
    void figures_and_days_are_read_as_french_canada_writes_them() {
        Payslip payslip = statement(FRENCH).payslip(new Nowhere(), null);

        assertThat(payslip.grossPay()).isEqualTo(120_000);
        assertThat(payslip.netPay()).isEqualTo(110_000);
        assertThat(payslip.startDate()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(payslip.earnings()).hasSize(2).last().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(-3_456);
            assertThat(line.hours()).isEqualByComparingTo("-7.5");
        });
        assertThat(payslip.balances()).isTrue();
        assertThat(payslip.earningsAddUp()).isTrue();
    }

    @Test
    void totals_are_the_sums_of_the_lines_of_the_employee() {
        assertThat(statement(FRENCH).sumsAgree()).isTrue();
        assertThat(statement(FRENCH.replace("<td>REER</td><td>50,00 $", "<td>REER</td><td>49,99 $"))
                        .sumsAgree())
                .isFalse();
        assertThat(statement(FRENCH.replace("<dd>50,00 $</dd><dt>Salaire net", "<dd>100,00 $</dd><dt>Salaire net"))
                        .sumsAgree())
                .isFalse();
    }

    @Test
    void an_english_figure_in_a_french_statement_is_a_changed_layout() {
        assertThatThrownBy(() -> statement(FRENCH.replace("<td>REER</td><td>50,00 $", "<td>REER</td><td>$50.00")))
                .hasMessageStartingWith("page \"statement\" has changed: expected row 1, column \"Montant\" of "
                        + "table#deductions: an amount");
    }

    @Test
    void a_third_language_is_a_changed_layout() {
        assertThatThrownBy(() -> statement(FRENCH.replace("fr-CA", "iu-CA")))
                .hasMessage("page \"statement\" has changed: expected article#statement in English or French");
    }

    @Test
    void somebody_else_who_pays_a_tax_is_a_changed_layout() {
        assertThatThrownBy(() -> statement(FRENCH.replace("Employeur", "Province")))
                .hasMessage("page \"statement\" has changed: expected row 2, column \"Payé par\" of table#source: "
                        + "a known word");
    }

    private static RawStatement statement(String markup) {
        return RawStatement.read(new SitePage("statement", Jsoup.parse(markup), Set.of()));
    }

    /// Gives ids and opens nothing.
    private record Nowhere() implements Visit {

        @Override
        public Document open(String path) {
            throw new AssertionError("nothing is opened");
        }

        @Override
        public byte[] download(String path) {
            throw new AssertionError("nothing is opened");
        }

        @Override
        public UUID idOf(RecordKind kind, String remoteId) {
            return new RecordIds("connection").idOf(kind, remoteId);
        }

        @Override
        public Tier tier() {
            return Tier.HTTP;
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 8, 20);
        }
    }
}
