package dev.payfleet.worker.demo;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Where two JSON values part. Numbers are equal when their values are (7.5 and 7.50), and every key must be there.
final class Difference {
    private Difference() {}

    /// The path of the first difference, never a value; empty when there is none.
    static Optional<String> between(JsonNode expected, JsonNode actual) {
        return between(expected, actual, "");
    }

    private static Optional<String> between(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject() && actual.isObject()) {
            return fields(expected, actual, path);
        }
        if (expected.isArray() && actual.isArray()) {
            return elements(expected, actual, path);
        }
        boolean equal = (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
        return equal ? Optional.empty() : Optional.of(path.isEmpty() ? "/" : path);
    }

    private static Optional<String> fields(JsonNode expected, JsonNode actual, String path) {
        TreeSet<String> names = new TreeSet<>(expected.propertyNames());
        names.addAll(actual.propertyNames());
        return names.stream()
                .map(name -> between(expected.path(name), actual.path(name), path + "/" + name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> elements(JsonNode expected, JsonNode actual, String path) {
        if (expected.size() != actual.size()) {
            return Optional.of(path + " (expected " + expected.size() + " elements, got " + actual.size() + ")");
        }
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = between(expected.get(i), actual.get(i), path + "/" + i);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
