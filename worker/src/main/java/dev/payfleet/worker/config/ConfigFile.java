package dev.payfleet.worker.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A file of settings: `key = value` a line, `#` begins a comment line. No quotes, no escapes, no sections: a value
/// is what stands between the equals sign and the line's end. Immutable.
final class ConfigFile {
    /// What may be repeated to a person: longer or stranger than this it may be a secret in the wrong place.
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    private final Map<String, Entry> entries = new HashMap<>();

    private ConfigFile() {}

    /// A value and where it stands.
    record Entry(String value, Source.FileLine at) {}

    static ConfigFile none() {
        return new ConfigFile();
    }

    /// Reads the file as far as it can be read.
    ///
    /// @param faults told what is wrong with it
    static ConfigFile read(Path path, Consumer<String> faults) {
        ConfigFile file = new ConfigFile();
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                file.take(lines.get(i).strip(), new Source.FileLine(path, i + 1), faults);
            }
        } catch (IOException e) {
            faults.accept("PAYFLEET_CONFIG: expected a file of UTF-8 text that can be read (from the environment)");
        }
        return file;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    private void take(String line, Source.FileLine at, Consumer<String> faults) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = line.substring(0, Math.max(0, equals)).strip();
        if (!KEY.matcher(key).matches()) {
            faults.accept(at.words() + ": expected KEY = VALUE, with the name of a setting such as jobs-in-flight");
            return;
        }
        Entry earlier =
                entries.putIfAbsent(key, new Entry(line.substring(equals + 1).strip(), at));
        if (earlier != null) {
            faults.accept("%s: expected %s once, and it stands in line %d already"
                    .formatted(at.words(), key, earlier.at().line()));
        }
    }
}
