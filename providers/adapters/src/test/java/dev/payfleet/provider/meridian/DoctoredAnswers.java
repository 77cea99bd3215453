package dev.payfleet.provider.meridian;

import dev.payfleet.provider.ApiRequest;
import dev.payfleet.provider.RecordKind;
import dev.payfleet.provider.Tier;
import dev.payfleet.provider.VisitByHttp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;

/// A visit whose answers of the interface are changed on their way, as a small change of the site would.
record DoctoredAnswers(VisitByHttp visit, UnaryOperator<String> change) implements VisitByHttp {

    @Override
    public byte[] send(ApiRequest request) {
        String answer = new String(visit.send(request), StandardCharsets.UTF_8);
        return change.apply(answer).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Document open(String path) {
        return visit.open(path);
    }

    @Override
    public byte[] download(String path) {
        return visit.download(path);
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
