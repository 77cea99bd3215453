package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurPerson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// What must turn up nowhere, in the shapes in which a careless program would let it out.
final class Secrets {
    private Secrets() {}

    /// Everything that is known of a person; user name and password also as a form, a header and JSON would write
    /// them.
    static Set<String> of(LarkspurPerson person) {
        Set<String> secrets = new HashSet<>(person.secrets());
        addShapes(secrets, person.userName());
        addShapes(secrets, person.password());
        return secrets;
    }

    static Set<String> of(Collection<Player> players) {
        Set<String> secrets = new HashSet<>();
        players.forEach(player -> {
            secrets.addAll(of(player.person()));
            addShapes(secrets, player.givenPassword());
        });
        return secrets;
    }

    private static void addShapes(Set<String> secrets, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        secrets.add(value);
        secrets.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        secrets.add(Base64.getEncoder().encodeToString(bytes));
        secrets.add(escaped(value));
    }

    /// As JSON writes it where all but ASCII is escaped.
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> text.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return text.toString();
    }
}
