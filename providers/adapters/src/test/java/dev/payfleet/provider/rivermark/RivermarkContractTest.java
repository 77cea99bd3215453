package dev.payfleet.provider.rivermark;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.contract.ProviderContract;
import dev.payfleet.fixture.rivermark.RivermarkContract;
import dev.payfleet.fixture.rivermark.RivermarkPeople;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.stream.Stream;

/// Rivermark passes the contract.
class RivermarkContractTest extends ProviderContract {

    private final RivermarkContract site = RivermarkContract.start(29, RivermarkPeople.USUAL_DAY);

    @Override
    protected PayrollProvider provider() {
        return new RivermarkProvider();
    }

    @Override
    protected ContractSite openSite() {
        return site;
    }

    @Override
    protected Stream<? extends PayrollRecord> truth(SitePerson person, ResourceQuery query, RecordIds ids) {
        return new RivermarkTruth(site.truthOf(person), ids).answer(query);
    }
}
