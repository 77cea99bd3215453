package dev.payfleet.infra;

import dev.payfleet.infra.Deployment.Fleet;
import dev.payfleet.infra.Deployment.Image;
import dev.payfleet.infra.Deployment.People;
import dev.payfleet.infra.Deployment.PrefixLists;
import dev.payfleet.infra.Deployment.Proxy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Reads a deployment from a file of properties; `infra/deployment.properties` is the example.
final class DeploymentFile {
    private final Properties properties;
    private final List<String> faults = new ArrayList<>();

    private DeploymentFile(Properties properties) {
        this.properties = properties;
    }

    /// @throws IllegalArgumentException names every setting that is missing or wrong
    static Deployment read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DeploymentFile(properties).read();
    }

    private Deployment read() {
        String name = text("name");
        String account = text("account");
        String region = text("region");
        List<String> zones = list("zones");
        Image image = image("image");
        Image commandLine = image("command-line");
        String grantIssuer = text("grant-issuer");
        Fleet fleet = new Fleet(
                text("fleet.instance-type"),
                number("fleet.lanes"),
                number("fleet.jobs-in-flight"),
                number("fleet.tasks-at-least"),
                number("fleet.tasks-at-most"),
                number("fleet.backlog-per-lane"));
        List<Proxy> proxies = list("proxies").stream().map(this::proxy).toList();
        List<String> providers = list("providers");
        People people = new People(
                text("people.upstream"), text("people.on-call"), text("people.operators"), text("people.alarms"));
        PrefixLists prefixLists = new PrefixLists(text("prefix-lists.s3"), text("prefix-lists.dynamodb"));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new Deployment(
                name,
                account,
                region,
                zones,
                image,
                commandLine,
                grantIssuer,
                fleet,
                proxies,
                providers,
                people,
                prefixLists);
    }

    private Image image(String key) {
        return new Image(text(key + ".repository"), text(key + ".digest"));
    }

    private Proxy proxy(String key) {
        return new Proxy(
                text("proxy." + key + ".host"), text("proxy." + key + ".addresses"), number("proxy." + key + ".port"));
    }

    private List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private int number(String key) {
        String text = text(key);
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        faults.add(key + ": expected a whole number");
        return 1;
    }

    private String text(String key) {
        String value =
                Optional.ofNullable(properties.getProperty(key)).orElse("").strip();
        if (value.isEmpty()) {
            faults.add(key + ": expected a value");
        }
        return value;
    }
}
