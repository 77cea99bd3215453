package dev.payfleet.provider.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.provider.RecordKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordIdsTest {

    /// RFC 9562, appendix A.4.
    @Test
    void agrees_with_the_example_of_the_rfc() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(RecordIds.version5(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void is_the_same_at_every_read_and_of_version_5() {
        UUID id = new RecordIds("conn-1").idOf(RecordKind.PAYRUN, "R1001-014");

        assertThat(id).isEqualTo(new RecordIds("conn-1").idOf(RecordKind.PAYRUN, "R1001-014"));
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    /// Ids are kept by callers for years: this value may never change.
    @Test
    void stays_what_it_was_in_the_first_release() {
        assertThat(new RecordIds("conn-1").idOf(RecordKind.PAYRUN, "R1001-014"))
                .hasToString("482b664d-73da-549a-99f7-cf9ae1d6cee5");
    }

    @Test
    void differs_between_connections_kinds_and_remote_ids() {
        RecordIds ids = new RecordIds("conn-1");

        assertThat(new UUID[] {
                    ids.idOf(RecordKind.PAYRUN, "1"),
                    ids.idOf(RecordKind.PAYSLIP, "1"),
                    ids.idOf(RecordKind.PAYRUN, "2"),
                    new RecordIds("conn-2").idOf(RecordKind.PAYRUN, "1"),
                    ids.idOf(RecordKind.PAYRUN, "Ü1")
                })
                .doesNotHaveDuplicates();
    }
}
