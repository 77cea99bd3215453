package dev.payfleet.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SitePageTest {

    private static final String HTML = """
            <dl id=facts>
              <div><dt>Net  pay</dt><dd>£1.5</dd></div>
              <div><dt>Bank</dt><dd>—</dd></div>
              <div><dt>Boss</dt><dd><a href="/people/E7?x=1#y">hush</a></dd></div>
              <div><dt>Nobody</dt><dd>hush</dd></div>
              <div><dt>Groups</dt><dd><ul><li data-ref=D1>One</li><li data-ref=D2>Two</li></ul></dd></div>
              <div><dt>Twice</dt><dd>1</dd></div><div><dt>Twice</dt><dd>2</dd></div>
              <dt>Alone</dt>
            </dl>
            <dl id=good><dt>A</dt><dd> x  y </dd><dt>B</dt><dd>—</dd><dt>A</dt><dd>z</dd></dl>
            <table id=t><thead><tr><th>Pay run<th>Amount<th>Note<th>Note</tr></thead>
              <tbody><tr><td>R1<td>(12.34)<td><td></tr><tr><td>R2<td>hush<td><td></tr></tbody>
              <tfoot><tr><td colspan=2>Total<td>£5.00<td></tr></tfoot></table>
            <table id=none><thead><tr><th>A<th>B</tr></thead><tbody><tr><td colspan=2>None</tr></tbody></table>
            <table id=short><thead><tr><th>A<th>B</tr></thead><tbody><tr><td>hush</tr></tbody></table>
            """;

    private final SitePage page =
            new SitePage("slip", Jsoup.parse(HTML, "https://pay.example.com/slips/1"), Set.of("—"));

    @Test
    void reads_fields_by_label() {
        Fields facts = page.fields("dl#facts");

        assertThat(facts.get("Bank").orNull()).isNull();
        assertThat(facts.get("Boss").link()).isEqualTo("https://pay.example.com/people/E7?x=1#y");
        assertThat(facts.get("Boss").linkedIdOrNull()).isEqualTo("E7");
        assertThat(facts.get("Bank").linkedIdOrNull()).isNull();
        assertThat(facts.get("Groups").each("li"))
                .extracting(item -> item.attributeOrNull("data-ref") + item.orNull())
                .containsExactly("D1One", "D2Two");
    }

    @Test
    void reads_all_fields_of_a_list() {
        assertThat(page.fields("dl#good").all()).isEqualTo(Map.of("A", "x y"));
    }

    @Test
    void reads_tables_by_header_and_leaves_the_foot_out() {
        List<Table.Row> rows = page.table("table#t", "Amount", "Pay run").rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cell("Pay run").required()).isEqualTo("R1");
        assertThat(rows.getFirst().cell("Amount").read(Money.BRITISH)).isEqualTo(-1234);
    }

    @Test
    void a_sentence_in_place_of_rows_is_no_row() {
        assertThat(page.table("table#none", "A", "B").rows()).isEmpty();
    }

    @Test
    void tells_what_is_missing_and_where() {
        assertChanged(() -> page.element("#gone"), "#gone");
        assertChanged(() -> page.fields("dl#gone"), "dl#gone");
        assertChanged(() -> page.fields("dl#facts").get("Gross pay"), "field \"Gross pay\" in dl#facts");
        assertChanged(() -> page.fields("dl#facts").get("Twice"), "field \"Twice\" in dl#facts once");
        assertChanged(() -> page.fields("dl#facts").get("Alone"), "a value beside each label in dl#facts");
        assertChanged(() -> page.table("table#t", "Net pay"), "column \"Net pay\" in table#t");
        assertChanged(() -> page.table("table#t", "Note"), "column \"Note\" in table#t once");
        assertChanged(() -> page.table("table#short", "A"), "row 1 of table#short: 2 cells");
    }

    @Test
    void tells_what_was_expected_and_never_what_stood_there() {
        Fields facts = page.fields("dl#facts");
        Text amount = page.table("table#t", "Amount").rows().get(1).cell("Amount");

        assertChanged(
                () -> facts.get("Net pay").read(Money.BRITISH),
                "field \"Net pay\" in dl#facts: an amount such as £1,234.56");
        assertChanged(() -> facts.get("Bank").required(), "field \"Bank\" in dl#facts: a value");
        assertChanged(
                () -> amount.readOrNull(Money.BRITISH),
                "row 2, column \"Amount\" of table#t: an amount such as £1,234.56");
        assertChanged(() -> facts.get("Nobody").link(), "field \"Nobody\" in dl#facts: a link");
        assertChanged(
                () -> facts.get("Nobody").attributeOrNull("data-ref"),
                "field \"Nobody\" in dl#facts: an element with data-ref");
    }

    @Test
    void prints_no_content() {
        assertThat(page).hasToString("SitePage[slip]");
        assertThat(page.fields("dl#facts").get("Boss"))
                .hasToString("Text[slip, field \"Boss\" in dl#facts, <redacted>]");
    }

    @Test
    void words_that_are_not_known_are_null_and_can_be_kept() {
        Words<Integer> numbers = Words.of(Map.of("one", 1));
        List<Text> groups = page.fields("dl#facts").get("Groups").each("li");

        assertThat(groups).extracting(numbers::read).containsExactly(1, null);
        assertThat(numbers.unknown(groups.getFirst())).isEmpty();
        assertThat(numbers.unknown(groups.getLast())).contains("Two");
        assertThat(numbers.unknown(page.fields("dl#facts").get("Bank"))).isEmpty();
    }

    private static void assertChanged(ThrowingCallable reading, String expected) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.trouble()).isEqualTo(new Trouble.LayoutChanged("slip", expected)))
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("1.5");
    }
}
