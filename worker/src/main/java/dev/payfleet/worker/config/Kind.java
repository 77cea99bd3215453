package dev.payfleet.worker.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a setting takes. Reading throws an [IllegalArgumentException] that says what was expected and never what
/// was found: a password in the wrong place must not show.
///
/// @param takes what a value looks like, with unit and bounds
/// @param reading from text
/// @param sensitivity whether the text may be shown
public record Kind<T>(String takes, Function<String, T> reading, Sensitivity sensitivity) {

    /// What may be shown of a setting.
    public enum Sensitivity {
        /// The text says nothing that must not be seen.
        OPEN,
        /// The text is a key to something, so it is never shown.
        HIDDEN,
        /// The text says where a secret lies, and may be shown; the secret itself is never in a setting.
        REFERENCE
    }

    static <T> Kind<T> open(String takes, Function<String, T> reading) {
        return new Kind<>(takes, reading, Sensitivity.OPEN);
    }

    static Kind<String> text(String takes, String pattern) {
        Pattern form = Pattern.compile(pattern);
        return open(takes, text -> {
            if (!form.matcher(text).matches()) {
                throw new IllegalArgumentException("expected " + takes.replace("`", ""));
            }
            return text;
        });
    }

    static Kind<Integer> number(int least, int most) {
        return open("%d to %d".formatted(least, most), text -> {
            int number;
            try {
                number = Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number", e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException("expected %d to %d".formatted(least, most));
            }
            return number;
        });
    }

    static Kind<Integer> bytes(int least, int most) {
        Kind<Integer> number = number(least, most);
        return open("bytes, " + number.takes(), number.reading());
    }

    static Kind<Boolean> flag() {
        return open("`true` or `false`", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        });
    }

    static Kind<Boolean> onOrOff() {
        return open("`on` or `off`", text -> switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("expected on or off");
        });
    }

    /// One of an enum's constants, in lower case with hyphens.
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        E[] all = type.getEnumConstants();
        String words = Arrays.stream(all).map(Kind::word).collect(Collectors.joining(" or "));
        return open(
                "`" + words.replace(" or ", "` or `") + "`",
                text -> Arrays.stream(all)
                        .filter(each -> word(each).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("expected " + words)));
    }

    static Kind<Path> path() {
        return open("a path", Kind::path);
    }

    /// Where a secret lies. From the root, so that a password that was put here by mistake is refused.
    static Kind<Path> secretFile() {
        return new Kind<>(
                "the path of a file, from the root",
                text -> {
                    Path path = path(text);
                    if (!path.isAbsolute()) {
                        throw new IllegalArgumentException("expected the path of a file that holds it, from the root");
                    }
                    return path;
                },
                Sensitivity.REFERENCE);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("expected a path", e);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
