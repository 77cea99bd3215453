package dev.payfleet.worker.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One reading of all settings: what each holds, where from, and all that is wrong, so that a person learns of
/// every fault at once. Not safe for use by several threads.
final class Reading {
    private final List<String> faults = new ArrayList<>();
    private final Map<Setting<?>, InForce> inForce = new HashMap<>();
    private final Map<Setting<?>, Object> values = new HashMap<>();

    private Reading() {}

    static Reading of(Map<String, String> environment) {
        Reading reading = new Reading();
        reading.nameStrangers(environment);
        ConfigFile file = reading.file(environment);
        Catalogue.all().forEach(setting -> reading.take(setting, environment, file));
        return reading;
    }

    /// All that is wrong.
    List<String> faults() {
        return faults;
    }

    /// What is in force, in the order of the catalogue.
    List<InForce> inForce() {
        return Catalogue.all().stream().map(inForce::get).toList();
    }

    /// Says that a setting does not go with the others.
    void fault(Setting<?> setting, String expected) {
        InForce found = Objects.requireNonNull(inForce.get(setting));
        faults.add(setting.name() + ": " + expected + from(found.source()));
    }

    /// Whether somebody set it, rightly or wrongly.
    boolean isSet(Setting<?> setting) {
        InForce found = Objects.requireNonNull(inForce.get(setting));
        return !(found.source() instanceof Source.Usual);
    }

    /// What the setting holds; empty where it is not set, nothing usually holds, or what was set is wrong.
    @SuppressWarnings("unchecked")
    <T> Optional<T> maybe(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    /// What a setting holds that always holds something; where what was set is wrong, what usually holds.
    <T> T value(Setting<T> setting) {
        return maybe(setting)
                .or(() -> setting.usual().map(setting.kind().reading()))
                .orElseThrow(() -> new IllegalStateException(setting.name() + " usually holds nothing"));
    }

    private void nameStrangers(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> Catalogue.find(name).isEmpty())
                .sorted()
                .forEach(name -> faults.add(
                        name + ": " + UnknownName.told(name, Setting::name) + from(new Source.Environment())));
    }

    private ConfigFile file(Map<String, String> environment) {
        ConfigFile file = there(environment.get(Catalogue.CONFIG.name()))
                .map(path -> ConfigFile.read(Path.of(path), faults::add))
                .orElseGet(ConfigFile::none);
        file.entries().forEach((key, entry) -> {
            if (Catalogue.find(key).isEmpty()) {
                faults.add(key + ": " + UnknownName.told(key, Setting::key) + from(entry.at()));
            } else if (key.equals(Catalogue.CONFIG.key())) {
                faults.add(key + ": expected it in the environment alone" + from(entry.at()));
            }
        });
        return file;
    }

    private <T> void take(Setting<T> setting, Map<String, String> environment, ConfigFile file) {
        Optional<String> variable = there(environment.get(setting.name()));
        Optional<ConfigFile.Entry> entry = Optional.ofNullable(file.entries().get(setting.key()))
                .filter(line -> there(line.value()).isPresent());
        if (variable.isPresent()) {
            take(setting, variable.get(), new Source.Environment());
        } else if (entry.isPresent()) {
            take(setting, entry.get().value(), entry.get().at());
        } else {
            setting.usual()
                    .ifPresent(usual ->
                            values.put(setting, setting.kind().reading().apply(usual)));
            inForce.put(setting, InForce.usually(setting));
        }
    }

    private <T> void take(Setting<T> setting, String text, Source source) {
        try {
            values.put(setting, setting.kind().reading().apply(text));
            inForce.put(setting, InForce.set(setting, text, source));
        } catch (IllegalArgumentException e) {
            inForce.put(setting, InForce.refused(setting, source));
            faults.add(setting.name() + ": " + e.getMessage() + from(source));
        }
    }

    /// A variable that is set to nothing is not set: that is how a shell unsets one for one command.
    private static Optional<String> there(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }

    private static String from(Source source) {
        return " ("
                + switch (source) {
                    case Source.Usual _ -> "not set";
                    case Source.Environment _ -> "from the environment";
                    case Source.FileLine at -> "from " + at.words();
                }
                + ")";
    }
}
