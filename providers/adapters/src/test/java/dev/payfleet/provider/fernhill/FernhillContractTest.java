package dev.payfleet.provider.fernhill;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.contract.ProviderContract;
import dev.payfleet.fixture.fernhill.FernhillContract;
import dev.payfleet.fixture.fernhill.FernhillPeople;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.stream.Stream;

/// Fernhill passes the contract.
class FernhillContractTest extends ProviderContract {

    private final FernhillContract site = FernhillContract.start(23, FernhillPeople.USUAL_DAY);

    @Override
    protected PayrollProvider provider() {
        return new FernhillProvider();
    }

    @Override
    protected ContractSite openSite() {
        return site;
    }

    @Override
    protected Stream<? extends PayrollRecord> truth(SitePerson person, ResourceQuery query, RecordIds ids) {
        return new FernhillTruth(site.truthOf(person), ids).answer(query);
    }
}
