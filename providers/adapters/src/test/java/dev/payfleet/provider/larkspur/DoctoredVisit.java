package dev.payfleet.provider.larkspur;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.VisitByHttp;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;

/// A visit whose pages are changed on the way, for what the site never does.
record DoctoredVisit(VisitByHttp visit, Consumer<Document> change) implements VisitByHttp {

    @Override
    public Document open(String path) {
        Document page = visit.open(path);
        change.accept(page);
        return page;
    }

    @Override
    public byte[] download(String path) {
        return visit.download(path);
    }

    @Override
    public byte[] send(ApiRequest request) {
        return visit.send(request);
    }

    @Override
    public UUID idOf(RecordKind kind, String remoteId) {
        return visit.idOf(kind, remoteId);
    }

    @Override
    public Tier tier() {
        return visit.tier();
    }

    @Override
    public LocalDate today() {
        return visit.today();
    }
}
