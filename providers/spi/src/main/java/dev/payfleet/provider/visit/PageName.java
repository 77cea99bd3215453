package dev.payfleet.provider.visit;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What an address is called in messages: its path, without query, and with a star in place of every part that
/// holds a digit, for such parts are most often ids of a person's records.
final class PageName {

    private PageName() {}

    static String of(URI address) {
        String path = CookieScope.pathOf(address);
        return Arrays.stream(path.split("/", -1)).map(PageName::masked).collect(Collectors.joining("/"));
    }

    private static String masked(String part) {
        return part.chars().anyMatch(Character::isDigit) || part.contains("%") || part.contains("@") ? "*" : part;
    }
}
