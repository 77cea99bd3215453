package dev.payfleet.worker.crash;

import dev.payfleet.provider.CredentialField;
import dev.payfleet.provider.CredentialSource;
import dev.payfleet.provider.ProviderException;
import dev.payfleet.provider.Trouble;
import dev.payfleet.provider.VisitByPage;
import dev.payfleet.session.Secret;
import dev.payfleet.session.StoredSession;
import dev.payfleet.session.StoredTrust;
import dev.payfleet.worker.job.Account;
import dev.payfleet.worker.job.NotNowException;
import dev.payfleet.worker.job.OneTimeCodes;
import dev.payfleet.worker.job.OutcomeCode;
import dev.payfleet.worker.job.PageVisits;
import dev.payfleet.worker.job.SignInAttempt;
import dev.payfleet.worker.job.SignedIn;
import dev.payfleet.worker.job.VisitFailedException;
import dev.payfleet.worker.job.Visited;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Signs in to Fernhill by posting its forms, without a browser: so cheaply that a process can be in the middle of
/// dozens of sign-ins when it is killed.
final class FormSignIns implements PageVisits {
    private final String origin;

    /// @param origin of the simulated site
    FormSignIns(String origin) {
        this.origin = origin;
    }

    @Override
    public <T> Visited<T> read(Account account, SignedIn signedIn, Function<VisitByPage, T> work) {
        throw new UnsupportedOperationException("there is no browser here");
    }

    @Override
    public SignedIn signIn(
            Account account,
            Optional<StoredTrust> trust,
            CredentialSource credentials,
            Optional<OneTimeCodes> codes,
            SignInAttempt attempt) {
        CookieManager cookies = new CookieManager();
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Document page = send(client, HttpRequest.newBuilder(at("/login")));
            page = post(client, page, "/login/name", Map.of("login", credentials.reveal(CredentialField.USERNAME)));
            String password = credentials.reveal(CredentialField.PASSWORD);
            attempt.submitting();
            requireSignedIn(post(client, page, "/login/password", Map.of("password", password)));
        } catch (IOException e) {
            throw failed(new Trouble.Unavailable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNowException(OutcomeCode.Retry.WORKER_STOPPING, "interrupted", e);
        }
        Instant now = Instant.now();
        Secret state = Secret.of(state(cookies));
        return new SignedIn(new StoredSession(state, now, now.plus(Duration.ofMinutes(20)), null), trust);
    }

    private URI at(String path) {
        return URI.create(origin + path);
    }

    private static Document send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    private Document post(HttpClient client, Document page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String token = page.select("input[name=_token]").attr("value");
        String form = fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(
                client,
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static void requireSignedIn(Document page) {
        if (page.selectFirst("#password-error") != null) {
            throw failed(new Trouble.CredentialsRejected());
        }
        if (page.selectFirst("#account-locked") != null) {
            throw failed(new Trouble.AccountLocked());
        }
        if (page.selectFirst("nav#rail-nav") == null) {
            throw failed(new Trouble.LayoutChanged("sign-in", "nav#rail-nav"));
        }
    }

    private static VisitFailedException failed(Trouble trouble) {
        return new VisitFailedException(new ProviderException(trouble), Optional.empty());
    }

    /// As Playwright writes it.
    private static String state(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .map(FormSignIns::cookie)
                .collect(Collectors.joining(",", "{\"cookies\":[", "],\"origins\":[]}"));
    }

    private static String cookie(HttpCookie cookie) {
        return """
                {"name":"%s","value":"%s","domain":"127.0.0.1","path":"/","expires":-1,"httpOnly":true,"secure":false,\
                "sameSite":"Lax"}""".formatted(cookie.getName(), cookie.getValue());
    }
}
