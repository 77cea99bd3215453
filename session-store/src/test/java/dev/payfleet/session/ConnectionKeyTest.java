package dev.payfleet.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.d:9", "0123456789"})
    void plainIdsAreAccepted(String id) {
        assertThat(new ConnectionKey(id, id)).hasToString(id + "/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "ä", "a\n"})
    void anythingElseIsRefusedByFieldWithoutRepeatingIt(String id) {
        assertThatThrownBy(() -> new ConnectionKey(id, "fine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client_id must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        assertThatThrownBy(() -> new ConnectionKey("fine", id)).hasMessageStartingWith("connection_id must be");
    }

    @Test
    void theLongestHas128Characters() {
        assertThat(new ConnectionKey("a".repeat(128), "b").clientId()).hasSize(128);
        assertThatThrownBy(() -> new ConnectionKey("a".repeat(129), "b")).isInstanceOf(IllegalArgumentException.class);
    }
}
