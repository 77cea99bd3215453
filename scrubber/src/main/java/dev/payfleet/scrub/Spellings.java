package dev.payfleet.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The spellings in which a value gets about.
final class Spellings {
    /// A piece of base64 shorter than this says too little, and occurs by chance too often, to be looked for.
    private static final int SHORTEST_BASE64 = 6;

    private Spellings() {}

    static Set<String> of(String value) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(value);
        String form = URLEncoder.encode(value, UTF_8);
        spellings.add(form);
        spellings.add(form.replace("+", "%20"));
        spellings.add(percentAll(value));
        json(value, spellings);
        html(value, spellings);
        base64(value, spellings);
        return spellings;
    }

    /// Some clients leave `!'()*~` alone and some do not.
    private static String percentAll(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(UTF_8)) {
            boolean plain = (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
            encoded.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return encoded.toString();
    }

    private static void json(String value, Set<String> spellings) {
        StringBuilder least = new StringBuilder();
        StringBuilder ascii = new StringBuilder();
        StringBuilder careful = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String unicode = String.format(Locale.ROOT, "\\u%04x", (int) c);
            String escaped = switch (c) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                case '\b' -> "\\b";
                case '\f' -> "\\f";
                default -> c < ' ' ? unicode : String.valueOf(c);
            };
            least.append(escaped);
            ascii.append(c > '~' ? unicode : escaped);
            careful.append(c > '~' || "<>&'=".indexOf(c) >= 0 ? unicode : c == '/' ? "\\/" : escaped);
        }
        spellings.add(least.toString());
        spellings.add(ascii.toString());
        spellings.add(careful.toString());
        spellings.add(least.toString().replace("/", "\\/"));
    }

    private static void html(String value, Set<String> spellings) {
        String least = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        spellings.add(least);
        for (String quote : new String[] {"&quot;", "&#34;"}) {
            String quoted = least.replace("\"", quote);
            spellings.add(quoted);
            for (String apostrophe : new String[] {"&#39;", "&apos;", "&#x27;", "&#039;"}) {
                spellings.add(quoted.replace("'", apostrophe));
            }
        }
    }

    /// Base64 of the value alone, and what stays the same of it wherever the value stands in something longer, as
    /// in `Basic` and `user:password`: that depends on whether 0, 1 or 2 bytes too many are before it.
    private static void base64(String value, Set<String> spellings) {
        byte[] bytes = value.getBytes(UTF_8);
        for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + bytes.length];
                System.arraycopy(bytes, 0, shifted, before, bytes.length);
                String encoded = encoder.withoutPadding().encodeToString(shifted);
                int first = before == 0 ? 0 : before + 1;
                int last = shifted.length / 3 * 4 + (shifted.length % 3 == 0 ? 0 : shifted.length % 3);
                String stable = encoded.substring(first, Math.max(first, Math.min(encoded.length(), last)));
                if (stable.length() >= SHORTEST_BASE64) {
                    spellings.add(stable);
                }
            }
            Stream.of(encoder.encodeToString(bytes), encoder.withoutPadding().encodeToString(bytes))
                    .filter(encoded -> encoded.length() >= SHORTEST_BASE64)
                    .forEach(spellings::add);
        }
    }
}
