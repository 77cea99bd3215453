package dev.payfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultKeyTest {
    private static final ConnectionKey ANN = new ConnectionKey("acme", "ann");

    @Test
    void theIdIsAlwaysTheSameAndTellsNothing() {
        String id = new ResultKey(ANN, "larkspur", "company").id();

        assertThat(id).isEqualTo(new ResultKey(ANN, "larkspur", "company").id()).matches("[0-9a-f]{32}");
    }

    @Test
    void theIdDependsOnEveryPart() {
        assertThat(Stream.of(
                                new ResultKey(ANN, "larkspur", "company"),
                                new ResultKey(ANN, "larkspur", "groups"),
                                new ResultKey(ANN, "larkspurc", "ompany"),
                                new ResultKey(new ConnectionKey("acme", "ben"), "larkspur", "company"),
                                new ResultKey(new ConnectionKey("acmea", "nn"), "larkspur", "company"))
                        .map(ResultKey::id)
                        .distinct())
                .hasSize(5);
    }

    @Test
    void blankPartsAreRefused() {
        assertThatThrownBy(() -> new ResultKey(ANN, "", "company")).hasMessageContaining("provider");
        assertThatThrownBy(() -> new ResultKey(ANN, "larkspur", " ")).hasMessageContaining("question");
    }
}
