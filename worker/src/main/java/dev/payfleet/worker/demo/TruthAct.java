package dev.payfleet.worker.demo;

import dev.payfleet.cache.CachedResult;
import dev.payfleet.provider.Resource;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.stage.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What upstream got is what the people were made up with, field by field.
record TruthAct(Stage stage, Tape tape, Truth truth) implements Act {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Finding check() {
        Map<Resource, Integer> right = new EnumMap<>(Resource.class);
        Set<String> wrong = new LinkedHashSet<>();
        tape.jobs().forEach(job -> compare(job, right, wrong));
        boolean held = wrong.isEmpty() && right.size() == 3;
        return new Finding(
                held,
                "Payslips, pay runs and employees are the generator's, field by field",
                wrong.isEmpty()
                        ? "%d payslips, %d pay runs, %d employees compared"
                                .formatted(
                                        right.getOrDefault(Resource.PAYSLIPS, 0),
                                        right.getOrDefault(Resource.PAYRUNS, 0),
                                        right.getOrDefault(Resource.EMPLOYEES, 0))
                        : "differ in "
                                + String.join(", ", wrong.stream().limit(5).toList()));
    }

    private void compare(FetchJob job, Map<Resource, Integer> right, Set<String> wrong) {
        Optional<Answer> answer = tape.to(job).filter(said -> said.outcome().equals("succeeded"));
        Optional<JsonNode> expected = answer.flatMap(said -> truth.expected(job));
        if (expected.isEmpty() || tape.cast().of(job.connectionId()).role() == Role.LEAVES) {
            return;
        }
        Resource resource = Objects.requireNonNull(job.query()).resource();
        Optional<JsonNode> actual = answer.flatMap(said -> result(job, said));
        if (actual.isEmpty()) {
            wrong.add(resource.wireName() + " (no result kept)");
            return;
        }
        Difference.between(expected.get(), comparable(resource, expected.get(), actual.get()))
                .ifPresentOrElse(
                        path -> wrong.add(resource.wireName() + path),
                        () -> right.merge(resource, actual.get().size(), Integer::sum));
    }

    /// The bytes that upstream would hand on.
    Optional<JsonNode> result(FetchJob job, Answer answer) {
        return answer.resultKey()
                .flatMap(key -> stage.fleet().results().findById(job.key(), key, Instant.now()))
                .map(CachedResult::body)
                .map(JSON::readTree);
    }

    /// Employees without the fields that are not compared.
    private static JsonNode comparable(Resource resource, JsonNode expected, JsonNode actual) {
        if (resource == Resource.EMPLOYEES) {
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                if (actual.get(i) instanceof ObjectNode employee) {
                    employee.retain(expected.get(i).propertyNames());
                }
            }
        }
        return actual;
    }
}
