package dev.payfleet.provider.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Parses the body of an answer as a browser would: by the charset of its header, else by its own `<meta>`,
/// else UTF-8.
final class HtmlBody {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

    private HtmlBody() {}

    static boolean isHtml(HttpResponse<byte[]> response) {
        String type = contentType(response);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    static Document parse(HttpResponse<byte[]> response) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(response.body()),
                    charset(response),
                    response.uri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("an array was not read", e);
        }
    }

    /// Null where the header names none that Java knows: jsoup then looks into the page itself.
    private static @Nullable String charset(HttpResponse<byte[]> response) {
        Matcher matcher = CHARSET.matcher(contentType(response));
        return matcher.find() && isSupported(matcher.group(1)) ? matcher.group(1) : null;
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String contentType(HttpResponse<byte[]> response) {
        return response.headers().firstValue("content-type").orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
