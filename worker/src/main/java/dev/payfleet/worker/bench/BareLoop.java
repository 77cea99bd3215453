package dev.payfleet.worker.bench;

import dev.payfleet.worker.stage.StageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

/// The rival: fetches and parses, and reads nothing. Pages are parsed by jsoup, JSON by Jackson.
final class BareLoop {
    private final HttpClient client;
    private final List<HttpRequest> requests;

    /// @param requests of one pass, cookies and tokens included
    BareLoop(HttpClient client, List<HttpRequest> requests) {
        this.client = client;
        this.requests = List.copyOf(requests);
    }

    void run(int passes) {
        try {
            for (int pass = 0; pass < passes; pass++) {
                for (HttpRequest request : requests) {
                    parse(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
                }
            }
        } catch (IOException e) {
            throw new StageException("the site did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException("interrupted", e);
        }
    }

    private static void parse(HttpResponse<byte[]> response) throws IOException {
        boolean page = response.headers().firstValue("content-type").orElse("").startsWith("text/html");
        boolean empty = page
                ? Jsoup.parse(
                                new ByteArrayInputStream(response.body()),
                                null,
                                response.uri().toString())
                        .body()
                        .children()
                        .isEmpty()
                : JsonMapper.shared().readTree(response.body()).isEmpty();
        if (empty || response.statusCode() != 200) {
            throw new StageException("the site's answer is not the one that was to be measured");
        }
    }
}
