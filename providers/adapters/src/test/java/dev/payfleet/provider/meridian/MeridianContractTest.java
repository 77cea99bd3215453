package dev.payfleet.provider.meridian;

import dev.payfleet.fixture.ContractSite;
import dev.payfleet.fixture.SitePerson;
import dev.payfleet.fixture.contract.ProviderContract;
import dev.payfleet.fixture.meridian.MeridianContract;
import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.provider.visit.RecordIds;
import java.util.stream.Stream;

/// Meridian passes the contract.
class MeridianContractTest extends ProviderContract {

    private final MeridianContract site = MeridianContract.start();

    @Override
    protected PayrollProvider provider() {
        return new MeridianProvider();
    }

    @Override
    protected ContractSite openSite() {
        return site;
    }

    @Override
    protected Stream<? extends PayrollRecord> truth(SitePerson person, ResourceQuery query, RecordIds ids) {
        return new MeridianTruth(site.truth(person), ids).answer(query);
    }
}
