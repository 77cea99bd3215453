package dev.payfleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionProbeTest {

    private static final SessionProbe ASKING = SessionProbe.asking(ApiRequest.get("me", "/api/me"), "/me", "#name");

    private final List<String> asked = new ArrayList<>();

    @Test
    void asks_the_api_by_http_and_waits_for_an_element_by_page() {
        assertThat(ASKING.alive(new ByHttp(asked, null))).isTrue();
        assertThat(ASKING.alive(new ByPage(asked, null))).isTrue();

        assertThat(asked).containsExactly("send /api/me", "open /me until #name");
    }

    @Test
    void a_session_that_is_signed_out_does_not_serve_and_other_trouble_is_thrown_on() {
        assertThat(ASKING.alive(new ByHttp(asked, new Trouble.SignedOut()))).isFalse();
        assertThat(ASKING.alive(new ByPage(asked, new Trouble.SignedOut()))).isFalse();
        assertThat(SessionProbe.opening("/me").alive(new ByHttp(asked, new Trouble.SignedOut())))
                .isFalse();
        assertThatThrownBy(() -> ASKING.alive(new ByHttp(asked, new Trouble.Unavailable())))
                .hasMessage("the provider is unavailable");
    }

    /// A visit that notes what is asked of it and ends in a trouble, if it was given one.
    private interface Noting extends Visit {
        List<String> asked();

        @Nullable
        Trouble trouble();

        default void note(String what) {
            asked().add(what);
            if (trouble() != null) {
                throw new ProviderException(trouble());
            }
        }

        @Override
        default Document open(String path) {
            note("open " + path);
            return new Document(path);
        }

        @Override
        default byte[] download(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        default UUID idOf(RecordKind kind, String remoteId) {
            throw new UnsupportedOperationException();
        }

        @Override
        default Tier tier() {
            throw new UnsupportedOperationException();
        }

        @Override
        default LocalDate today() {
            throw new UnsupportedOperationException();
        }
    }

    private record ByHttp(List<String> asked, @Nullable Trouble trouble) implements Noting, VisitByHttp {
        @Override
        public byte[] send(ApiRequest request) {
            note("send " + request.path());
            return new byte[0];
        }
    }

    private record ByPage(List<String> asked, @Nullable Trouble trouble) implements Noting, VisitByPage {
        @Override
        public Document open(String path, String readyWhen) {
            note("open " + path + " until " + readyWhen);
            return new Document(path);
        }

        @Override
        public Document await(String readyWhen) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page page() {
            throw new UnsupportedOperationException();
        }
    }
}
