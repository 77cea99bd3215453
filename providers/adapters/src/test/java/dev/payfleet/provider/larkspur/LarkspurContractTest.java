package dev.payfleet.provider.larkspur;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.contract.ProviderContract;
import dev.payfleet.fixture.larkspur.LarkspurContract;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.stream.Stream;

/// Larkspur passes the contract.
class LarkspurContractTest extends ProviderContract {

    private final LarkspurContract site = LarkspurContract.start();

    @Override
    protected PayrollProvider provider() {
        return new LarkspurProvider();
    }

    @Override
    protected ContractSite openSite() {
        return site;
    }

    @Override
    protected Stream<? extends PayrollRecord> truth(SitePerson person, ResourceQuery query, RecordIds ids) {
        return new LarkspurTruth(site.truth(person), ids).answer(query);
    }
}
