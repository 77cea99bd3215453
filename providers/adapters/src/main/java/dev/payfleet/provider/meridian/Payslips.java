package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ReadResult;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What both ways to the payslips of a pay run have in common. A payslip whose figures do not agree is handed on as
/// it is, and the whole is called partial.
final class Payslips {

    private Payslips() {}

    /// @param payruns the site's ids of all pay runs
    /// @param stubs reads the pay stubs of one of them
    static ReadResult read(
            Visit visit, ResourceQuery query, List<String> payruns, Function<String, List<RawPayslip>> stubs) {
        ResourceQuery.Payslips asked = (ResourceQuery.Payslips) query;
        Optional<String> payrun = payruns.stream()
                .filter(id -> visit.idOf(RecordKind.PAYRUN, id).equals(asked.payrunId()))
                .findFirst();
        List<RawPayslip> raws = payrun.map(stubs).orElse(List.of());
        return ReadResult.mapping(raws, raw -> raw.payslip(visit))
                .partialIf(!raws.stream().allMatch(RawPayslip::totalsAgree));
    }
}
