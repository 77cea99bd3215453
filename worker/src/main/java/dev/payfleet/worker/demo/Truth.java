package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.PayRun;
import dev.payfleet.fixture.larkspur.Slip;
import dev.payfleet.fixture.larkspur.StaffMember;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.FetchJob;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What upstream should have got, written from what the people were made up with. It shares no code
/// with the adapter: who checks a translation must not use the translator's dictionary.
final class Truth {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cast cast;

    Truth(Cast cast) {
        this.cast = cast;
    }

    /// The whole answer that a job should have got; empty for resources that are not compared.
    Optional<JsonNode> expected(FetchJob job) {
        Player player = cast.of(job.connectionId());
        return switch (job.query()) {
            case ResourceQuery.Payslips(var id) -> Optional.of(payslips(player, id.toString()));
            case ResourceQuery.Between between
            when between.resource() == dev.payfleet.provider.Resource.PAYRUNS -> Optional.of(payruns(player, between));
            case ResourceQuery.Employees all when all.status().isEmpty() -> Optional.of(employees(player));
            case ResourceQuery.Employees some -> Optional.empty();
            case ResourceQuery.Between other -> Optional.empty();
            case ResourceQuery.Whole whole -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static JsonNode payslips(Player player, String payrunId) {
        PayslipTruth truth = new PayslipTruth(JSON, player);
        return player.person().payRuns().stream()
                .filter(run -> player.id(RecordKind.PAYRUN, run.id()).equals(payrunId))
                .findFirst()
                .map(run -> array(
                        player.person().payslips(run.id()),
                        Comparator.comparing(Slip::id),
                        slip -> truth.of(run, slip)))
                .orElseGet(JSON::createArrayNode);
    }

    private static JsonNode payruns(Player player, ResourceQuery.Between range) {
        Comparator<PayRun> order =
                Comparator.comparing(PayRun::paymentDate).reversed().thenComparing(PayRun::id);
        return array(
                player.person().payRuns(range.start(), range.end()),
                order,
                run -> new PayrunTruth(JSON, player).of(run));
    }

    private static JsonNode employees(Player player) {
        Comparator<StaffMember> order = Comparator.comparing(
                        (StaffMember member) -> member.employment().startDate())
                .reversed()
                .thenComparing(StaffMember::payrollId);
        return array(player.person().staff(), order, member -> new EmployeeTruth(JSON, player).of(member));
    }

    private static <T> ArrayNode array(List<T> things, Comparator<T> order, Function<T, JsonNode> node) {
        ArrayNode array = JSON.createArrayNode();
        things.stream().sorted(order).map(node).forEach(array::add);
        return array;
    }
}
