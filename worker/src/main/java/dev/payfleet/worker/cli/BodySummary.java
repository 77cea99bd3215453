package dev.payfleet.worker.cli;

import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first records of a body, by the fields that tell them apart. It knows the names of the normalized model's
/// fields, and no resource in particular.
///
/// @param table a line for each record
/// @param rest tells how many more there are; empty when there are none
record BodySummary(Table table, String rest) {
    private static final int LINES = 10;
    private static final int COLUMNS = 6;
    private static final Set<String> MINOR_UNITS = Set.of("gross_pay", "net_pay");

    /// What tells records apart, before all else.
    private static final List<String> TELLING = List.of(
            "name",
            "legal_name",
            "email",
            "first_name",
            "last_name",
            "job_title",
            "state",
            "type",
            "status",
            "start_date",
            "end_date",
            "payment_date",
            "gross_pay",
            "net_pay",
            "start_time",
            "hours_worked",
            "amount",
            "unit",
            "policy_name",
            "balance",
            "used",
            "employment_status",
            "phone_number",
            "remote_id");

    static BodySummary of(byte[] body) {
        JsonNode root = JsonMapper.shared().readTree(body);
        List<JsonNode> records = root.isArray() ? root.valueStream().toList() : List.of(root);
        List<String> fields = TELLING.stream()
                .filter(field -> records.stream()
                        .anyMatch(record -> !record.path(field).asString("").isEmpty()))
                .limit(COLUMNS)
                .toList();
        if (fields.isEmpty()) {
            return new BodySummary(Table.ofPairs().row("records", Integer.toString(records.size())), "");
        }
        Table table = Table.of(fields.stream().map(BodySummary::column).toArray(Column[]::new));
        records.stream()
                .limit(LINES)
                .forEach(record -> table.row(
                        fields.stream().map(field -> shown(record, field)).toArray(String[]::new)));
        int more = records.size() - LINES;
        return new BodySummary(table, more > 0 ? InWords.count(more, "more record, ", "more records, ") : "");
    }

    private static Column column(String field) {
        return Stream.of("_pay", "amount", "balance", "used", "hours_worked").anyMatch(field::endsWith)
                ? Column.right(field)
                : Column.wrapping(field);
    }

    private static String shown(JsonNode record, String field) {
        JsonNode value = record.path(field);
        String currency = record.path("currency").asString("");
        return MINOR_UNITS.contains(field) && value.isNumber() && !currency.isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%,.2f %s",
                        BigDecimal.valueOf(value.asLong(), 2),
                        currency.toUpperCase(Locale.ROOT))
                : value.asString("");
    }
}
