package dev.payfleet.worker.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One of the schemas in `schema/`. It is loaded when first used, which takes a few hundred milliseconds.
///
/// What is wrong is said in our words: the field, and the description that the schema gives of it. The validator's
/// own words are not used, since they may quote the value.
final class WireSchema {

    private static final Supplier<SchemaRegistry> REGISTRY = Lazily.once(WireSchema::registry);

    private final String name;
    private final Supplier<Schema> schema;

    WireSchema(String name) {
        this.name = name;
        this.schema = Lazily.once(this::load);
    }

    /// What is wrong with a message, field by field in the order of the schema; empty when nothing is.
    List<String> faults(JsonNode message) {
        Schema loaded = schema.get();
        JsonNode root = loaded.getSchemaNode();
        List<String> order = List.copyOf(root.path("properties").propertyNames());
        return loaded.validate(message).stream()
                .map(WireSchema::field)
                .sorted(Comparator.comparing(Field::top, Comparator.comparingInt(order::indexOf)))
                .map(field -> field.saidWith(expectation(root, field.path())))
                .distinct()
                .toList();
    }

    private static Field field(Error error) {
        List<String> path = new ArrayList<>();
        NodePath location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(String.valueOf(location.getElement(i)));
        }
        boolean missing = error.getKeyword().equals("required");
        if (missing) {
            path.add(error.getProperty());
        }
        return new Field(path, missing);
    }

    private static @Nullable String expectation(JsonNode root, List<String> path) {
        JsonNode at = root;
        for (String step : path) {
            at = at.path("properties").path(step);
        }
        return at.path("description").stringValue(null);
    }

    private record Field(List<String> path, boolean missing) {

        String top() {
            return path.isEmpty() ? "" : path.getFirst();
        }

        String saidWith(@Nullable String expectation) {
            if (path.isEmpty()) {
                return "message: expected a JSON object";
            }
            String what = expectation == null ? "what the schema says" : expectation;
            return String.join(".", path) + (missing ? " is missing: expected " : ": expected ") + what;
        }
    }

    private Schema load() {
        try (InputStream file = WireSchema.class.getResourceAsStream("/schema/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no schema " + name);
            }
            Schema loaded = REGISTRY.get().getSchema(file);
            loaded.initializeValidators();
            return loaded;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }
}
